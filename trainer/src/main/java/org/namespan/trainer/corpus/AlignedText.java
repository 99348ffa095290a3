package org.namespan.trainer.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.namespan.model.text.Token;

/**
 * The text of a sentence and where its tokens stand in it. Immutable.
 *
 * @param text the text
 * @param tokens the tokens in order, with UTF-16 offsets into {@code text}
 */
public record AlignedText(String text, List<Token> tokens) {

  /** Copies the list. */
  public AlignedText {
    tokens = List.copyOf(tokens);
  }

  /**
   * The text with the tokens that start at these offsets.
   *
   * @param starts UTF-16 offset of each token in {@code text}
   */
  public static AlignedText of(String text, List<String> tokens, int[] starts) {
    List<Token> placed = new ArrayList<>(tokens.size());
    for (int i = 0; i < starts.length; i++) {
      placed.add(new Token(text, starts[i], starts[i] + tokens.get(i).length()));
    }
    return new AlignedText(text, placed);
  }

  /**
   * Finds tokens in their text by walking forward: white space apart, each must begin where the one
   * before it ended, and nothing may be left over.
   *
   * <p>{@code align("I don't.", ["I", "do", "n't", "."])} places them at 0, 2, 4 and 7.
   *
   * @param tokens none of them empty
   * @return empty if they are not the tokens of this text
   */
  public static Optional<AlignedText> align(String text, List<String> tokens) {
    int[] starts = new int[tokens.size()];
    int at = 0;
    for (int i = 0; i < starts.length; i++) {
      String token = tokens.get(i);
      // A token that begins with white space itself is taken where the one before it ended.
      at = text.startsWith(token, at) ? at : skipSpace(text, at);
      if (!text.startsWith(token, at)) {
        return Optional.empty();
      }
      starts[i] = at;
      at += token.length();
    }
    return skipSpace(text, at) == text.length()
        ? Optional.of(of(text, tokens, starts))
        : Optional.empty();
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length()
        && (Character.isWhitespace(text.charAt(at)) || Character.isSpaceChar(text.charAt(at)))) {
      at++;
    }
    return at;
  }
}
