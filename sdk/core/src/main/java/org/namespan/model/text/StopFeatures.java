package org.namespan.model.text;

import opennlp.tools.sentdetect.DefaultSDContextGenerator;

/**
 * The features of {@link DefaultSDContextGenerator} for a stop in a paragraph whose only white
 * space is the space, and without abbreviations, summed as a model weighs them, without making
 * strings. OpenNLP looks each character up in a set, and a JVM takes 7 MB to compile what it does.
 * Immutable.
 */
final class StopFeatures {

  /** Names of the words by the stop. */
  private static final String[] WORDS = {"x", "v", "s", "n"};

  private static final int PREFIX = 0;
  private static final int PREVIOUS = 1;
  private static final int SUFFIX = 2;
  private static final int NEXT = 3;

  private final Maxent model;
  private final String stops;

  private final long eos = Maxent.hash("eos=");

  /** By word, the hash of what it is, up to the word itself, and of being capitalised. */
  private final long[] is = new long[WORDS.length];

  private final long[] isCapital = new long[WORDS.length];

  /**
   * @param stops the characters that may end a sentence
   */
  StopFeatures(Maxent model, String stops) {
    this.model = model;
    this.stops = stops;
    for (int k = 0; k < WORDS.length; k++) {
      is[k] = Maxent.hash(WORDS[k].concat("="));
      isCapital[k] = Maxent.hash(WORDS[k].concat("cap"));
    }
  }

  /** Whether the model ends a sentence by the stop at {@code place}. */
  boolean isEnd(String paragraph, int place) {
    return model.isYes(margin(paragraph, place));
  }

  /** The sum of the margins of all features of the stop at {@code place}. */
  double margin(String paragraph, int place) {
    int last = paragraph.length() - 1;
    double margin = model.margin(Maxent.hash(eos, paragraph, place, place + 1));
    if (place > 0 && paragraph.charAt(place - 1) == ' ') {
      margin += model.margin("sp");
    }
    if (place < last && paragraph.charAt(place + 1) == ' ') {
      margin += model.margin("sn");
    }
    int prefixStart = spacesBefore(paragraph, place);
    for (int i = place - 1; i > prefixStart; i--) {
      if (stops.indexOf(paragraph.charAt(i)) >= 0) {
        prefixStart = i;
      }
    }
    int suffixEnd = spacesAfter(paragraph, place, last);
    for (int i = suffixEnd - 1; i > place; i--) {
      if (stops.indexOf(paragraph.charAt(i)) >= 0) {
        suffixEnd = i;
      }
    }
    margin += margin(PREFIX, paragraph, prefixStart, place);
    int previousStart = spacesBefore(paragraph, prefixStart);
    margin += margin(PREVIOUS, paragraph, previousStart, prefixStart);
    if (place == last) {
      return margin + margin(SUFFIX, "", 0, 0) + margin(NEXT, "", 0, 0);
    }
    margin += margin(SUFFIX, paragraph, place + 1, suffixEnd);
    int nextEnd = spacesAfter(paragraph, suffixEnd + 1, last + 1);
    return margin + margin(NEXT, paragraph, suffixEnd + 1, nextEnd);
  }

  private double margin(int word, String text, int start, int end) {
    int from = start;
    int to = end;
    // As String.trim has it: control characters too.
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) <= ' ') {
      to--;
    }
    double margin = model.margin(Maxent.hash(is[word], text, from, to));
    if (from < to) {
      if (word == PREFIX) {
        margin += model.margin(Integer.toString(to - from));
      }
      if (Character.isUpperCase(text.charAt(from))) {
        margin += model.margin(isCapital[word]);
      }
    }
    return margin;
  }

  /** Where the spaces nearest before a place begin; 0 if there are none. */
  private static int spacesBefore(String text, int place) {
    int i = place - 1;
    while (i > 0 && text.charAt(i) != ' ') {
      i--;
    }
    while (i > 0 && text.charAt(i - 1) == ' ') {
      i--;
    }
    return Math.max(i, 0);
  }

  /** The last of the spaces nearest after a place; {@code limit} if none begin before that. */
  private static int spacesAfter(String text, int place, int limit) {
    int i = place + 1;
    while (i < limit && text.charAt(i) != ' ') {
      i++;
    }
    if (i >= limit) {
      return limit;
    }
    while (i + 1 < text.length() && text.charAt(i + 1) == ' ') {
      i++;
    }
    return i;
  }
}
