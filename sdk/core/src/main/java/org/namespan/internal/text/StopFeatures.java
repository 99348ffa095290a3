package org.namespan.internal.text;

import java.util.Arrays;
import opennlp.tools.sentdetect.DefaultSDContextGenerator;

/**
 * The features of {@link DefaultSDContextGenerator}, in its order, for a stop in a paragraph whose
 * only white space is the space, and without abbreviations. OpenNLP looks each character up in a
 * set, and a JVM takes 7 MB to compile what it does. Immutable.
 */
final class StopFeatures {

  private static final int MOST = 12;

  private final String stops;

  /**
   * @param stops the characters that may end a sentence
   */
  StopFeatures(String stops) {
    this.stops = stops;
  }

  /** The features of the stop at {@code place}. */
  String[] of(String paragraph, int place) {
    int last = paragraph.length() - 1;
    String[] features = new String[MOST];
    int count = 0;
    if (place > 0 && paragraph.charAt(place - 1) == ' ') {
      features[count++] = "sp";
    }
    if (place < last && paragraph.charAt(place + 1) == ' ') {
      features[count++] = "sn";
    }
    features[count++] = "eos=".concat(paragraph.substring(place, place + 1));
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
    count = add(features, count, "x=", "xcap", paragraph, prefixStart, place);
    int previousStart = spacesBefore(paragraph, prefixStart);
    count = add(features, count, "v=", "vcap", paragraph, previousStart, prefixStart);
    if (place == last) {
      count = add(features, count, "s=", "scap", "", 0, 0);
      count = add(features, count, "n=", "ncap", "", 0, 0);
    } else {
      count = add(features, count, "s=", "scap", paragraph, place + 1, suffixEnd);
      int nextEnd = spacesAfter(paragraph, suffixEnd + 1, last + 1);
      count = add(features, count, "n=", "ncap", paragraph, suffixEnd + 1, nextEnd);
    }
    return Arrays.copyOf(features, count);
  }

  /** Adds what is said of a word by the stop; gives the new count of features. */
  private static int add(
      String[] features, int count, String name, String capital, String text, int start, int end) {
    int from = start;
    int to = end;
    // As String.trim has it: control characters too.
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) <= ' ') {
      to--;
    }
    int next = count;
    features[next++] = name.concat(text.substring(from, to));
    if (from < to) {
      if (name.equals("x=")) {
        features[next++] = Integer.toString(to - from);
      }
      if (Character.isUpperCase(text.charAt(from))) {
        features[next++] = capital;
      }
    }
    return next;
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
