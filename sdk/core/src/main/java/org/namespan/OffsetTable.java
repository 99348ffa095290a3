package org.namespan;

/**
 * How many code points and bytes of UTF-8 stand before each offset of a text. Made in one pass,
 * which keeps the counts at every 64th {@code char}; each question goes on from there. Immutable.
 */
final class OffsetTable {

  private static final int STEP = 64;

  private final String text;

  /** Before the {@code char} at {@code i * STEP}. */
  private final int[] codePoints;

  private final int[] bytes;

  /**
   * @throws ArithmeticException if the text has 2^31 bytes or more
   */
  OffsetTable(String text) {
    this.text = text;
    this.codePoints = new int[text.length() / STEP + 1];
    this.bytes = new int[codePoints.length];
    for (int i = 1; i < codePoints.length; i++) {
      int from = (i - 1) * STEP;
      codePoints[i] = codePoints[i - 1] + codePoints(from, from + STEP);
      bytes[i] = Math.addExact(bytes[i - 1], bytes(from, from + STEP));
    }
  }

  int codePointsBefore(int offset) {
    int kept = offset / STEP;
    return codePoints[kept] + codePoints(kept * STEP, offset);
  }

  int bytesBefore(int offset) {
    int kept = offset / STEP;
    return Math.addExact(bytes[kept], bytes(kept * STEP, offset));
  }

  private int codePoints(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += completesPair(i) ? 0 : 1;
    }
    return count;
  }

  private int bytes(int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        count++;
      } else if (c < 0x800) {
        count += 2;
      } else if (!Character.isSurrogate(c)) {
        count += 3;
      } else {
        // A lone one is written as a question mark; of a pair the second makes it four bytes.
        count += completesPair(i) ? 3 : 1;
      }
    }
    return count;
  }

  private boolean completesPair(int i) {
    return Character.isLowSurrogate(text.charAt(i))
        && i > 0
        && Character.isHighSurrogate(text.charAt(i - 1));
  }
}
