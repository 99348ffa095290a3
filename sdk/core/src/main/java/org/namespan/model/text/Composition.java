package org.namespan.model.text;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/**
 * The composed and plain forms of characters, by {@link Normalizer}. What composes is handed to it
 * segment by segment, as a letter and its marks, so that the alignment is kept and text that is
 * composed already costs nothing.
 */
final class Composition {

  /** Marks of a segment at most, as in Unicode's Stream-Safe Text Format (UAX 15). */
  private static final int MOST_MARKS = 30;

  private Composition() {}

  /** Whether a code point may go together with the one before it: a mark, or half a syllable. */
  static boolean isComposing(int codePoint) {
    if (codePoint >= 0x1161 && codePoint <= 0x11C2) {
      return true;
    }
    int type = Character.getType(codePoint);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** Whether marks may go together with a code point: a letter that is none itself. */
  static boolean isBase(int codePoint) {
    return Character.isLetter(codePoint) && !isComposing(codePoint);
  }

  /**
   * Where the marks end that go on at {@code from}, before what no reader sees; only so many of
   * them as text can need.
   */
  static int segmentEnd(String text, int from) {
    int i = from;
    for (int marks = 1; marks < MOST_MARKS && i < text.length(); marks++) {
      int codePoint = text.codePointAt(i);
      if (!isComposing(codePoint) || Characters.isDefaultIgnorable(codePoint)) {
        break;
      }
      i += Character.charCount(codePoint);
    }
    return i;
  }

  /** Where the marks at the end of a text begin, and what stands before them. */
  static int segmentStart(CharSequence text) {
    int i = text.length();
    boolean mark = true;
    for (int marks = 0; mark && marks <= MOST_MARKS && i > 0; marks++) {
      int codePoint = Character.codePointBefore(text, i);
      mark = isComposing(codePoint) && !Characters.isDefaultIgnorable(codePoint);
      i -= Character.charCount(codePoint);
    }
    return i;
  }

  /** The composed form of a text; null if that is the text itself. */
  static @Nullable String compose(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.equals(text) ? null : composed;
  }

  /**
   * What is written for a full-width form, a mathematical letter or a ligature: plain letters; null
   * for any other code point.
   */
  static @Nullable String plain(int codePoint) {
    boolean compatible =
        (codePoint >= 0xFF01 && codePoint <= 0xFF5E)
            || (codePoint >= 0x1D400 && codePoint <= 0x1D7FF)
            || (codePoint >= 0xFB00 && codePoint <= 0xFB06)
            || (codePoint >= 0x24B6 && codePoint <= 0x24E9)
            || (codePoint >= 0x1F130 && codePoint <= 0x1F149);
    return compatible
        ? Normalizer.normalize(new String(Character.toChars(codePoint)), Normalizer.Form.NFKC)
        : null;
  }

  /** Whether a code point is in a block that has singletons and composition exclusions. */
  static boolean isDuplicate(int c) {
    return (c >= 0x374 && c <= 0x387)
        || (c >= 0x958 && c <= 0xFFF)
        || (c >= 0x1F71 && c <= 0x1FFD)
        || c == 0x2000
        || c == 0x2001
        || (c >= 0x2126 && c <= 0x212B)
        || c == 0x2329
        || c == 0x232A
        || c == 0x2ADC
        || (c >= 0xF900 && c < 0xFB00)
        || (c >= 0xFB1D && c <= 0xFB4E)
        || (c >= 0x1D15E && c <= 0x1D1C0)
        || (c >= 0x2F800 && c <= 0x2FA1D);
  }
}
