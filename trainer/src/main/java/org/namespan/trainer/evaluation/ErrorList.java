package org.namespan.trainer.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.AtomicFile;

/**
 * The wrong entities of a corpus, each in its sentence, written for the people who mend them.
 *
 * @param corpus name of the corpus
 * @param errors in the order of its text
 */
public record ErrorList(String corpus, List<SpanError> errors) {

  /** Copies the list. */
  public ErrorList {
    errors = List.copyOf(errors);
  }

  /**
   * Writes the list in the format that the name of {@code file} stands for: {@code .jsonl} is JSON
   * lines, {@code .conll} is columns of the sentences that have errors, all others are text for a
   * reader; docs/evaluation.md shows each. A file of that name is replaced once everything is
   * written.
   *
   * @throws IOException if the file cannot be written
   */
  public void write(Path file) throws IOException {
    AtomicFile.write(
        file,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
            if (isNamed(file, ".jsonl")) {
              ErrorJsonLines.write(this, out);
            } else if (isNamed(file, ".conll")) {
              ErrorColumns.write(this, out);
            } else {
              ErrorText.write(this, out);
            }
          }
        });
  }

  /**
   * Checks that {@link #write} could write the errors of a corpus.
   *
   * @throws CorpusException if columns cannot hold its tokens
   */
  public static void check(Corpus corpus, Path file) throws CorpusException {
    if (isNamed(file, ".conll")) {
      PredictionColumns.check(corpus, file);
    }
  }

  private static boolean isNamed(Path file, String extension) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(extension);
  }
}
