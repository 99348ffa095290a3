package org.namespan.model.text;

import opennlp.tools.sentdetect.DefaultSDContextGenerator;

/**
 * The predicates of {@link DefaultSDContextGenerator} for an end-of-sentence character in a
 * paragraph whose only white space is the space, and without abbreviations, summed as a model
 * weighs them, without making strings. OpenNLP looks each character up in a set, and a JVM takes 7
 * MB to compile what it does. Immutable.
 */
final class SentenceEndFeatures {

  /** Names of the words around the character. */
  private static final String[] WORDS = {"x", "v", "s", "n"};

  /** Every character of a paragraph is looked for among them. */
  private static final int MOST_EOS_CHARACTERS = 1000;

  private static final int PREFIX = 0;
  private static final int PREVIOUS = 1;
  private static final int SUFFIX = 2;
  private static final int NEXT = 3;

  private final BinaryMaxentModel model;
  private final String eosCharacters;

  private final long eos = BinaryMaxentModel.hash("eos=");

  /** {@code [word]}: the hash of its name and the sign before its value. */
  private final long[] wordNames = new long[WORDS.length];

  /** {@code [word]}: the hash of its being capitalised. */
  private final long[] capitalised = new long[WORDS.length];

  /**
   * @param eosCharacters the characters that may end a sentence
   * @throws IllegalArgumentException if there are more than any script has
   */
  SentenceEndFeatures(BinaryMaxentModel model, String eosCharacters) {
    requireFew(eosCharacters);
    this.model = model;
    this.eosCharacters = eosCharacters;
    for (int k = 0; k < WORDS.length; k++) {
      wordNames[k] = BinaryMaxentModel.hash(WORDS[k].concat("="));
      capitalised[k] = BinaryMaxentModel.hash(WORDS[k].concat("cap"));
    }
  }

  /**
   * Refuses more end-of-sentence characters than any script has.
   *
   * @throws IllegalArgumentException if there are more
   */
  static void requireFew(String eosCharacters) {
    if (eosCharacters.length() > MOST_EOS_CHARACTERS) {
      throw new IllegalArgumentException(
          "found "
              + eosCharacters.length()
              + " end-of-sentence characters, expected at most "
              + MOST_EOS_CHARACTERS);
    }
  }

  /** The log-odds of a sentence end by the character at {@code place}. */
  double logOdds(String paragraph, int place) {
    int last = paragraph.length() - 1;
    double logOdds = model.weight(BinaryMaxentModel.hash(eos, paragraph, place, place + 1));
    if (place > 0 && paragraph.charAt(place - 1) == ' ') {
      logOdds += model.weight("sp");
    }
    if (place < last && paragraph.charAt(place + 1) == ' ') {
      logOdds += model.weight("sn");
    }
    int prefixStart = spacesBefore(paragraph, place);
    for (int i = place - 1; i > prefixStart; i--) {
      if (eosCharacters.indexOf(paragraph.charAt(i)) >= 0) {
        prefixStart = i;
      }
    }
    int suffixEnd = spacesAfter(paragraph, place, last);
    for (int i = suffixEnd - 1; i > place; i--) {
      if (eosCharacters.indexOf(paragraph.charAt(i)) >= 0) {
        suffixEnd = i;
      }
    }
    logOdds += weight(PREFIX, paragraph, prefixStart, place);
    int previousStart = spacesBefore(paragraph, prefixStart);
    logOdds += weight(PREVIOUS, paragraph, previousStart, prefixStart);
    if (place == last) {
      return logOdds + weight(SUFFIX, "", 0, 0) + weight(NEXT, "", 0, 0);
    }
    logOdds += weight(SUFFIX, paragraph, place + 1, suffixEnd);
    int nextEnd = spacesAfter(paragraph, suffixEnd + 1, last + 1);
    return logOdds + weight(NEXT, paragraph, suffixEnd + 1, nextEnd);
  }

  private double weight(int word, String text, int start, int end) {
    int from = start;
    int to = end;
    // As String.trim has it: control characters too.
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (from < to && text.charAt(to - 1) <= ' ') {
      to--;
    }
    double weight = model.weight(BinaryMaxentModel.hash(wordNames[word], text, from, to));
    if (from < to) {
      if (word == PREFIX) {
        weight += model.weight(Integer.toString(to - from));
      }
      if (Character.isUpperCase(text.charAt(from))) {
        weight += model.weight(capitalised[word]);
      }
    }
    return weight;
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
