package org.namespan.trainer.cli;

import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that says in which language the texts of a training are. */
final class LanguageOption {

  private static final Pattern CODE = Pattern.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*+");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--language",
      paramLabel = "CODE",
      defaultValue = "en",
      description = "Language of the corpus, for the model file. Default: ${DEFAULT-VALUE}.")
  private String language;

  /**
   * What was given.
   *
   * @throws CommandLine.ParameterException if it is no code
   */
  String read() {
    if (!CODE.matcher(language).matches()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--language is '" + language + "', expected a code such as en");
    }
    return language;
  }
}
