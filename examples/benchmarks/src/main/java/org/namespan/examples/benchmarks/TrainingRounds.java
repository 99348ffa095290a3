package org.namespan.examples.benchmarks;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.Optimization;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.head.ScoreLoss;
import org.namespan.trainer.training.BatchSampler;
import org.namespan.trainer.training.CasedSentence;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.training.TrainingData;
import org.namespan.trainer.training.TrainingSources;
import org.namespan.trainer.training.TrainingStep;

/**
 * Trains one network by NameSpan's trainer and as it is first written with DJL ({@link
 * TrainingDjlStep}), and by what lies between, on one thread: an epoch of each in turn.
 */
public final class TrainingRounds {

  private static final String AT_RANDOM = "at random";
  private static final String BY_LENGTH = "by length";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private TrainingRounds() {}

  /**
   * Measures.
   *
   * @param corpus of which all words have rows in the tables
   * @param sentences sentences of an epoch at most, drawn at random from the corpus
   * @param epochs epochs that count, after one to warm up
   * @throws IOException if the training data cannot be prepared
   */
  public static TrainingTimes measure(
      TrainingConfig config, Corpus corpus, int sentences, int epochs) throws IOException {
    TrainingData prepared = TrainingData.prepare(TrainingSources.of(corpus, null), config);
    NetworkConfig shape = NetworkConfig.of(config, prepared.features(), prepared.tagSet().size());
    Map<String, float[]> weights = shape.spec().draw(config.seed());
    List<CasedSentence> drawn = new ArrayList<>(prepared.train());
    Collections.shuffle(drawn, new Random(config.seed()));
    drawn = drawn.subList(0, Math.min(sentences, drawn.size()));
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu());
        TrainingDjlStep djlAtRandom =
            new TrainingDjlStep(config, prepared.tagSet(), shape, weights);
        TrainingDjlStep djlByLength =
            new TrainingDjlStep(config, prepared.tagSet(), shape, weights)) {
      List<Way> ways =
          List.of(
              new Way(AT_RANDOM, "DJL", djlAtRandom::run),
              new Way(BY_LENGTH, "DJL", djlByLength::run),
              new Way(AT_RANDOM, "NameSpan", step(config, prepared, shape, weights, manager)),
              new Way(BY_LENGTH, "NameSpan", step(config, prepared, shape, weights, manager)));
      Random random = new Random(config.seed());
      List<Batch> byLength = List.of();
      for (int epoch = 0; epoch <= epochs; epoch++) {
        Collections.shuffle(drawn, random);
        List<Batch> atRandom = atRandom(drawn, prepared, config, epoch);
        byLength = sampler(drawn, prepared, config).epoch(epoch);
        for (Way way : ways) {
          way.train(way.batches.equals(AT_RANDOM) ? atRandom : byLength, epoch > 0);
        }
      }
      int tokens = byLength.stream().mapToInt(Batch::tokens).sum();
      List<TrainingTimes.Row> rows = ways.stream().map(Way::row).toList();
      return new TrainingTimes(
          describe(shape), config.optimization().batchSize(), drawn.size(), tokens, rows);
    }
  }

  private static String describe(NetworkConfig shape) {
    NetworkSpec spec = shape.spec();
    return String.format(
        Locale.ROOT,
        "%s; %,d words and %,d numbers",
        spec.describe(),
        spec.words().rows(),
        spec.parameterCount());
  }

  private static Step step(
      TrainingConfig config,
      TrainingData data,
      NetworkConfig shape,
      Map<String, float[]> weights,
      NDManager manager) {
    Optimization optimization = config.optimization();
    NetworkSpec spec = shape.spec();
    EngineNetwork network =
        EngineNetwork.of(
            spec, (float) optimization.dropout(), optimization.variational(), weights, manager);
    ScoreLoss loss =
        spec.head().loss(data.tagSet(), network.arrays(), optimization.labelSmoothing());
    TrainingStep step = new TrainingStep(manager, network, loss, optimization.clipNorm());
    return batch -> step.run(batch, optimization.learningRate(), optimization.tableLearningRate());
  }

  private static BatchSampler sampler(
      List<CasedSentence> sentences, TrainingData data, TrainingConfig config) {
    return new BatchSampler(sentences, data.singleton(), config);
  }

  /** Batches of shuffled sentences: a sampler of one batch's sentences gives that batch. */
  private static List<Batch> atRandom(
      List<CasedSentence> shuffled, TrainingData data, TrainingConfig config, long seed) {
    List<Batch> batches = new ArrayList<>();
    int batchSize = config.optimization().batchSize();
    for (int i = 0; i < shuffled.size(); i += batchSize) {
      int to = Math.min(i + batchSize, shuffled.size());
      batches.addAll(sampler(shuffled.subList(i, to), data, config).epoch(seed));
    }
    return batches;
  }

  /** Trains on a batch and gives the mean loss per token before. */
  private interface Step {
    float run(Batch batch);
  }

  /** One way of training, with its times. */
  private static final class Way {
    private final String batches;
    private final String tables;
    private final Step step;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> cpuSeconds = new ArrayList<>();
    private double loss;

    Way(String batches, String tables, Step step) {
      this.batches = batches;
      this.tables = tables;
      this.step = step;
    }

    void train(List<Batch> epoch, boolean counts) {
      long start = System.nanoTime();
      long cpuStart = THREADS.getCurrentThreadCpuTime();
      double sum = 0;
      for (Batch batch : epoch) {
        sum += step.run(batch);
      }
      if (counts) {
        seconds.add((System.nanoTime() - start) / 1e9);
        cpuSeconds.add((THREADS.getCurrentThreadCpuTime() - cpuStart) / 1e9);
      }
      loss = sum / epoch.size();
    }

    TrainingTimes.Row row() {
      return new TrainingTimes.Row(batches, tables, seconds, cpuSeconds, loss);
    }
  }
}
