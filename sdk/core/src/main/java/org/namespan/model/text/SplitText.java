package org.namespan.model.text;

import java.util.List;

/** A text, or a part of one, and its sentences in order. No record: it would print the text. */
public final class SplitText {

  private final String text;
  private final int offset;
  private final List<List<Token>> sentences;

  /** Keeps what it is given. */
  public SplitText(String text, int offset, List<List<Token>> sentences) {
    this.text = text;
    this.offset = offset;
    this.sentences = sentences;
  }

  /** What the tokens refer to. */
  public String text() {
    return text;
  }

  /** Where in the whole text it begins. */
  public int offset() {
    return offset;
  }

  /** None of them empty. */
  public List<List<Token>> sentences() {
    return sentences;
  }
}
