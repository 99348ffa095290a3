package org.namespan.trainer.document;

/** Why sentences of tokens cannot hold a span as it is. */
public enum SpanFault {
  /** It holds no token: nothing, or white space. */
  EMPTY("empty"),

  /** There is white space at its start or end, or else what belongs to no token, as markup does. */
  BLANK_EDGES("with blanks at their edges"),

  /** It begins or ends within a token. */
  WITHIN_TOKEN("beginning or ending within a token"),

  /** There are gaps between its fragments. */
  DISCONTINUOUS("discontinuous"),

  /** It reaches over the end of a sentence. */
  ACROSS_SENTENCES("across sentences"),

  /** Another one has its type and its tokens. */
  DUPLICATE("given twice"),

  /** It is within another one, or around it. */
  NESTED("nested"),

  /** It shares some tokens with another one. */
  OVERLAPPING("overlapping");

  private final String words;

  SpanFault(String words) {
    this.words = words;
  }

  /** In words, of several spans: {@code across sentences}. */
  @Override
  public String toString() {
    return words;
  }
}
