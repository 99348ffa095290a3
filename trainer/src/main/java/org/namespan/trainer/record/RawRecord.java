package org.namespan.trainer.record;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a record, and where they stand.
 *
 * @param file where it stands
 * @param line on which it begins, counted from 1; 0 if it is a whole file
 * @param bytes without the line end; not to be changed. Empty where they are not kept.
 * @param fault what is wrong with the bytes, as {@code found ..., expected ...}; null if nothing is
 */
public record RawRecord(RecordFile file, long line, byte[] bytes, @Nullable String fault) {

  private static final char REPLACEMENT = '\uFFFD';

  /**
   * The bytes decoded.
   *
   * @throws BadRecordException if they are not UTF-8
   */
  String text() throws BadRecordException {
    String text = replaced();
    // Decoding that replaces is several times as fast as decoding that reports.
    if (text.indexOf(REPLACEMENT) >= 0) {
      try {
        StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      } catch (CharacterCodingException e) {
        throw new BadRecordException("found bytes that are not UTF-8, expected UTF-8", e);
      }
    }
    return text;
  }

  /** The bytes decoded, with U+FFFD for those that are not UTF-8. */
  public String replaced() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Whether there is nothing but white space. */
  boolean isBlank() {
    for (byte b : bytes) {
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        return false;
      }
    }
    return true;
  }
}
