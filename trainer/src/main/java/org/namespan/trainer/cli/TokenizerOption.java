package org.namespan.trainer.cli;

import java.util.regex.Pattern;
import org.namespan.trainer.text.TextOptions;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that say how a model will split text, and in which language. */
final class TokenizerOption {

  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*+");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--tokenizer",
      paramLabel = "KIND",
      defaultValue = "learned",
      description =
          "How the model will split text: "
              + TextOptions.TOKENIZERS
              + ": ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private TextOptions.Tokenizer tokenizer;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "Language of the corpus, for the model file. Default: ${DEFAULT-VALUE}.")
  private String language;

  /**
   * What was chosen.
   *
   * @throws CommandLine.ParameterException if the language is no code
   */
  TextOptions read() {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--language is '" + language + "', expected a code such as en");
    }
    return new TextOptions(tokenizer, language);
  }
}
