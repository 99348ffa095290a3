package org.namespan.examples.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.network.Head;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints how long {@link TrainingRounds} take for a corpus and a configuration. */
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
    Corpus corpus = CorpusFormats.read(data);
    TrainingTimes times = TrainingRounds.measure(config, corpus, sentences, epochs);
    PrintWriter out = spec.commandLine().getOut();
    out.print(times.toMarkdown());
    out.flush();
    return CommandLine.ExitCode.OK;
  }

  private TrainingConfig config() {
    if (sentences < 1 || epochs < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--sentences is " + sentences + " and --epochs " + epochs + ", expected at least 1");
    }
    try {
      TrainingConfigBuilder builder = TrainingConfig.preset(preset);
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
}
