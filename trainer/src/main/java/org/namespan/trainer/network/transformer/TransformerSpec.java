package org.namespan.trainer.network.transformer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.namespan.trainer.network.ModelSpec;
import org.namespan.trainer.network.TaggerSpec;
import org.namespan.trainer.network.head.HeadPart;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.wordpiece.WordShape;

/**
 * A network that fine-tunes a pre-trained encoder: a teacher. It stays in the trainer and has no
 * ONNX graph. Immutable.
 *
 * @param size of the encoder
 * @param shapeDim width of the embedding of a word's shape before the head
 * @param head what turns the encoder's output into emissions
 */
public record TransformerSpec(TransformerSize size, int shapeDim, HeadPart head)
    implements TaggerSpec {

  /** Rejects weights of the same name. */
  public TransformerSpec {
    ModelSpec.requireDistinctNames(weights(encoder(size, shapeDim, 0), head));
  }

  /** Width of what a head on such an encoder reads. */
  public static int width(TransformerSize size, int shapeDim) {
    return encoder(size, shapeDim, 0).width();
  }

  private static TransformerEncoder encoder(TransformerSize size, int shapeDim, float dropout) {
    return new TransformerEncoder(size, WordShape.values().length, shapeDim, dropout);
  }

  private static List<Weight> weights(TransformerEncoder encoder, HeadPart head) {
    List<Weight> weights = new ArrayList<>(encoder.weights());
    weights.addAll(head.weights());
    return weights;
  }

  @Override
  public List<Weight> weights() {
    return weights(encoder(size, shapeDim, 0), head);
  }

  @Override
  public PartBlock body(float dropout, boolean variational) {
    return encoder(size, shapeDim, dropout).block();
  }

  /** Draws the weights of shapes and head; those of the encoder are read from its file. */
  @Override
  public Map<String, float[]> draw(long seed) {
    Random random = new Random(seed);
    Map<String, float[]> weights = new LinkedHashMap<>();
    encoder(size, shapeDim, 0).draw(random, weights);
    head.draw(random, weights);
    return weights;
  }

  @Override
  public Set<String> pretrained() {
    return encoder(size, shapeDim, 0).tuned().stream()
        .map(Weight::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public String describe() {
    String ofHead = head.describe();
    return encoder(size, shapeDim, 0).describe() + (ofHead.isEmpty() ? "" : ", " + ofHead);
  }
}
