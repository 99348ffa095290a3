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
        "int8: embeddings and recurrent matrices as 8-bit integers with a scale per row; a third of"
            + " the size and as fast. Not written if more than 1 tag in 100 is another than the"
            + " network's; about 1 in 10,000 is to be expected."
      })
  private Precision precision;

  Precision precision() {
    return precision;
  }
}
