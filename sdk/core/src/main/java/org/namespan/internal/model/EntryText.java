package org.namespan.internal.model;

/**
 * Writes text so that every ONNX Runtime gives it back unharmed. Its Java API turns metadata into
 * strings by JNI's {@code NewStringUTF}, which knows no characters outside the Basic Multilingual
 * Plane: an emoji would swallow the line feed after it. Such characters are written as {@code
 * \}{@code uD83D} and {@code \}{@code uDE00}, as in Java; so is NUL, and a backslash that would
 * otherwise be read as the start of one of these.
 */
final class EntryText {

  private static final int ESCAPE_LENGTH = 6;

  private EntryText() {}

  static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c) || c == 0 || startsEscape(text, i)) {
        if (escaped == null) {
          escaped = new StringBuilder(text.length() + 64).append(text, 0, i);
        }
        String hex = Integer.toHexString(0x10000 | c);
        escaped.append("\\u").append(hex, 1, hex.length());
      } else if (escaped != null) {
        escaped.append(c);
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  /**
   * The inverse of {@link #escape}.
   *
   * @throws IllegalArgumentException if an escape has not four hexadecimal digits
   */
  static String unescape(String text) {
    int next = text.indexOf("\\u");
    if (next < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    int done = 0;
    while (next >= 0) {
      plain.append(text, done, next).append(character(text, next));
      done = next + ESCAPE_LENGTH;
      next = text.indexOf("\\u", done);
    }
    return plain.append(text, done, text.length()).toString();
  }

  private static boolean startsEscape(String text, int i) {
    return text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u';
  }

  private static char character(String text, int escape) {
    int value = 0;
    for (int i = escape + 2; i < escape + ESCAPE_LENGTH; i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException(
            "the escape at character " + escape + " has fewer than the expected 4 digits");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }
}
