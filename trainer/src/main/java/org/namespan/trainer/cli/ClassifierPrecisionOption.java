package org.namespan.trainer.cli;

import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.network.part.Precision;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say how the file of a classifier holds its weights, and what that may cost. */
final class ClassifierPrecisionOption {

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "fp32",
      description =
          "How the file holds its weights: ${COMPLETION-CANDIDATES}; see 'namespan train'. Default:"
              + " ${DEFAULT-VALUE}.")
  private Precision precision;

  @Option(
      names = "--max-loss",
      paramLabel = "SHARE",
      defaultValue = "" + ModelExporter.MAX_LOSS,
      description =
          "Accuracy that fp16 or int8 may cost, from 0 to 1; a file that costs more is not written:"
              + " 'export' refuses, 'train' writes the next of int8, fp16, fp32. Default:"
              + " ${DEFAULT-VALUE}.")
  private double maxLoss;

  /**
   * What may be lost by rounding.
   *
   * @throws picocli.CommandLine.ParameterException if it is no share
   */
  double maxLoss(CommandSpec spec) {
    return PrecisionOption.requireShare(maxLoss, spec);
  }

  Precision precision() {
    return precision;
  }
}
