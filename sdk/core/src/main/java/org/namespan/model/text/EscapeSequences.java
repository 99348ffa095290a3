package org.namespan.model.text;

import org.jspecify.annotations.Nullable;

/**
 * Decodes what programs have left in a text instead of its characters: escapes of JSON ({@code \n},
 * {@code \"} and those by number), quoted-printable ({@code =C3=A9}, and lines that end with {@code
 * =}), and UTF-8 that was read as Windows-1252 ({@code Ã©}). What may be meant as it stands, such
 * as a path, stays. Nothing is looked at further than the next {@link #FAR} chars or the line.
 */
final class EscapeSequences {

  /** What Windows-1252 has where Unicode has control characters. */
  static final String WINDOWS = "€\u0081‚ƒ„\u0085†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  /**
   * The bytes that begin what is decoded, as Windows-1252 reads them; the last two only behind a
   * small letter.
   */
  private static final String LEADS = "ÃÂâÄÅ";

  private static final int INSIDE = 3;

  /** What JSON has behind a backslash. */
  private static final String ESCAPED = "nrtu\"'/";

  private static final int FAR = 64;

  /** Chars of a line at least that quoted-printable breaks behind a blank. */
  private static final int WIDE = 60;

  private static final int BYTE = 3;

  /** {@code [more]}: the smallest code point that UTF-8 writes with so many bytes more than one. */
  private static final int[] SMALLEST = {0, 0x80, 0x800, 0x10000};

  private final String text;

  /** Null while nothing is decoded. */
  private @Nullable Rewriting decoded;

  private EscapeSequences(String text) {
    this.text = text;
  }

  /** Whether what is decoded may begin with a char beyond ASCII. */
  static boolean isLead(char c) {
    return LEADS.indexOf(c) >= 0;
  }

  /** The decoded text; null if that is the text itself. */
  static @Nullable Rewriting decode(String text) {
    // Fast searches spare nearly every text a walk through it.
    boolean found = text.indexOf('\\') >= 0 || text.indexOf('=') >= 0;
    for (int k = 0; k < LEADS.length() && !found; k++) {
      found = text.indexOf(LEADS.charAt(k)) >= 0;
    }
    if (!found) {
      return null;
    }
    EscapeSequences sequences = new EscapeSequences(text);
    int i = 0;
    while (i < text.length()) {
      i = Math.max(i + 1, sequences.decode(i));
    }
    if (sequences.decoded != null) {
      sequences.decoded.copyUntil(text.length());
    }
    return sequences.decoded;
  }

  /** Decodes what begins at {@code i}; returns where it ends. */
  private int decode(int i) {
    char c = text.charAt(i);
    if (c == '\\') {
      return decodeJson(i);
    }
    if (c == '=') {
      int end = softBreakEnd(i);
      return end > i ? replace(i, end, "") : decodeUtf8(i, BYTE);
    }
    boolean outside = LEADS.indexOf(c) >= INSIDE && !Character.isLowerCase(charAt(i - 1));
    boolean quoted = "«»".indexOf(charAt(i + 1)) >= 0 && Character.isUpperCase(charAt(i - 1));
    return isLead(c) && !outside && !quoted ? decodeUtf8(i, 1) : i;
  }

  private int decodeJson(int i) {
    char c = charAt(i + 1);
    switch (c) {
      case '\\':
        return i + 2;
      case '"':
      case '\'':
        return replace(i, i + 2, String.valueOf(c));
      case '/':
        return i == 0 || Characters.isSeparator(text.charAt(i - 1)) ? i : replace(i, i + 2, "/");
      case 'u':
        int code = hexadecimal(i + 2, i + 6);
        return code < 0 ? i : replace(i, i + 6, String.valueOf((char) code));
      case 'n':
      case 'r':
      case 't':
        return isBlank(i)
            ? replace(i, i + 2, String.valueOf("\n\r\t".charAt("nrt".indexOf(c))))
            : i;
      default:
        return i;
    }
  }

  /** Whether a line break or a tab is meant, rather than part of a path or a command. */
  private boolean isBlank(int i) {
    char before = charAt(i - 1);
    boolean small = Character.isLowerCase(charAt(i + 2));
    boolean goesOn =
        text.charAt(i + 1) == 'n'
            && before > ' '
            && "{}$(\\".indexOf(before) < 0
            && !Character.isUpperCase(before);
    if (small && !goesOn) {
      return false;
    }
    int start = i;
    while (start > 0 && i - start < FAR && text.charAt(start - 1) > ' ') {
      start--;
    }
    for (int k = start; k < text.length() && k < i + FAR && text.charAt(k) > ' '; k++) {
      boolean drive = small && text.startsWith(":\\", k) && isDrive(k - 1);
      if (drive || (text.charAt(k) == '\\' && ESCAPED.indexOf(charAt(k + 1)) < 0)) {
        return false;
      }
    }
    return true;
  }

  /** Whether a letter stands alone. */
  private boolean isDrive(int i) {
    return Character.isLetter(charAt(i)) && !Characters.isLetterOrDigit(charAt(i - 1));
  }

  /** Where a line goes on that ends with {@code =}; {@code i} if none does. */
  private int softBreakEnd(int i) {
    if (i == 0 || !LineLayout.isLineBreak(text, i + 1)) {
      return i;
    }
    int next = LineLayout.afterBreak(text, i + 1);
    boolean inside = Character.isLetter(text.charAt(i - 1)) && Character.isLetter(charAt(next));
    boolean wide = text.charAt(i - 1) != '=' && i - LineLayout.lineStart(text, i) >= WIDE;
    return inside || wide ? next : i;
  }

  /** Decodes the bytes of a code point, each written in so many chars. */
  private int decodeUtf8(int i, int width) {
    int lead = byteAt(i, width);
    int more = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
    int codePoint = lead & (0x3F >> more);
    for (int k = 1; k <= more; k++) {
      int next = byteAt(i + k * width, width);
      if ((next & 0xC0) != 0x80 || next > 0xFF) {
        return i;
      }
      codePoint = codePoint << 6 | (next & 0x3F);
    }
    boolean valid =
        more > 0
            && codePoint >= SMALLEST[more]
            && Character.isValidCodePoint(codePoint)
            && Character.getType(codePoint) != Character.SURROGATE;
    return valid ? replace(i, i + (more + 1) * width, new String(Character.toChars(codePoint))) : i;
  }

  /** The byte that a char, or {@code =} and two digits, stand for; -1 if they stand for none. */
  private int byteAt(int i, int width) {
    char c = charAt(i);
    if (width == BYTE) {
      return c == '=' ? hexadecimal(i + 1, i + BYTE) : -1;
    }
    int windows = WINDOWS.indexOf(c);
    return c < 0x100 ? c : windows < 0 ? -1 : 0x80 + windows;
  }

  /** The number that hexadecimal digits are; -1 if that is not all there is. */
  private int hexadecimal(int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      char c = charAt(i);
      int digit = c < 0x80 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number << 4 | digit;
    }
    return number;
  }

  /** The char at {@code i}; NUL outside of the text. */
  private char charAt(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : 0;
  }

  private int replace(int start, int end, String with) {
    if (decoded == null) {
      decoded = new Rewriting(text);
    }
    decoded.replace(start, end, with);
    return end;
  }
}
