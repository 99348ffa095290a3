package org.namespan.trainer.cli;

import org.namespan.trainer.training.Schedule;
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
      names = "--schedule",
      paramLabel = "KIND",
      description =
          "How rates change over the run: ${COMPLETION-CANDIDATES}. Default: ${bundle:default.schedule}.")
  private Schedule schedule;

  @Option(
      names = "--averaging",
      paramLabel = "DECAY",
      description =
          "Decay of a moving average of the weights, which is scored and kept in their place; 0 for none. Default: ${bundle:default.averaging}.")
  private Double averaging;

  @Option(
      names = "--variational-dropout",
      negatable = true,
      description =
          "Whether dropout leaves out the same inputs at every token of a sentence. Default: ${bundle:default.variational}.")
  private Boolean variational;

  @Option(
      names = "--word-dropout",
      paramLabel = "SHARE",
      description = "Share of words read as unknown. Default: ${bundle:default.wordDropout}.")
  private Double wordDropout;

  @Option(
      names = "--lower-case",
      paramLabel = "SHARE",
      description = "Share of sentences read in lower case. Default: ${bundle:default.lowerShare}.")
  private Double lowerShare;

  @Option(
      names = "--upper-case",
      paramLabel = "SHARE",
      description = "Share of sentences read in upper case. Default: ${bundle:default.upperShare}.")
  private Double upperShare;

  @Option(
      names = "--title-case",
      paramLabel = "SHARE",
      description =
          "Share of sentences read with every word capitalised. Default: ${bundle:default.titleShare}.")
  private Double titleShare;

  @Option(
      names = "--label-smoothing",
      paramLabel = "SHARE",
      description =
          "Share of a gold label's weight that is spread over all labels. Default: ${bundle:default.labelSmoothing}.")
  private Double labelSmoothing;

  @Option(
      names = "--freeze-vectors",
      negatable = true,
      description =
          "Whether embeddings that start as given --vectors stay as they are. Default:"
              + " ${bundle:default.freezeVectors}.")
  private Boolean freezeVectors;

  @Option(
      names = "--min-score",
      paramLabel = "SCORE",
      description =
          "Score above which the model will report an entity, from 0 to below 1; 0 for the entities"
              + " of the best path. Default: half the dev F1 where that scores better on dev than 0,"
              + " and 0 without --dev; 'namespan export' sets it anew.")
  private Double minScore;

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
    if (schedule != null) {
      builder.optSchedule(schedule);
    }
    if (averaging != null) {
      builder.optAveraging(averaging);
    }
    if (variational != null) {
      builder.optVariational(variational);
    }
    if (wordDropout != null) {
      builder.optWordDropout(wordDropout);
    }
    if (lowerShare != null) {
      builder.optLowerShare(lowerShare);
    }
    if (upperShare != null) {
      builder.optUpperShare(upperShare);
    }
    if (titleShare != null) {
      builder.optTitleShare(titleShare);
    }
    if (labelSmoothing != null) {
      builder.optLabelSmoothing(labelSmoothing);
    }
    if (freezeVectors != null) {
      builder.optFreezeVectors(freezeVectors);
    }
    if (minScore != null) {
      builder.optMinScore(minScore);
    }
    if (seed != null) {
      builder.optSeed(seed);
    }
  }
}
