package org.namespan.model.text;

import org.namespan.model.text.SignRules.Answer;

/**
 * The {@link SignRules} between the first letter or digit of a pre-token and its last: {@code
 * Berlin.Merkel} is three tokens, {@code U.S.}, {@code 5,000} and {@code AT&T} are one.
 */
final class InnerSigns {

  private static final String BRACKETS = "()[]{}<>";

  /** Signs that part the words on their two sides. */
  private static final String PARTING = "=+~*\\^";

  /** Letters of a plural's ending at most. */
  private static final int PLURAL = 2;

  /** Letters on each side of a slash that parts two words. */
  private static final int SLASHED = 2;

  /** A last word of more letters is no domain. */
  private static final int HOST = 4;

  private final String text;

  /** The end of the last letter or digit. */
  private final int last;

  InnerSigns(String text, int last) {
    this.text = text;
    this.last = last;
  }

  /** What is true of the place before {@code i}. */
  Answer at(int i) {
    char before = text.charAt(i - 1);
    char after = text.charAt(i);
    if ((before == '.' || after == '.') && !isInNumber(after == '.' ? i : i - 1)) {
      return atPeriod(after == '.' ? i : i - 1, i);
    }
    if (after == '\'' || before == '\'') {
      return atApostrophe(i);
    }
    if (isOfRun(before, i - 1) && isOfRun(after, i)) {
      return Answer.WHOLE;
    }
    if (isInNumber(i - 1) || isInNumber(i) || isPlural(i) || (before == '(' && isPlural(i - 1))) {
      return Answer.WHOLE;
    }
    if (isList(before, i - 1) || isList(after, i)) {
      return Answer.BOUNDARY;
    }
    if (before == '/' || after == '/') {
      return isBetweenWords(after == '/' ? i : i - 1) ? Answer.BOUNDARY : Answer.OPEN;
    }
    return atRun(i, before, after);
  }

  /** Runs of two signs and more such as {@code --} and {@code ->} part what is around them. */
  private Answer atRun(int i, char before, char after) {
    boolean run =
        (isOfRun(before, i - 1) && isOfRun(text.charAt(Math.max(0, i - 2)), i - 2))
            || (isOfRun(after, i) && i + 1 < last && isOfRun(text.charAt(i + 1), i + 1));
    return run ? Answer.BOUNDARY : Answer.OPEN;
  }

  private static boolean isOfRun(char sign, int i) {
    return i > 0 && "-=>:".indexOf(sign) >= 0;
  }

  /** {@code 5,000}, {@code 3.5}, {@code 10:30}. */
  private boolean isInNumber(int sign) {
    return ",.:".indexOf(text.charAt(sign)) >= 0 && isDigit(sign - 1) && isDigit(sign + 1);
  }

  /** Whether a sign parts what stands around it wherever it stands, but for numbers. */
  private boolean isList(char sign, int i) {
    switch (sign) {
      case ',':
        return !(isDigit(i - 1) && isDigit(i + 1));
      case ':':
        return isLetter(i - 1) && isLetter(i + 1);
      case ';':
        return text.charAt(0) != '&' && text.lastIndexOf('&', i) < 0;
      case '·':
        return isLetter(i - 1) && isUpper(i + 1);
      case '&':
        return isLower(i - 1) && isLower(i - 2) && isUpper(i + 1) && isLower(i + 2);
      case '!':
      case '?':
      case '"':
      case '|':
        return true;
      default:
        return (PARTING.indexOf(sign) >= 0 && isWordChar(i - 1) && isLetter(i + 1))
            || (BRACKETS.indexOf(sign) >= 0 && !isComparison(i));
    }
  }

  /** Whether a bracket is of the {@code (s)} or {@code (es)} that ends a word. */
  boolean isPlural(int i) {
    if ("()".indexOf(text.charAt(i)) < 0) {
      return false;
    }
    int open = text.lastIndexOf('(', i);
    int close = open + 1;
    while (isLower(close)) {
      close++;
    }
    return isLetter(open - 1)
        && close > open + 1
        && close - open - 1 <= PLURAL
        && close >= last
        && (i == open || i == close)
        && text.startsWith(")", close);
  }

