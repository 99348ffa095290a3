package org.namespan.trainer.cli;

import org.namespan.trainer.network.Cell;
import org.namespan.trainer.training.TrainingConfig;
import picocli.CommandLine.Option;

/** The options that change the network of a preset. */
final class NetworkOptions {

  /** Heading of these options in help pages. */
  static final String HEADING = "%nNetwork (defaults of the presets standard, plain):%n";

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description = "Recurrent cell: ${COMPLETION-CANDIDATES}. Default: ${bundle:default.cell}.")
  private Cell cell;

  @Option(
      names = "--bidirectional",
      negatable = true,
      description = "Whether layers also read backwards. Default: ${bundle:default.bidirectional}.")
  private Boolean bidirectional;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Recurrent layers. Default: ${bundle:default.layers}.")
  private Integer layers;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "State size per direction. Default: ${bundle:default.hidden}.")
  private Integer hidden;

  @Option(
      names = "--skip",
      negatable = true,
      description =
          "Whether layers above the first add their input to their output. Default: ${bundle:default.skip}.")
  private Boolean skip;

  @Option(
      names = "--word-dim",
      paramLabel = "N",
      description = "Width of word embeddings. Default: ${bundle:default.wordDim}.")
  private Integer wordDim;

  @Option(
      names = "--min-count",
      paramLabel = "N",
      description =
          "Occurrences that a word needs for an embedding of its own. Default: ${bundle:default.minCount}.")
  private Integer minCount;

  /** Changes what was given and leaves the rest. */
  void apply(TrainingConfig.Builder builder) {
    if (cell != null) {
      builder.optCell(cell);
    }
    if (bidirectional != null) {
      builder.optBidirectional(bidirectional);
    }
    if (layers != null) {
      builder.optLayers(layers);
    }
    if (hidden != null) {
      builder.optHidden(hidden);
    }
    if (skip != null) {
      builder.optSkip(skip);
    }
    if (wordDim != null) {
      builder.optWordDim(wordDim);
    }
    if (minCount != null) {
      builder.optMinCount(minCount);
    }
  }
}
