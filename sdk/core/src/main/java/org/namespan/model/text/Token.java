package org.namespan.model.text;

import java.util.ArrayList;
import java.util.List;

/**
 * One token of a text. Its own text is not made before it is asked for: most tokens are only looked
 * up.
 *
 * @param source the caller's text
 * @param start UTF-16 offset of its first {@code char} there
 * @param end UTF-16 offset after its last {@code char}
 */
public record Token(String source, int start, int end) {

  /** Tokens that come without a text around them, each a text of its own. */
  public static List<Token> of(List<String> tokens) {
    List<Token> wrapped = new ArrayList<>(tokens.size());
    for (String token : tokens) {
      wrapped.add(new Token(token, 0, token.length()));
    }
    return wrapped;
  }

  /** The token as the caller wrote it. */
  public String text() {
    return source.substring(start, end);
  }

  /** Whether it is one {@code char} alone. */
  public boolean is(char sign) {
    return end - start == 1 && source.charAt(start) == sign;
  }
}
