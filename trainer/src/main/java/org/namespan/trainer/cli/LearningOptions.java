package org.namespan.trainer.cli;

import org.namespan.trainer.training.TrainingConfig;
import picocli.CommandLine.Option;

/** The options that change how a preset learns. */
final class LearningOptions {

  /** Heading of these options in help pages. */
  static final String HEADING = "%nLearning (defaults of the presets standard, plain):%n";

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description = "Passes over the data at most. Default: ${bundle:default.epochs}.")
  private Integer epochs;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Stop after so many epochs without a better dev F1. Default: ${bundle:default.patience}.")
  private Integer patience;

  @Option(
      names = "--batch-size",
      paramLabel = "N",
      description = "Sentences per step. Default: ${bundle:default.batchSize}.")
  private Integer batchSize;

  @Option(
      names = "--learning-rate",
      paramLabel = "RATE",
      description =
          "Adam's rate at the start, for all weights and tables. Default:"
              + " ${bundle:default.learningRate}; tables ${bundle:default.tableLearningRate}.")
  private Double learningRate;

  @Option(
      names = "--dropout",
      paramLabel = "SHARE",
      description =
          "Share of the recurrent layers' inputs and outputs set to 0. Default: ${bundle:default.dropout}.")
  private Double dropout;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of everything random. Default: ${bundle:default.seed}.")
  private Long seed;

  /** Changes what was given and leaves the rest. */
  void apply(TrainingConfig.Builder builder) {
    if (epochs != null) {
      builder.optEpochs(epochs);
    }
    if (patience != null) {
      builder.optPatience(patience);
    }
    if (batchSize != null) {
      builder.optBatchSize(batchSize);
    }
    if (learningRate != null) {
      builder.optLearningRate(learningRate).optTableLearningRate(learningRate);
    }
    if (dropout != null) {
      builder.optDropout(dropout);
    }
    if (seed != null) {
      builder.optSeed(seed);
    }
  }
}
