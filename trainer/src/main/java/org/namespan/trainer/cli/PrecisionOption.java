package org.namespan.trainer.cli;

import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.network.part.Precision;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options that say how a model file holds its weights, and what that may cost. */
final class PrecisionOption {

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "fp32",
      description = {
        "How the file holds its weights: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
        "fp16: embeddings and recurrent matrices as 16-bit floats; half the size, as fast.",
        "int8: as 8-bit integers with a scale per row; a third of the size, and an LSTM is faster.",
        "Neither is written if more than 1 tag in 100 is another than the network's: 'export' refuses,"
            + " 'train' writes the next of int8, fp16, fp32."
      })
  private Precision precision;

  @Option(
      names = "--max-loss",
      paramLabel = "F1",
      defaultValue = "" + ModelExporter.MAX_LOSS,
      description =
          "Span F1 that fp16 or int8 may cost, from 0 to 1; a file that costs more is not written"
              + " either. Default: ${DEFAULT-VALUE}.")
  private double maxLoss;

  /**
   * What may be lost by rounding.
   *
   * @throws ParameterException if it is no share
   */
  double maxLoss(CommandSpec spec) {
    if (!(maxLoss >= 0 && maxLoss <= 1)) {
      throw new ParameterException(
          spec.commandLine(), "--max-loss is " + maxLoss + ", expected 0 to 1");
    }
    return maxLoss;
  }

  Precision precision() {
    return precision;
  }
}
