package org.namespan.trainer.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads one format of annotated text. {@link CorpusFormats} knows every reader. Readers hold no
 * state and may be shared by threads.
 *
 * <p>Tokens are taken as they stand, no-break spaces and the words {@code None} and {@code null}
 * included; where a token is empty, U+FFFD stands in its place.
 */
public interface CorpusReader {

  /** Name of the format in upper case, such as {@code CONLL}. */
  String name();

  /**
   * How names of such files end, in lower case: {@code [.iob2, .conllu]}. A {@code .gz} behind them
   * is no part of it.
   */
  List<String> extensions();

  /**
   * Reads a file to its end, plain or gzip.
   *
   * @throws CorpusException if the file is missing, holds no sentence, has a line that does not
   *     fit, or an option means nothing in this format; the message says where, what was expected
   *     and what to do
   * @throws IOException if the disk fails
   */
  Corpus read(Path file, ReaderOptions options) throws IOException;

  /**
   * Reads a file to its end, plain or gzip, and past what is wrong in it if {@code errors} wants
   * so. The readers of {@link CorpusFormats} do; one that does not override this ends at the first
   * bad line.
   *
   * @return what could be read; without sentences if there is none
   * @throws CorpusException if the file is missing or no text, or {@code errors} throws it
   * @throws IOException if the disk fails
   */
  default Corpus read(Path file, ReaderOptions options, CorpusErrorHandler errors)
      throws IOException {
    return read(file, options);
  }
}
