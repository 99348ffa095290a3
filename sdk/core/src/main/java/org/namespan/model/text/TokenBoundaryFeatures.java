package org.namespan.model.text;

import opennlp.tools.tokenize.DefaultTokenContextGenerator;

/**
 * The predicates of {@link DefaultTokenContextGenerator} for a place in a pre-token that is no
 * abbreviation, summed as a model weighs them, without making strings. Immutable.
 */
final class TokenBoundaryFeatures {

  private static final int ASCII = 128;

  /** Names of the characters around the place, and how far after it each stands. */
  private static final String[] CHARACTERS = {"p1", "p2", "f1", "f2"};

  private static final int[] CHARACTER_OFFSETS = {-1, -2, 0, 1};

  /** Names of the substrings around the place, from the prefix on. */
  private static final String[] SUBSTRINGS = {"p=", "s=", "p21=", "p1f1=", "f12="};

  private final BinaryMaxentModel model;

  /** {@code [substring]}: the hash of its name. */
  private final long[] substringNames = new long[SUBSTRINGS.length];

  /** {@code [character]}: the hash of its name and the sign before its value. */
  private final long[] characterNames = new long[CHARACTERS.length];

  /** {@code [character, value]}: the weight of all predicates of a character of ASCII. */
  private final double[][] ascii = new double[CHARACTERS.length][ASCII];

  /** {@code [character]}: the weights of a letter, a digit, a capital, and of none there. */
  private final double[] letter = new double[CHARACTERS.length];

  private final double[] digit = new double[CHARACTERS.length];
  private final double[] capital = new double[CHARACTERS.length];
  private final double[] outside = new double[CHARACTERS.length];

  /** The weight of a pre-token that is a character entity of HTML. */
  private final double characterEntity;

  TokenBoundaryFeatures(BinaryMaxentModel model) {
    this.model = model;
    for (int k = 0; k < SUBSTRINGS.length; k++) {
      substringNames[k] = BinaryMaxentModel.hash(SUBSTRINGS[k]);
    }
    for (int k = 0; k < CHARACTERS.length; k++) {
      for (char c = 0; c < ASCII; c++) {
        ascii[k][c] = asciiWeight(CHARACTERS[k], c);
      }
      characterNames[k] = BinaryMaxentModel.hash(CHARACTERS[k].concat("="));
      letter[k] = model.weight(CHARACTERS[k].concat("_alpha"));
      digit[k] = model.weight(CHARACTERS[k].concat("_num"));
      capital[k] = model.weight(CHARACTERS[k].concat("_caps"));
      outside[k] = model.weight(CHARACTERS[k].concat("=bok"));
    }
    characterEntity = model.weight("cc");
  }

  private double asciiWeight(String name, char c) {
    double weight = model.weight(name.concat("=" + c));
    String characterClass = characterClass(c);
    if (!characterClass.isEmpty()) {
      weight += model.weight(name.concat(characterClass));
      if (Character.isUpperCase(c)) {
        weight += model.weight(name.concat("_caps"));
      }
    }
    return weight;
  }

  /**
   * The log-odds of a boundary before {@code place}. So long a method (over 325 bytes of code,
   * {@code FreqInlineSize}) that a JVM compiles it by itself: as a part of all splitting it would
   * take up to 10 MB more for that.
   */
  double logOdds(String preToken, int place) {
    int length = preToken.length();
    double logOdds = 0;
    for (int k = 0; k < outside.length; k++) {
      int i = place + CHARACTER_OFFSETS[k];
      if (i < 0 || i >= length) {
        logOdds += outside[k];
        continue;
      }
      char c = preToken.charAt(i);
      if (c < ASCII) {
        logOdds += ascii[k][c];
        continue;
      }
      logOdds += model.weight(BinaryMaxentModel.hash(characterNames[k], preToken, i, i + 1));
      // Signs beyond ASCII are of no class.
      if (Character.isLetter(c)) {
        logOdds += Character.isUpperCase(c) ? letter[k] + capital[k] : letter[k];
      } else if (Character.isDigit(c)) {
        logOdds += digit[k];
      }
    }
    int[] from = {0, place, place - 2, place - 1, place};
    int[] to = {place, length, place, place + 1, place + 2};
    for (int k = 0; k < substringNames.length; k++) {
      if (from[k] >= 0 && to[k] <= length) {
        logOdds +=
            model.weight(BinaryMaxentModel.hash(substringNames[k], preToken, from[k], to[k]));
      }
    }
    if (preToken.charAt(0) == '&' && preToken.charAt(length - 1) == ';') {
      logOdds += characterEntity;
    }
    return logOdds;
  }

  private static String characterClass(char c) {
    if (Character.isLetter(c)) {
      return "_alpha";
    }
    if (Character.isDigit(c)) {
      return "_num";
    }
    switch (c) {
      case '.':
      case '?':
      case '!':
        return "_eos";
      case '`':
      case '"':
      case '\'':
        return "_quote";
      case '[':
      case '{':
      case '(':
        return "_lp";
      case ']':
      case '}':
      case ')':
        return "_rp";
      default:
        return "";
    }
  }
}
