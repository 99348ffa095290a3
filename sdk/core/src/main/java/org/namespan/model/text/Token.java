package org.namespan.model.text;

/**
 * One token of a text. Its own text is not made before it is asked for: most tokens are only looked
 * up.
 *
 * @param source the caller's text
 * @param start UTF-16 offset of its first {@code char} there
 * @param end UTF-16 offset after its last {@code char}
 */
public record Token(String source, int start, int end) {

  /** The token as the caller wrote it. */
  public String text() {
    return source.substring(start, end);
  }
}
