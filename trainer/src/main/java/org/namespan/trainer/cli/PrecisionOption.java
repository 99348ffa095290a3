package org.namespan.trainer.cli;

import org.namespan.trainer.export.Precision;
import picocli.CommandLine.Option;

/** The option that names the precision of the model file to write. */
final class PrecisionOption {

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "fp32",
      description = {
        "How the file holds its weights: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.",
        "int8: embeddings and recurrent matrices rounded to 8-bit integers with a scale per row. The"
            + " file is about a quarter of the size and as fast; some tags in a thousand may change."
            + " Not written if more than 1 in 100 do."
      })
  private Precision precision;

  Precision precision() {
    return precision;
  }
}
