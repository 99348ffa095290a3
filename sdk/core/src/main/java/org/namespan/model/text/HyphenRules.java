package org.namespan.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Parts two names that a hyphen joins, {@code Berlin-Paris}: both capitalised and words of the
 * vocabulary, which does not hold the two together. {@code Coca-Cola} stays whole, and so does
 * {@code Asia-Pacific} where training knew it. Immutable, safe for use by many threads if the
 * vocabulary is.
 */
final class HyphenRules {

  /** What begins names with a hyphen. */
  private static final Set<String> PREFIXES =
      WordSet.of(
          "abd abdel abdul abu al an anglo anti as ash at az ben bin co de el en er et ex ibn inter"
              + " jean la le mid multi neo non pan post pre pro re saint semi sub trans ul ur"
              + " x");

  /** Hyphens beside that of ASCII are rare, and so are looked for by themselves. */
  private static final String HYPHENS = "-\u2010\u2011\uFF0D";

  private final Predicate<String> isKnown;

  /**
   * @param isKnown whether the vocabulary holds a word
   */
  HyphenRules(Predicate<String> isKnown) {
    this.isKnown = isKnown;
  }

  /** Parts such pairs in the sentences of a text. */
  void part(String text, List<List<Token>> sentences) {
    for (int h = 0; h < HYPHENS.length(); h++) {
      char sign = HYPHENS.charAt(h);
      int hyphen = text.indexOf(sign);
      for (int i = 0; i < sentences.size() && hyphen >= 0; i++) {
        List<Token> sentence = sentences.get(i);
        int start = sentence.get(0).start();
        hyphen = hyphen < start ? text.indexOf(sign, start) : hyphen;
        if (hyphen >= 0 && hyphen < sentence.get(sentence.size() - 1).end()) {
          sentences.set(i, part(sentence));
        }
      }
    }
  }

  private List<Token> part(List<Token> sentence) {
    List<Token> parted = new ArrayList<>(sentence.size() + 2);
    for (Token token : sentence) {
      int hyphen = hyphen(token);
      if (hyphen + 1 < token.end() && isPair(token, hyphen)) {
        parted.add(new Token(token.source(), token.start(), hyphen));
        parted.add(new Token(token.source(), hyphen, hyphen + 1));
        parted.add(new Token(token.source(), hyphen + 1, token.end()));
      } else {
        parted.add(token);
      }
    }
    return parted;
  }

  /** The place of its first hyphen; its end if it has none. */
  private static int hyphen(Token token) {
    int i = token.start();
    while (i < token.end() && !TokenView.isHyphen(token.source().charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isPair(Token token, int hyphen) {
    String first = CleanText.ofToken(token.source().substring(token.start(), hyphen));
    String second = CleanText.ofToken(token.source().substring(hyphen + 1, token.end()));
    return isName(first)
        && isName(second)
        && !PREFIXES.contains(first.toLowerCase(Locale.ROOT))
        && isKnown.test(first)
        && isKnown.test(second)
        && !isKnown.test(first + "-" + second);
  }

  private static boolean isName(String word) {
    if (word.length() < 2 || !Character.isUpperCase(word.charAt(0))) {
      return false;
    }
    for (int i = 1; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
