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
      boolean between =
          sentence.get(t).equals("-")
              && t > 0
              && t + 1 < sentence.size()
              && joined.test(t)
              && joined.test(t + 1);
      shown.add(between ? "," : sign(PlainClean.of(sentence.get(t))));
    }
    if (!all && shown.size() <= MOST_OF_FRAGMENT && endsInWord(places.get(places.size() - 1))) {
      shown.add(",");
    }
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
    for (int t = 0; t < hidden.length; t++) {
      if (isQuotationMark(sentence.get(t))) {
        hidden[t] = true;
      } else if (isOneOf(OPENING, t) && !isBehindName(t) && closing(t) > t) {
        hidden[t] = true;
        hidden[closing(t)] = true;
      }
    }
    return hidden;
  }

  private static boolean isQuotationMark(String token) {
    return !token.isEmpty()
        && token
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
    while (t >= 0 && isQuotationMark(sentence.get(t))) {
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
    String token = sentence.get(t);
    return !token.isEmpty() && Character.isLetterOrDigit(token.codePointBefore(token.length()));
  }

  /** What is shown for a clean form. */
  private static String sign(String clean) {
    if (clean.isEmpty()) {
      return clean;
    }
    char first = clean.charAt(0);
    if (Character.isLetterOrDigit(first)) {
      boolean initial =
          clean.length() == 2 && Character.isUpperCase(first) && clean.charAt(1) == '.';
      return initial ? "J." : clean;
    }
    if (clean.length() == 1 && "/–—―·*".contains(clean)) {
      return ",";
    }
    if (PlainClean.isPictograph(clean.codePointAt(0))) {
      return ".";
    }
    if (clean.length() == 1 && "[{<".contains(clean)) {
      return "(";
    }
    if (clean.length() == 1 && "]}>".contains(clean)) {
      return ")";
    }
    String loud = clean.replace(".", "");
    boolean shout = !loud.isEmpty() && loud.chars().allMatch(c -> c == '!' || c == '?');
    return shout ? loud.substring(0, 1) : clean;
  }
}
