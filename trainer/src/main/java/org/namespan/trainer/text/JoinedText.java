package org.namespan.trainer.text;

import java.util.List;
import org.namespan.internal.text.Token;

/**
 * A sentence as a writer would have typed it, and where its tokens went.
 *
 * @param text the text
 * @param tokens the tokens in order, with UTF-16 offsets into {@code text}
 */
public record JoinedText(String text, List<Token> tokens) {

  /** Copies the list. */
  public JoinedText {
    tokens = List.copyOf(tokens);
  }
}
