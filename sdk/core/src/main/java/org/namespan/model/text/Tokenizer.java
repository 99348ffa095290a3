package org.namespan.model.text;

import java.util.List;

/**
 * Finds the tokens of a sentence.
 *
 * <p>Tokens never hold white space, and each {@code char} that is none belongs to exactly one
 * token. A boundary never lies inside a grapheme cluster ({@link NormalizedText#isInsideGrapheme}).
 *
 * <p>Implementations are safe for use by many threads, and take a time that grows linearly with the
 * text.
 */
public interface Tokenizer {

  /**
   * Appends the tokens of a part of a text, in order. Their offsets are those of the whole text.
   *
   * @param text the whole text
   * @param start UTF-16 offset at which the part begins; no token goes on across it
   * @param end UTF-16 offset after the part; no token goes on across it
   * @param tokens receives the tokens
   */
  void tokenize(NormalizedText text, int start, int end, List<Token> tokens);
}
