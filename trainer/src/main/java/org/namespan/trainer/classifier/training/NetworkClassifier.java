package org.namespan.trainer.classifier.training;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LengthGroups;
import org.namespan.trainer.network.EngineNetwork;

/** The logits that a network gives outside training, in the engine. Not thread-safe. */
public final class NetworkClassifier {

  private static final int BATCH_SIZE = 64;

  private final EngineNetwork network;
  private final NDManager manager;

  /**
   * @param manager owner of what scoring creates; all of it is freed after each batch
   */
  public NetworkClassifier(EngineNetwork network, NDManager manager) {
    this.network = network;
    this.manager = manager;
  }

  /** The logits {@code [classes]} of each text, which are computed in batches of like length. */
  public List<float[]> logits(List<EncodedSentence> texts) {
    int[] order =
        IntStream.range(0, texts.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> texts.get(i).length()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<EncodedSentence> sorted = new ArrayList<>(order.length);
    for (int i : order) {
      sorted.add(texts.get(i));
    }
    List<float[]> logits = new ArrayList<>(Collections.nCopies(order.length, null));
    int from = 0;
    for (List<EncodedSentence> group : LengthGroups.of(sorted, BATCH_SIZE)) {
      Batch batch = Batch.of(group);
      float[] flat = logits(batch);
      int classes = flat.length / batch.size();
      for (int i = 0; i < batch.size(); i++) {
        logits.set(order[from + i], Arrays.copyOfRange(flat, i * classes, (i + 1) * classes));
      }
      from += batch.size();
    }
    return logits;
  }

  /** The logits of a padded batch {@code [size, classes]}. */
  public float[] logits(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      return network
          .forward(new ParameterStore(scope, false), batch.toInputs(scope), false)
          .singletonOrThrow()
          .toFloatArray();
    }
  }
}
