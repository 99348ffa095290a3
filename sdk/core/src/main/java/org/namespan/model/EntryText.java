package org.namespan.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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
   * The inverse of {@link #escape}, in one pass over the bytes: a vocabulary has some 300,000.
   *
   * @throws IllegalArgumentException if an escape has not four hexadecimal digits
   */
  static char[] unescape(byte[] utf8) {
    char[] plain = new char[utf8.length];
    int length = 0;
    for (int i = 0; i < utf8.length; ) {
      byte b = utf8[i];
      if (b < 0) {
        int end = beyondAsciiEnd(utf8, i);
        String decoded = new String(utf8, i, end - i, StandardCharsets.UTF_8);
        decoded.getChars(0, decoded.length(), plain, length);
        length += decoded.length();
        i = end;
      } else if (b == '\\' && i + 1 < utf8.length && utf8[i + 1] == 'u') {
        plain[length++] = character(utf8, i);
        i += ESCAPE_LENGTH;
      } else {
        plain[length++] = (char) b;
        i++;
      }
    }
    return Arrays.copyOf(plain, length);
  }

  private static int beyondAsciiEnd(byte[] utf8, int from) {
    int end = from;
    while (end < utf8.length && utf8[end] < 0) {
      end++;
    }
    return end;
  }

  private static boolean startsEscape(String text, int i) {
    return text.charAt(i) == '\\' && i + 1 < text.length() && text.charAt(i + 1) == 'u';
  }

  private static char character(byte[] utf8, int escape) {
    int value = 0;
    for (int i = escape + 2; i < escape + ESCAPE_LENGTH; i++) {
      int digit = i < utf8.length ? Character.digit(utf8[i], 16) : -1;
      if (digit < 0) {
        throw new IllegalArgumentException(
            "the escape at byte " + escape + " has fewer than the expected 4 digits");
      }
      value = value << 4 | digit;
    }
    return (char) value;
  }
}
