package org.namespan.model.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Parts two names that a hyphen joins, {@code Berlin-Paris}: both capitalised and words of the
 * vocabulary, which does not hold the two together. {@code Coca-Cola} stays whole, and so does
 * {@code Asia-Pacific} where training knew it. Two small words with a period between them, {@code
 * party.then}, are parted likewise, but not {@code example.com}. Immutable, safe for use by many
 * threads if the vocabulary is.
 */
final class HyphenRules {

  /** What begins names with a hyphen. */
  private static final Set<String> PREFIXES =
      WordSet.of(
          "abd abdel abdul abu al an anglo anti as ash at az ben bin co de el en er et ex ibn inter"
              + " jean la le mid multi neo non pan post pre pro re saint semi sub trans ul ur"
              + " x");

  /** Letters of a name at least, and of a small word before a period. */
  private static final int NAME = 2;

  private static final int SMALL = 3;

  /** Signs beside that of ASCII are rare, and so are looked for by themselves. */
  private static final String SIGNS = "-\u2010\u2011\uFF0D.";

  private final Predicate<String> isKnown;

  /**
   * @param isKnown whether the vocabulary holds a word
   */
  HyphenRules(Predicate<String> isKnown) {
    this.isKnown = isKnown;
  }

  /** Parts such pairs in the sentences of a text. */
  void part(String text, List<List<Token>> sentences) {
    for (int s = 0; s < SIGNS.length(); s++) {
      char sign = SIGNS.charAt(s);
      int hyphen = next(text, sign, 0);
      for (int i = 0; i < sentences.size() && hyphen >= 0; i++) {
        List<Token> sentence = sentences.get(i);
        int start = sentence.get(0).start();
        hyphen = hyphen < start ? next(text, sign, start) : hyphen;
        if (hyphen >= 0 && hyphen < sentence.get(sentence.size() - 1).end()) {
          sentences.set(i, part(sentence));
        }
      }
    }
  }

  /** The next such sign, of periods one between small letters; -1 if there is none. */
  private static int next(String text, char sign, int from) {
    int i = text.indexOf(sign, from);
    while (i >= 0 && sign == '.' && !isBetweenSmall(text, i)) {
      i = text.indexOf(sign, i + 1);
    }
    return i;
  }

  private static boolean isBetweenSmall(String text, int i) {
    return i > 0
        && i + 1 < text.length()
        && Character.isLowerCase(text.charAt(i - 1))
        && Character.isLowerCase(text.charAt(i + 1));
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

  /** The place of its first hyphen or period; its end if it has none. */
  private static int hyphen(Token token) {
    int i = token.start();
    while (i < token.end()
        && token.source().charAt(i) != '.'
        && !TokenView.isHyphen(token.source().charAt(i))) {
      i++;
    }
    return i;
  }

  private boolean isPair(Token token, int hyphen) {
    String first = CleanText.ofToken(token.source().substring(token.start(), hyphen));
    String second = CleanText.ofToken(token.source().substring(hyphen + 1, token.end()));
    boolean stop = token.source().charAt(hyphen) == '.';
    return (stop ? areSmall(first, second) : areNames(first, second))
        && isKnown.test(first)
        && isKnown.test(second)
        && !isKnown.test(first + (stop ? "." : "-") + second);
  }

  private static boolean areNames(String first, String second) {
    return isWord(first, NAME)
        && isWord(second, NAME)
        && Character.isUpperCase(first.charAt(0))
        && Character.isUpperCase(second.charAt(0))
        && !PREFIXES.contains(first.toLowerCase(Locale.ROOT));
  }

  private static boolean areSmall(String first, String second) {
    return isWord(first, SMALL)
        && isWord(second, NAME)
        && Character.isLowerCase(first.charAt(0))
        && Character.isLowerCase(second.charAt(0))
        && !Abbreviations.contains(first)
        && !PeriodRules.isExtension(second);
  }

  /** Whether all are letters, and so many at least. */
  private static boolean isWord(String word, int least) {
    for (int i = 0; i < word.length(); i++) {
      if (!Character.isLetter(word.charAt(i))) {
        return false;
      }
    }
    return word.length() >= least;
  }
}
