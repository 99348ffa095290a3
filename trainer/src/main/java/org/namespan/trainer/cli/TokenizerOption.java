package org.namespan.trainer.cli;

import org.namespan.trainer.text.TextOptions;
import picocli.CommandLine.Option;

/** The option that says how a model will split text. */
final class TokenizerOption {

  @Option(
      names = "--tokenizer",
      paramLabel = "KIND",
      defaultValue = "learned",
      description =
          "How the model will split text: "
              + TextOptions.TOKENIZERS
              + ": ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private TextOptions.Tokenizer tokenizer;

  /** What was chosen. */
  TextOptions.Tokenizer tokenizer() {
    return tokenizer;
  }
}
