package org.namespan.trainer.io;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** Text in UTF-8 that is read as it comes: from a pipe, or from a file too large for the memory. */
public final class Utf8Reader {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Utf8Reader() {}

  /**
   * The text of a stream, without a byte-order mark at its start. Closing the result closes {@code
   * in}.
   *
   * <p>Bytes that are not UTF-8 are an error and no replacement character: the result throws {@link
   * java.nio.charset.CharacterCodingException} when it comes to them.
   *
   * @throws IOException if {@code in} cannot be read
   */
  public static BufferedReader of(InputStream in) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }
}
