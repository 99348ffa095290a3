package org.namespan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** What the network reads of one sentence: the page's part "What the network is shown". */
final class PlainView {

  private static final int MOST_OF_FRAGMENT = 6;
  private static final int MOST_IN_BRACKETS = 3;
  private static final int MOST_OF_NAME = 6;
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";
  private static final String HYPHENS = "-\u2010\u2011\uFF0D";
  private static final List<String> KEPT = List.of("--", "''", "``", "\"\"");

  private final List<String> sentence;

  /** Which tokens of the sentence are shown. */
  private final List<Integer> places = new ArrayList<>();

  private final List<String> shown = new ArrayList<>();

  /**
   * @param joined whether a token stands directly behind the one before it in a text
   */
  PlainView(List<String> sentence, IntPredicate joined) {
    this.sentence = sentence;
    boolean[] hidden = hidden();
    for (int t = 0; t < hidden.length; t++) {
      if (!hidden[t]) {
        places.add(t);
      }
    }
    boolean all = places.isEmpty();
    for (int t = 0; all && t < hidden.length; t++) {
      places.add(t);
    }
    for (int t : places) {
      boolean parts = isJoiningHyphen(t, joined) || !all && isQuotationMark(t);
      shown.add(parts ? "," : sign(PlainClean.of(sentence.get(t))));
    }
    if (!all && shown.size() <= MOST_OF_FRAGMENT && endsInWord(places.get(places.size() - 1))) {
      shown.add(",");
    }
  }

  private boolean isJoiningHyphen(int t, IntPredicate joined) {
    return sentence.get(t).length() == 1
        && HYPHENS.contains(sentence.get(t))
        && t > 0
        && t + 1 < sentence.size()
        && joined.test(t)
        && joined.test(t + 1);
  }

  /** The tokens that are shown, at least one if the sentence has any. */
  List<String> shown() {
    return shown;
  }

  /** Spans of what is shown as spans of the sentence. */
  List<PlainDecoder.Span> restore(List<PlainDecoder.Span> spans) {
    List<PlainDecoder.Span> restored = new ArrayList<>();
    for (PlainDecoder.Span span : spans) {
      int end = Math.min(span.end(), places.size());
      if (span.start() < end) {
        restored.add(
            new PlainDecoder.Span(
                span.type(), places.get(span.start()), places.get(end - 1) + 1, span.score()));
      }
    }
    return restored;
  }

  private boolean[] hidden() {
    boolean[] hidden = new boolean[sentence.size()];
    boolean shownBefore = false;
    for (int t = 0; t < hidden.length; t++) {
      if (isQuotationMark(t)) {
        boolean second =
            shownBefore
                && t + 1 < sentence.size()
                && isQuotationMark(t - 1)
                && !isQuotationMark(t + 1);
        boolean arrow = sentence.get(t).equals("»") && !sentence.contains("«");
        hidden[t] = !second && !arrow;
      } else if (isOneOf(OPENING, t) && !isBehindName(t) && closing(t) > t) {
        hidden[t] = true;
        hidden[closing(t)] = true;
      }
      shownBefore |= !hidden[t];
    }
    return hidden;
  }

  private boolean isQuotationMark(int t) {
    String token = sentence.get(t);
    return !token.isEmpty()
        && PlainClean.of(token)
            .chars()
            .map(c -> PlainFeatures.fold((char) c))
            .allMatch(c -> c == '\'' || c == '"');
  }

  /** The place of the closing bracket; that of the opening one if the pair is none. */
  private int closing(int opening) {
    int t = opening + 2;
    while (t < sentence.size() && !isOneOf(OPENING + CLOSING, t)) {
      t++;
    }
    if (t >= sentence.size() || isOneOf(OPENING, t)) {
      return opening;
    }
    int most = isCapitalised(opening + 1) ? MOST_OF_NAME : MOST_IN_BRACKETS;
    return t - opening - 1 <= most ? t : opening;
  }

  private boolean isBehindName(int opening) {
    int t = opening - 1;
    while (t >= 0 && isQuotationMark(t)) {
      t--;
    }
    return t >= 0 && (isOneOf(OPENING + CLOSING, t) || t > 0 && isCapitalised(t));
  }

  private boolean isOneOf(String brackets, int t) {
    return sentence.get(t).length() == 1 && brackets.contains(sentence.get(t));
  }

  private boolean isCapitalised(int t) {
    return !sentence.get(t).isEmpty() && Character.isUpperCase(sentence.get(t).codePointAt(0));
  }

  private boolean endsInWord(int t) {
    String clean = PlainClean.of(sentence.get(t));
    return !clean.isEmpty() && Character.isLetterOrDigit(clean.codePointBefore(clean.length()));
  }

  /** What is shown for a clean form. */
  private static String sign(String clean) {
    if (clean.codePoints().allMatch(Character::isLetterOrDigit)) {
      return clean;
    }
    if (clean.codePoints().anyMatch(Character::isLetterOrDigit)) {
      return word(clean);
    }
    if (clean.length() == 1) {
      return single(clean.charAt(0));
    }
    if (PlainClean.isPictograph(clean.codePointAt(0)) || PlainCodes.isFace(clean)) {
      return ".";
    }
    if (".!?".indexOf(clean.charAt(0)) >= 0) {
      String loud = clean.replace(".", "");
      if (loud.isEmpty()) {
        return "...";
      }
      return loud.matches("[!?]+") ? loud.substring(0, 1) : clean;
    }
    return KEPT.contains(clean) ? clean : ",";
  }

  private static String word(String clean) {
    if (clean.length() == 2 && Character.isUpperCase(clean.charAt(0)) && clean.charAt(1) == '.') {
      return "J.";
    }
    if (PlainCodes.isFace(clean)) {
      return ".";
    }
    return PlainCodes.isAddress(clean) ? "," : clean;
  }

  private static String single(char sign) {
    String token = Character.toString(sign);
    if ("[{<".contains(token)) {
      return "(";
    }
    if ("]}>".contains(token)) {
      return ")";
    }
    if (sign < 0x80) {
      return "/*+=~|\\^@".contains(token) ? "," : token;
    }
    if (PlainClean.isPictograph(sign)) {
      return ".";
    }
    boolean quotes = PlainFeatures.fold(sign) == '\'' || PlainFeatures.fold(sign) == '"';
    return sign == '…' || quotes || Character.getType(sign) == Character.CURRENCY_SYMBOL
        ? token
        : ",";
  }
}
