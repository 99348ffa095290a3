package org.namespan.model.text;

import opennlp.tools.tokenize.DefaultTokenContextGenerator;

/**
 * The features of {@link DefaultTokenContextGenerator} for a place in a chunk that holds no white
 * space and is no abbreviation, summed as a model weighs them, without making strings. Immutable.
 */
final class CutFeatures {

  private static final int ASCII = 128;

  /** Names of the single characters around the place, and how far after it each stands. */
  private static final String[] NAMES = {"p1", "p2", "f1", "f2"};

  private static final int[] AT = {-1, -2, 0, 1};

  private final Maxent model;

  /** Of what surrounds the place, the hashes of the names. */
  private final long[] pieces = new long[5];

  /** {@code [name, character]}: the margin of all that is said of it. */
  private final double[][] ofCharacter = new double[NAMES.length][ASCII];

  /** {@code [name]}: the hash of the name before a character. */
  private final long[] characters = new long[NAMES.length];

  /** {@code [name]}: the margin of any letter, digit, or capital, and of no character. */
  private final double[] ofLetter = new double[NAMES.length];

  private final double[] ofDigit = new double[NAMES.length];
  private final double[] ofCapital = new double[NAMES.length];
  private final double[] ofNone = new double[NAMES.length];

  /** The margin of a chunk such as {@code &amp;}. */
  private final double ofEntity;

  CutFeatures(Maxent model) {
    this.model = model;
    String[] names = {"p=", "s=", "p21=", "p1f1=", "f12="};
    for (int k = 0; k < pieces.length; k++) {
      pieces[k] = Maxent.hash(names[k]);
    }
    for (int k = 0; k < NAMES.length; k++) {
      for (char c = 0; c < ASCII; c++) {
        ofCharacter[k][c] = said(NAMES[k], c);
      }
      characters[k] = Maxent.hash(NAMES[k].concat("="));
      ofLetter[k] = model.margin(NAMES[k].concat("_alpha"));
      ofDigit[k] = model.margin(NAMES[k].concat("_num"));
      ofCapital[k] = model.margin(NAMES[k].concat("_caps"));
      ofNone[k] = model.margin(NAMES[k].concat("=bok"));
    }
    ofEntity = model.margin("cc");
  }

  private double said(String name, char c) {
    double margin = model.margin(name.concat("=" + c));
    String kind = kind(c);
    if (!kind.isEmpty()) {
      margin += model.margin(name.concat(kind));
      if (Character.isUpperCase(c)) {
        margin += model.margin(name.concat("_caps"));
      }
    }
    return margin;
  }

  /** Whether the model cuts the chunk there. */
  boolean isCut(String chunk, int place) {
    return model.isYes(margin(chunk, place));
  }

  /**
   * The sum of the margins of all features. So long a method (over 325 bytes of code, {@code
   * FreqInlineSize}) that a JVM compiles it by itself: as a part of all splitting it would take up
   * to 10 MB more for that.
   */
  double margin(String chunk, int place) {
    int length = chunk.length();
    double margin = 0;
    for (int k = 0; k < ofNone.length; k++) {
      int i = place + AT[k];
      if (i < 0 || i >= length) {
        margin += ofNone[k];
        continue;
      }
      char c = chunk.charAt(i);
      if (c < ASCII) {
        margin += ofCharacter[k][c];
        continue;
      }
      margin += model.margin(Maxent.hash(characters[k], chunk, i, i + 1));
      // Signs beyond ASCII are of no kind.
      if (Character.isLetter(c)) {
        margin += Character.isUpperCase(c) ? ofLetter[k] + ofCapital[k] : ofLetter[k];
      } else if (Character.isDigit(c)) {
        margin += ofDigit[k];
      }
    }
    int[] from = {0, place, place - 2, place - 1, place};
    int[] to = {place, length, place, place + 1, place + 2};
    for (int k = 0; k < pieces.length; k++) {
      if (from[k] >= 0 && to[k] <= length) {
        margin += model.margin(Maxent.hash(pieces[k], chunk, from[k], to[k]));
      }
    }
    if (chunk.charAt(0) == '&' && chunk.charAt(length - 1) == ';') {
      margin += ofEntity;
    }
    return margin;
  }

  private static String kind(char c) {
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
