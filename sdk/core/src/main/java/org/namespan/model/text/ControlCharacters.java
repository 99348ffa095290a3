package org.namespan.model.text;

/**
 * Shows text that comes from a file without obeying it. A terminal takes control characters as
 * commands, to clear the screen for example, and a line break in a name would forge a line of its
 * own.
 */
public final class ControlCharacters {

  private ControlCharacters() {}

  /**
   * The text with each control character, line separator and paragraph separator written as a
   * backslash, {@code u} and its four hexadecimal digits: ESC is {@code \}{@code u001b}. JSON text
   * stays the same JSON, for they stand within its strings only, which are escaped in this way.
   */
  public static String escape(String text) {
    StringBuilder escaped = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
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
}
