package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LanguageFilter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that leaves texts of other languages out. */
final class FilterOption {

  @Option(
      names = "--filter-language",
      description =
          "Leave texts of --data and --dev out that are surely in another language than --language;"
              + " what is too short to tell stays. The model itself classifies every text.")
  private boolean filtered;

  /** The filter that was asked for; null if none was. */
  @Nullable LanguageFilter read(String language, CommandSpec spec) throws IOException {
    return filtered ? filter(language, spec) : null;
  }

  /**
   * The filter of a language.
   *
   * @throws CommandLine.ParameterException if the language cannot be told from others
   */
  static LanguageFilter filter(String language, CommandSpec spec) throws IOException {
    try {
      return LanguageFilter.of(language);
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  /**
   * Filters a part of the data, tells how many texts were left out, and notes it.
   *
   * @param part {@code training} or {@code dev}
   * @param facts of the model, to which the number is added
   */
  static LabelledCorpus apply(
      LanguageFilter filter,
      LabelledCorpus corpus,
      String part,
      Map<String, String> facts,
      PrintWriter err)
      throws IOException {
    LabelledCorpus kept = filter.filter(corpus);
    int leftOut = corpus.texts().size() - kept.texts().size();
    err.printf(
        Locale.ROOT,
        "%s: %,d of %,d texts are in another language, left out%n",
        ControlCharacters.escape(corpus.name()),
        leftOut,
        corpus.texts().size());
    err.flush();
    facts.putIfAbsent("training.language_filter", filter.describe());
    facts.putIfAbsent(part + ".left_out", Integer.toString(leftOut));
    return kept;
  }
}
