package org.namespan.trainer.cli;

import java.io.PrintWriter;
import java.util.function.BiConsumer;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.export.ExportException;
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
        "A file that rounding costs too much is not written: 'export' refuses, 'train' writes the next"
            + " of int8, fp16, fp32. Of a tagger it does where more than 1 tag in 100 is another than"
            + " the network's."
      })
  private Precision precision;

  @Option(
      names = "--max-loss",
      paramLabel = "SHARE",
      defaultValue = "" + ModelExporter.MAX_LOSS,
      description =
          "Span F1, or the accuracy of a classifier, that fp16 or int8 may cost, from 0 to 1. Default:"
              + " ${DEFAULT-VALUE}.")
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

  /** Tells why a precision is given up, and which one is written instead. */
  static BiConsumer<ExportException, Precision> refusals(PrintWriter err) {
    return (refusal, next) -> {
      err.println(ControlCharacters.escape(String.valueOf(refusal.getMessage())));
      err.println("writing " + next + " instead");
      err.flush();
    };
  }

  Precision precision() {
    return precision;
  }
}
