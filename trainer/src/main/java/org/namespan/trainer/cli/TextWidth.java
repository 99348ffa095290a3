package org.namespan.trainer.cli;

/** How many columns a text takes on a terminal, near enough for a table. */
final class TextWidth {

  private static final int[][] WIDE = {
    {0x1100, 0x115F}, // Hangul Jamo
    {0x2E80, 0x303E}, // CJK radicals and punctuation
    {0x3041, 0xA4CF}, // kana, CJK ideographs, Yi
    {0xA960, 0xA97F}, // Hangul Jamo Extended-A
    {0xAC00, 0xD7A3}, // Hangul syllables
    {0xF900, 0xFAFF}, // CJK compatibility ideographs
    {0xFE30, 0xFE6F}, // CJK compatibility forms
    {0xFF00, 0xFF60}, // fullwidth forms
    {0xFFE0, 0xFFE6}, // fullwidth signs
    {0x1F1E6, 0x1F1FF}, // flags
    {0x1F300, 0x1F64F}, // pictographs and faces
    {0x1F680, 0x1F6FF}, // transport
    {0x1F900, 0x1FAFF}, // more pictographs
    {0x20000, 0x3FFFD}, // CJK extensions
  };

  private TextWidth() {}

  /** Columns of {@code text}: 2 for wide characters, 0 for marks that join the one before. */
  static int of(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  private static int of(int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK:
      case Character.ENCLOSING_MARK:
      case Character.FORMAT:
        return 0;
      default:
        for (int[] range : WIDE) {
          if (codePoint >= range[0] && codePoint <= range[1]) {
            return 2;
          }
        }
        return 1;
    }
  }
}
