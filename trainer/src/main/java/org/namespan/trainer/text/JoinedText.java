package org.namespan.trainer.text;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.text.Token;

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

  /**
   * The text that tokens were joined to.
   *
   * @param starts UTF-16 offset of each token in it
   */
  static JoinedText of(String text, List<String> tokens, int[] starts) {
    List<Token> placed = new ArrayList<>(tokens.size());
    for (int i = 0; i < starts.length; i++) {
      placed.add(new Token(text, starts[i], starts[i] + tokens.get(i).length()));
    }
    return new JoinedText(text, placed);
  }
}