  /** Whether a sign compares numbers, {@code 5>3}. */
  private boolean isComparison(int i) {
    return "<>".indexOf(text.charAt(i)) >= 0 && !isLetter(i - 1) && !isLetter(i + 1);
  }

  /** {@code Berlin.Merkel}, {@code J.K.Rowling}, {@code Dr.Jones}, {@code left...Then}. */
  private Answer atPeriod(int period, int i) {
    if (text.startsWith("..", i - 1)) {
      return Answer.WHOLE;
    }
    boolean run = text.startsWith("..", period) || (period > 0 && text.charAt(period - 1) == '.');
    if (run) {
      return isWordChar(i) || isWordChar(i - 1) ? Answer.BOUNDARY : Answer.OPEN;
    }
    if (isLower(period - 1) && isLower(period + 1)) {
      return isSentenceEnd(period) ? Answer.BOUNDARY : Answer.WHOLE;
    }
    if (isBeforeCount(period)) {
      return Answer.BOUNDARY;
    }
    boolean capitalised = period + 2 < last && isUpper(period + 1) && isLower(period + 2);
    if (!capitalised || !isWordChar(period - 1)) {
      return isInitial(period) ? Answer.WHOLE : Answer.OPEN;
    }
    if (isInitial(period) || isTitle(period)) {
      return i == period + 1 ? Answer.BOUNDARY : Answer.WHOLE;
    }
    boolean word = period > 1 && !isUpper(period - 1);
    return word && (isWordChar(period - 2) || text.charAt(period - 2) == '\'')
        ? Answer.BOUNDARY
        : Answer.OPEN;
  }

  /** Whether a sentence ends with a word and another begins with a number, {@code here.1}. */
  private boolean isBeforeCount(int period) {
    int i = period + 1;
    while (isDigit(i)) {
      i++;
    }
    return i > period + 1 && i == text.length() && PeriodRules.isSmallWord(text, period);
  }

  /** Whether words stand on both sides, rather than the name of a host or a file. */
  private boolean isSentenceEnd(int period) {
    int end = period + 1;
    while (isLower(end)) {
      end++;
    }
    return end - period > HOST
        && isLower(period - 2)
        && end == text.length()
        && text.indexOf('.') == period
        && !PeriodRules.isExtension(text.substring(period + 1, end));
  }

  /** Whether a lone capital stands before the period. */
  private boolean isInitial(int period) {
    return period > 0 && isUpper(period - 1) && (period == 1 || !isWordChar(period - 2));
  }

  private boolean isTitle(int period) {
    int start = period;
    while (isLetter(start - 1)) {
      start--;
    }
    return isUpper(start) && Abbreviations.isTitle(text.substring(start, period));
  }

  /** {@code OBAMA'S}; what is written small is for the model. */
  private Answer atApostrophe(int i) {
    if (i >= last - 2 && isPossessiveInCapitals()) {
      return i == last - 2 ? Answer.BOUNDARY : Answer.WHOLE;
    }
    return Answer.OPEN;
  }

  /** Whether a {@code 'S} in capitals ends it, which corpora rarely have. */
  boolean isPossessiveInCapitals() {
    return last > 2
        && text.charAt(last - 2) == '\''
        && text.charAt(last - 1) == 'S'
        && isLetter(last - 3);
  }

  private boolean isBetweenWords(int slash) {
    int from = slash;
    while (isLetter(from - 1)) {
      from--;
    }
    int to = slash + 1;
    while (isLetter(to)) {
      to++;
    }
    return slash - from >= SLASHED && to - slash > SLASHED;
  }

  private boolean isWordChar(int i) {
    return i >= 0 && i < text.length() && Characters.isLetterOrDigit(text.charAt(i));
  }

  private boolean isLetter(int i) {
    return i >= 0 && i < text.length() && Character.isLetter(text.charAt(i));
  }

  private boolean isLower(int i) {
    return i >= 0 && i < text.length() && Character.isLowerCase(text.charAt(i));
  }

  private boolean isUpper(int i) {
    return i >= 0 && i < text.length() && Character.isUpperCase(text.charAt(i));
  }

  private boolean isDigit(int i) {
    return i >= 0 && i < text.length() && Character.isDigit(text.charAt(i));
  }
}
