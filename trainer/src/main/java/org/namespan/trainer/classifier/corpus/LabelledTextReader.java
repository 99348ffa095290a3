package org.namespan.trainer.classifier.corpus;

import java.io.IOException;
import java.nio.file.Path;
import org.namespan.trainer.corpus.CorpusErrorHandler;

/** Reads the files of one format. Safe for use by many threads. */
public interface LabelledTextReader {

  /** The name in options: {@code tsv}. */
  String name();

  /** Whether a file is of this format, by its name or because it is a folder. */
  boolean isFormatOf(Path file);

  /**
   * Reads a file.
   *
   * @param errors hears of lines that cannot be used; these are left out if it goes on
   * @throws IOException if the file cannot be read, or {@code errors} throws
   */
  LabelledCorpus read(Path file, LabelledTextOptions options, CorpusErrorHandler errors)
      throws IOException;
}
