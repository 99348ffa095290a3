package org.namespan.model.tag;

/**
 * A typed run of tokens of one sentence.
 *
 * @param type the entity type, such as {@code per}
 * @param start index of the first token
 * @param end index after the last token
 */
public record Span(String type, int start, int end) {

  /** Rejects an empty or backward run. */
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException("span [" + start + ", " + end + ") holds no token");
    }
  }
}
