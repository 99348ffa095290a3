package org.namespan.model.text;

/**
 * Shows text that comes from a file without obeying it. A terminal takes control characters as
 * commands, to clear the screen for example, a line break in a name would forge a line of its own,
 * and a direction (Unicode Standard Annex 9) has what follows it shown in another order.
 */
public final class ControlCharacters {

  private ControlCharacters() {}

  /**
   * The text with each control character, line separator, paragraph separator, sign of direction
   * and half of a surrogate pair written as a backslash, {@code u} and its four hexadecimal digits:
   * ESC is {@code \}{@code u001b}. JSON text stays the same JSON, for they stand within its strings
   * only, which are escaped in this way.
   */
  public static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isControl(text, i)) {
        if (escaped == null) {
          escaped = new StringBuilder(text.length() + 16).append(text, 0, i);
        }
        escaped.append(String.format("\\u%04x", (int) c));
      } else if (escaped != null) {
        escaped.append(c);
      }
    }
    return escaped == null ? text : escaped.toString();
  }

  /** Whether there is anything that {@link #escape} writes in another way. */
  public static boolean areIn(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (isControl(text, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it is a control character, a line or paragraph separator or a sign of direction. */
  public static boolean isControl(char c) {
    if (c < 0x7F) {
      return c < ' ';
    }
    return Character.isISOControl(c)
        || c == '\u061C'
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069');
  }

  /** Whether a surrogate stands at a place without its other half, which UTF-8 cannot hold. */
  public static boolean isHalf(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }

  private static boolean isControl(String text, int i) {
    return isControl(text.charAt(i)) || isHalf(text, i);
  }
}
