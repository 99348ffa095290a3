package org.namespan.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LengthGroups;
import org.namespan.trainer.network.EngineNetwork;

/** What a network gives outside training, in the engine. Not thread-safe. */
public final class NetworkTagger {

  private final EngineNetwork network;
  private final NDManager manager;
  private final int batchSize;

  /**
   * @param manager owner of what scoring creates; all of it is freed after each batch
   */
  public NetworkTagger(EngineNetwork network, NDManager manager, int batchSize) {
    this.network = network;
    this.manager = manager;
    this.batchSize = batchSize;
  }

  /** Emissions {@code [time, labels]} of each sentence. */
  public List<float[]> emissions(List<EncodedSentence> sentences) {
    return rows(sentences, this::emissions);
  }

  /** States {@code [time, width]} that the body gives for each sentence. */
  public List<float[]> states(List<EncodedSentence> sentences) {
    return rows(sentences, this::states);
  }

  /**
   * Computes sentences in batches of like length.
   *
   * @param compute from a padded batch to {@code [size, time, width]}
   * @return for each sentence {@code [time, width]}
   */
  private List<float[]> rows(List<EncodedSentence> sentences, Function<Batch, float[]> compute) {
    int[] order =
        IntStream.range(0, sentences.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> sentences.get(i).positions()))
            .mapToInt(Integer::intValue)
            .toArray();
    List<float[]> rows = new ArrayList<>(Collections.nCopies(order.length, null));
    List<EncodedSentence> sorted = new ArrayList<>(order.length);
    for (int i : order) {
      sorted.add(sentences.get(i));
    }
    int from = 0;
    for (List<EncodedSentence> group : LengthGroups.of(sorted, batchSize)) {
      Batch batch = Batch.of(group);
      float[] flat = compute.apply(batch);
      int width = flat.length / (batch.size() * batch.time());
      for (int i = 0; i < batch.size(); i++) {
        int at = i * batch.time() * width;
        rows.set(order[from + i], Arrays.copyOfRange(flat, at, at + batch.lengths()[i] * width));
      }
      from += batch.size();
    }
    return rows;
  }

  /** Emissions of a padded batch {@code [size, time, labels]}. */
  public float[] emissions(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      NDArray scores =
          network
              .forward(new ParameterStore(scope, false), batch.toInputs(scope), false)
              .singletonOrThrow();
      return scores.toFloatArray();
    }
  }

  private float[] states(Batch batch) {
    try (NDManager scope = manager.newSubManager()) {
      return network.states(new ParameterStore(scope, false), batch.toInputs(scope)).toFloatArray();
    }
  }
}
