package org.namespan.internal.text;

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

  /** {@code [name]}: the margin where the chunk has no character. */
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

  /** The sum of the margins of all features. */
  double margin(String chunk, int place) {
    int length = chunk.length();
    double margin = 0;
    for (int k = 0; k < ofNone.length; k++) {
      int i = place + AT[k];
      if (i < 0 || i >= length) {
        margin += ofNone[k];
      } else {
        char c = chunk.charAt(i);
        margin += c < ASCII ? ofCharacter[k][c] : said(NAMES[k], c);
      }
    }
    margin += piece(0, chunk, 0, place) + piece(1, chunk, place, length);
    margin += piece(2, chunk, place - 2, place) + piece(3, chunk, place - 1, place + 1);
    margin += piece(4, chunk, place, place + 2);
    return chunk.charAt(0) == '&' && chunk.charAt(length - 1) == ';' ? margin + ofEntity : margin;
  }

  /** Nothing if the chunk is shorter. */
  private double piece(int name, String chunk, int from, int to) {
    return from < 0 || to > chunk.length()
        ? 0
        : model.margin(Maxent.hash(pieces[name], chunk, from, to));
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
