package org.namespan.trainer.document;

import java.util.Arrays;

/** Where the offsets of a unit stand in one text, in UTF-16. */
public final class OffsetMap {

  private static final int NOWHERE = -1;

  private final int[] toUtf16;
  private final int[] fromUtf16;

  private OffsetMap(int[] toUtf16, int[] fromUtf16) {
    this.toUtf16 = toUtf16;
    this.fromUtf16 = fromUtf16;
  }

  /** The offsets of a text. */
  public static OffsetMap of(String text, OffsetUnit unit) {
    int[] from = new int[text.length() + 1];
    Arrays.fill(from, NOWHERE);
    int offset = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      from[i] = offset;
      offset += unit.width(codePoint);
      i += Character.charCount(codePoint);
    }
    from[text.length()] = offset;
    int[] to = new int[offset + 1];
    Arrays.fill(to, NOWHERE);
    for (int i = 0; i < from.length; i++) {
      if (from[i] != NOWHERE) {
        to[from[i]] = i;
      }
    }
    return new OffsetMap(to, from);
  }

  /** The offset in UTF-16, or -1 if it is behind the text or within a character. */
  public int toUtf16(int offset) {
    return offset < toUtf16.length ? toUtf16[offset] : NOWHERE;
  }

  /** The offset in this unit of an offset in UTF-16 that is not within a character. */
  public int fromUtf16(int offset) {
    return fromUtf16[offset];
  }
}
