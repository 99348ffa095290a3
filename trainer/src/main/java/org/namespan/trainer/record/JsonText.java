package org.namespan.trainer.record;

import org.namespan.model.text.ControlCharacters;

/** Writes strings of JSON. */
public final class JsonText {

  private JsonText() {}

  /**
   * Adds a string with its quotation marks. Control characters, line separators, signs of direction
   * and lone halves of surrogate pairs, which UTF-8 cannot hold, are written as {@code \}{@code u}
   * and four digits.
   */
  public static void append(String text, StringBuilder out) {
    out.append('"');
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      if (!isPlain(text, i)) {
        out.append(text, from, i);
        escape(text.charAt(i), out);
        from = i + 1;
      }
    }
    out.append(text, from, text.length()).append('"');
  }

  private static boolean isPlain(String text, int at) {
    char c = text.charAt(at);
    return c < 0x7F
        ? c >= ' ' && c != '"' && c != '\\'
        : !ControlCharacters.isControl(c) && !ControlCharacters.isHalf(text, at);
  }

  private static void escape(char c, StringBuilder out) {
    int letter = "\"\\\b\f\n\r\t".indexOf(c);
    out.append('\\');
    if (letter >= 0) {
      out.append("\"\\bfnrt".charAt(letter));
      return;
    }
    out.append('u');
    for (int shift = 12; shift >= 0; shift -= 4) {
      out.append(Character.forDigit((c >> shift) & 15, 16));
    }
  }
}
