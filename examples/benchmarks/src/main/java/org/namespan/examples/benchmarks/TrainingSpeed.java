package org.namespan.examples.benchmarks;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.network.Batch;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.NetworkConfig;
import org.namespan.trainer.network.TaggerNetwork;
import org.namespan.trainer.network.WeightInitializer;
import org.namespan.trainer.training.BatchSampler;
import org.namespan.trainer.training.CasedSentence;
import org.namespan.trainer.training.EmissionLoss;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.training.TrainingConfig;
import org.namespan.trainer.training.TrainingData;
import org.namespan.trainer.training.TrainingSources;
import org.namespan.trainer.training.TrainingStep;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Trains one network by NameSpan's trainer and as it is first written with DJL ({@link
 * TrainingDjlStep}), and by what lies between, and prints how long each takes.
 */
@Command(
    name = "TrainingSpeed",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Trains the same network on the same sentences by NameSpan's trainer, by DJL's own embedding"
          + " blocks and Adam over batches drawn at random, and by each half of the difference;"
          + " prints a Markdown table of seconds and tokens per second."
    })
public final class TrainingSpeed implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "Corpus to train on; the vocabulary is drawn from all of it.")
  private Path data;

  @Option(
      names = "--sentences",
      paramLabel = "N",
      description = "Sentences of an epoch, drawn at random. Default: ${DEFAULT-VALUE}.")
  private int sentences = 4000;

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Epochs that count, after one to warm up. Default: ${DEFAULT-VALUE}.")
  private int epochs = 5;

  @Option(
      names = "--preset",
      paramLabel = "NAME",
      description = "As for 'namespan train': standard or plain. Default: ${DEFAULT-VALUE}.")
  private String preset = "standard";

  @Option(names = "--head", description = "softmax or crf. Default: that of the preset.")
  private Head head;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "State size per direction. Default: that of the preset.")
  private Integer hidden;

  @Option(
      names = "--word-dim",
      paramLabel = "N",
      description = "Width of word embeddings. Default: that of the preset.")
  private Integer wordDim;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description = "Occurrences that a word needs for an embedding. Default: that of the preset.")
  private Integer minCount;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Sentences per step. Default: that of the preset.")
  private Integer batchSize;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    Programs.run(new TrainingSpeed(), args);
  }

  @Override
  public Integer call() throws IOException {
    TrainingConfig config = config();
    Corpus corpus = CorpusReader.builder().build().read(data);
    TrainingData prepared = TrainingData.prepare(TrainingSources.of(corpus, null), config);
    NetworkConfig shape = prepared.networkConfig(config);
    Map<String, float[]> weights = WeightInitializer.draw(shape, config.seed());
    List<CasedSentence> drawn = new ArrayList<>(prepared.train());
    Collections.shuffle(drawn, new Random(config.seed()));
    drawn = drawn.subList(0, Math.min(sentences, drawn.size()));
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu());
        TrainingDjlStep djlAtRandom =
            new TrainingDjlStep(config, prepared.tagSet(), shape, weights);
        TrainingDjlStep djlByLength =
            new TrainingDjlStep(config, prepared.tagSet(), shape, weights)) {
      Timed[] rows = {
        new Timed("at random", "DJL", djlAtRandom::run),
        new Timed("by length", "DJL", djlByLength::run),
        new Timed("at random", "NameSpan", step(config, prepared, shape, weights, manager)),
        new Timed("by length", "NameSpan", step(config, prepared, shape, weights, manager))
      };
      Random random = new Random(config.seed());
      List<Batch> batches = List.of();
      for (int epoch = 0; epoch <= epochs; epoch++) {
        Collections.shuffle(drawn, random);
        List<Batch> atRandom = atRandom(drawn, prepared, config, epoch);
        batches = sampler(drawn, prepared, config).epoch(epoch);
        for (Timed row : rows) {
          row.epoch(row.batches.equals("at random") ? atRandom : batches, epoch > 0);
        }
      }
      print(shape, config, drawn.size(), batches.stream().mapToInt(Batch::tokens).sum(), rows);
    }
    return CommandLine.ExitCode.OK;
  }

  private TrainingConfig config() {
    if (sentences < 1 || epochs < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--sentences is " + sentences + " and --epochs " + epochs + ", expected at least 1");
    }
    try {
      TrainingConfig.Builder builder = TrainingConfig.preset(preset);
      if (head != null) {
        builder.optHead(head);
      }
      if (hidden != null) {
        builder.optHidden(hidden);
      }
      if (wordDim != null) {
        builder.optWordDim(wordDim);
      }
      if (minCount != null) {
        builder.optMinCount(minCount);
      }
      if (batchSize != null) {
        builder.optBatchSize(batchSize);
      }
      return builder.build();
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private static Step step(
      TrainingConfig config,
      TrainingData data,
      NetworkConfig shape,
      Map<String, float[]> weights,
      NDManager manager) {
    TaggerNetwork network =
        TaggerNetwork.of(shape, (float) config.dropout(), config.variational(), weights, manager);
    EmissionLoss loss = EmissionLoss.of(config, data.tagSet(), network.transitions());
    TrainingStep step = new TrainingStep(manager, network, loss, config.clipNorm());
    return batch -> step.run(batch, config.learningRate(), config.tableLearningRate());
  }

  private static BatchSampler sampler(
      List<CasedSentence> sentences, TrainingData data, TrainingConfig config) {
    return new BatchSampler(sentences, data.features().hashedCount(), data.singleton(), config);
  }

  /** Batches of shuffled sentences: a sampler of one batch's sentences gives that batch. */
  private static List<Batch> atRandom(
      List<CasedSentence> shuffled, TrainingData data, TrainingConfig config, long seed) {
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < shuffled.size(); i += config.batchSize()) {
      int to = Math.min(i + config.batchSize(), shuffled.size());
      batches.addAll(sampler(shuffled.subList(i, to), data, config).epoch(seed));
    }
    return batches;
  }

  private void print(
      NetworkConfig shape, TrainingConfig config, int drawn, int tokens, Timed[] rows) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "%s; %,d words and %,d numbers; batches of %d sentences; %,d sentences, %,d tokens;"
            + " medians of %d epochs%n%n",
        shape.describe(),
        shape.wordRows(),
        shape.parameterCount(),
        config.batchSize(),
        drawn,
        tokens,
        epochs);
    out.println(
        "| batches | tables and Adam | s per epoch | CPU s | tokens/s | times as fast | loss |");
    out.println("|---|---|---|---|---|---|---|");
    for (Timed row : rows) {
      double seconds = Median.of(row.seconds).orElseThrow();
      out.printf(
          Locale.ROOT,
          "| %s | %s | %.2f | %.2f | %,.0f | %.2f | %.3f |%n",
          row.batches,
          row.tables,
          seconds,
          Median.of(row.cpuSeconds).orElseThrow(),
          tokens / seconds,
          Median.of(rows[0].seconds).orElseThrow() / seconds,
          row.loss);
    }
    out.flush();
  }

  /** Trains on a batch and gives the mean loss per token before. */
  private interface Step {
    float run(Batch batch);
  }

  /** One way of training, with its times. */
  private static final class Timed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final String batches;
    private final String tables;
    private final Step step;
    private final List<Double> seconds = new ArrayList<>();
    private final List<Double> cpuSeconds = new ArrayList<>();
    private double loss;

    Timed(String batches, String tables, Step step) {
      this.batches = batches;
      this.tables = tables;
      this.step = step;
    }

    void epoch(List<Batch> epoch, boolean counts) {
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
  }
}
