package org.namespan.model.feature;

import java.util.List;
import org.namespan.model.text.Token;
import org.namespan.model.text.TokenView;

/**
 * Brackets that stand around a few words of a sentence as quotation marks do, such as {@code They
 * visited (Berlin).} Those after a name, as in {@code European Union (EU)}, are none of these: they
 * tell one name from the next.
 */
final class Brackets {

  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  /** Tokens between the brackets at most, if the first has a capital. */
  private static final int NAME = 6;

  /** Tokens between the brackets at most in any other case. */
  private static final int OTHER = 3;

  private Brackets() {}

  /**
   * Where the bracket stands that closes the one at {@code open}; {@code open} if that is none, or
   * one that a network has to see.
   */
  static int closing(List<Token> sentence, int open) {
    if (!isOneOf(OPENING, sentence.get(open))
        || open + 2 >= sentence.size()
        || followsName(sentence, open)) {
      return open;
    }
    int most = isCapitalised(sentence.get(open + 1)) ? NAME : OTHER;
    int limit = Math.min(sentence.size(), open + most + 2);
    for (int t = open + 2; t < limit; t++) {
      if (isOneOf(CLOSING, sentence.get(t))) {
        return t;
      }
      if (isOneOf(OPENING, sentence.get(t))) {
        return open;
      }
    }
    return open;
  }

  /** Whether a name or another bracket stands before. The first word of a sentence is no name. */
  private static boolean followsName(List<Token> sentence, int open) {
    int before = open - 1;
    while (before >= 0 && TokenView.isQuotationMark(sentence.get(before))) {
      before--;
    }
    return (before >= 0 && isOneOf(CLOSING + OPENING, sentence.get(before)))
        || (before > 0 && isCapitalised(sentence.get(before)));
  }

  private static boolean isOneOf(String brackets, Token token) {
    return token.end() - token.start() == 1
        && brackets.indexOf(token.source().charAt(token.start())) >= 0;
  }

  private static boolean isCapitalised(Token token) {
    return token.end() > token.start()
        && Character.isUpperCase(token.source().codePointAt(token.start()));
  }
}
