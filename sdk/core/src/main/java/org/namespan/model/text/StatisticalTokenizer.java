package org.namespan.model.text;

import java.util.Arrays;
import java.util.List;

/**
 * Splits text into pre-tokens, which are parted by white space and by characters that are tokens of
 * their own, and lets a statistical model split the pre-tokens where {@link SignRules} leave it the
 * choice. The model is asked nothing about places inside a run of letters or digits, except in
 * contractions such as {@code don't}.
 */
abstract class StatisticalTokenizer implements Tokenizer {

  private final PreTokenCache cache = new PreTokenCache();

  /**
   * Whether the model ends a token inside a pre-token.
   *
   * @param place UTF-16 offset in the pre-token, neither its start nor its end
   */
  abstract boolean isBoundary(String preToken, int place);

  /** Whether the model knows a pre-token as one that is never split. */
  boolean isAbbreviation(String preToken) {
    return false;
  }

  @Override
  public final void tokenize(NormalizedText text, int start, int end, List<Token> tokens) {
    int from = text.skipSpace(start, end);
    int isolated = text.isolatedBefore(from);
    while (from < end) {
      int to = text.nextSpace(from, end);
      if (text.isolated(isolated) < to) {
        preTokenize(text, from, to, isolated, tokens);
        isolated = text.isolatedBefore(to);
      } else {
        split(text, from, to, tokens);
      }
      from = text.skipSpace(to, end);
    }
  }

  /** Parts what holds no white space at the characters that are tokens of their own. */
  private void preTokenize(
      NormalizedText text, int start, int end, int isolated, List<Token> tokens) {
    int from = start;
    for (int k = isolated; text.isolated(k) < end; k++) {
      int to = text.isolated(k);
      split(text, from, to, tokens);
      from = to;
      do {
        to++;
      } while (to < end && text.isInsideGrapheme(to));
      tokens.add(text.token(from, to));
      from = to;
    }
    split(text, from, end, tokens);
  }

  private void split(NormalizedText text, int start, int end, List<Token> tokens) {
    if (end - start > NormalizedText.MAX_PRE_TOKEN) {
      splitByCharacterClass(text, start, end, tokens);
    } else if (end - start > 1 && !text.isWord(start, end)) {
      splitByModel(text, start, end, tokens);
    } else if (end > start) {
      tokens.add(text.token(start, end));
    }
  }

  private void splitByModel(NormalizedText text, int start, int end, List<Token> tokens) {
    int from = start;
    for (int tokenEnd : tokenEnds(text, start, end)) {
      int to = start + tokenEnd;
      if (to == end || mayEnd(text, to)) {
        tokens.add(text.token(from, to));
        from = to;
      }
    }
  }

  /** Where tokens end in a pre-token, counted from its start; not to be written to. */
  final int[] tokenEnds(NormalizedText text, int start, int end) {
    int[] ends = cache.get(text, start, end);
    if (ends == null) {
      String preToken = text.substring(start, end);
      ends = tokenEnds(preToken);
      cache.put(preToken, ends);
    }
    return ends;
  }

  private int[] tokenEnds(String preToken) {
    int[] ends = new int[preToken.length()];
    int count = 0;
    SignRules rules = isAbbreviation(preToken) ? null : new SignRules(preToken);
    for (int i = 1; rules != null && i < preToken.length(); i++) {
      if (isBoundary(preToken, i, rules)) {
        ends[count++] = i;
      }
    }
    ends[count++] = preToken.length();
    return Arrays.copyOf(ends, count);
  }

  private boolean isBoundary(String preToken, int i, SignRules rules) {
    if (rules.isContraction(i)) {
      // As when it stands between spaces, whatever signs are around.
      return isBoundary(rules.core(), i - rules.coreStart());
    }
    if (isInsideWord(preToken, i)) {
      return false;
    }
    switch (rules.at(i)) {
      case BOUNDARY:
        return true;
      case WHOLE:
        return false;
      default:
        int hyphen = rules.hyphen(i);
        return hyphen < 0
            ? isBoundary(preToken, i)
            : isBoundary(preToken, hyphen) || isBoundary(preToken, hyphen + 1);
    }
  }

  private static boolean isInsideWord(String preToken, int i) {
    return Character.isLetterOrDigit(preToken.charAt(i - 1))
        && Character.isLetterOrDigit(preToken.charAt(i));
  }

  /**
   * Not inside a grapheme cluster, nor inside a run of one sign such as {@code ***}, brackets and
   * the second period of {@code Inc..} excepted, nor between an initial and its period.
   */
  private static boolean mayEnd(NormalizedText text, int i) {
    char c = text.charAt(i);
    boolean run = c == text.charAt(i - 1) && !Characters.isLetterOrDigit(c) && !isBracket(c);
    return (!run || PeriodRules.isAfterAbbreviation(text, i))
        && !text.isInsideGrapheme(i)
        && !PeriodRules.isOfInitial(text, i);
  }

  private static boolean isBracket(char c) {
    return "()[]{}".indexOf(c) >= 0;
  }

  /** Parts letters and digits from other characters, in a pre-token too long for a model. */
  private static void splitByCharacterClass(
      NormalizedText text, int start, int end, List<Token> tokens) {
    int from = start;
    boolean word = Characters.isLetterOrDigit(text.charAt(start));
    for (int i = start + 1; i < end; i++) {
      if (!text.isInsideGrapheme(i) && Characters.isLetterOrDigit(text.charAt(i)) != word) {
        tokens.add(text.token(from, i));
        from = i;
        word = !word;
      }
    }
    tokens.add(text.token(from, end));
  }
}
