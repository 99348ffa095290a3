package org.namespan.trainer.network.head;

import ai.djl.nn.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.network.encoder.EncoderOutput;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;

/**
 * A linear-chain conditional random field (Lafferty et al. 2001): emissions are scores, beside
 * learned scores of transitions. These live in Java, as the forward-backward does that they learn
 * by, and begin with 0, so that a CRF starts as the softmax of the same seed.
 *
 * @param in width of what the encoder gives
 * @param labels outputs per token
 */
public record CrfTagHead(int in, int labels) implements HeadPart {

  private DenseLayer emissions() {
    return new DenseLayer(in, labels);
  }

  /**
   * The transition scores {@code [labels + 2, labels]}: a row for each label with those from it to
   * each, then a row with those of starting with each, and one with those of ending with each.
   */
  public Weight transitions() {
    return Weight.matrix("transitions", labels + 2, labels);
  }

  @Override
  public List<Weight> weights() {
    List<Weight> weights = new ArrayList<>(emissions().weights());
    weights.add(transitions());
    return weights;
  }

  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    emissions().draw(random, weights);
    weights.put(transitions().name(), transitions().zeros());
  }

  @Override
  public void read(WeightReader file, Map<String, float[]> weights) {
    emissions().read(file, weights);
  }

  @Override
  public void grow(int[] origins, float[] handicaps, Map<String, float[]> weights) {
    emissions().grow(origins, handicaps, weights);
    float[] before = Objects.requireNonNull(weights.get(transitions().name()));
    float[] values = transitions().zeros();
    int labelsBefore = (int) Math.round(Math.sqrt(before.length + 1.0)) - 1;
    for (int row = 0; row < labels + 2; row++) {
      int from = row < labels ? origins[row] : row - labels + labelsBefore;
      for (int label = 0; label < labels; label++) {
        values[row * labels + label] = before[from * labelsBefore + origins[label]];
      }
    }
    weights.put(transitions().name(), values);
  }

  @Override
  public PartBlock block() {
    Block dense = emissions().block();
    Map<Weight, float[]> arrays = Map.of(transitions(), transitions().zeros());
    return new PartBlock(dense, Map.of(), arrays, emissions().parameters(dense));
  }

  @Override
  public void write(NetworkGraph network, EncoderOutput encoded, Map<String, float[]> weights) {
    emissions().output(network, emissions().write(network, encoded, weights));
  }

  @Override
  public ScoreLoss loss(TagSet tagSet, Map<String, float[]> arrays, double labelSmoothing) {
    return new CrfLoss(tagSet, this, arrays);
  }

  @Override
  public TransitionScores transitionScores(Map<String, float[]> weights) {
    float[] scores = transitions().in(weights);
    int steps = labels * labels;
    return new TransitionScores(
        Arrays.copyOfRange(scores, steps, steps + labels),
        Arrays.copyOfRange(scores, steps + labels, steps + 2 * labels),
        Arrays.copyOf(scores, steps));
  }

  @Override
  public void readDecoder(ModelMetadata metadata, Map<String, float[]> weights) {
    TransitionScores scores = metadata.transitions();
    float[] values = transitions().zeros();
    int steps = labels * labels;
    System.arraycopy(scores.steps(), 0, values, 0, steps);
    System.arraycopy(scores.starts(), 0, values, steps, labels);
    System.arraycopy(scores.ends(), 0, values, steps + labels, labels);
    weights.put(transitions().name(), values);
  }

  @Override
  public String describe() {
    return "crf";
  }
}
