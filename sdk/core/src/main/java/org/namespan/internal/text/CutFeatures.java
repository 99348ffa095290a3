package org.namespan.internal.text;

import java.util.Arrays;
import opennlp.tools.tokenize.DefaultTokenContextGenerator;
import opennlp.tools.tokenize.TokenContextGenerator;

/**
 * The features of {@link DefaultTokenContextGenerator}, in an order of their own, for a place in a
 * chunk that holds no white space and is no abbreviation. OpenNLP joins strings in thirty places,
 * and a JVM takes 40 MB to compile the one method that they all become part of; here it is one,
 * what is said of single characters is ready, and all is in a method so long (325 bytes of code,
 * {@code FreqInlineSize}) that a JVM compiles it by itself. Immutable.
 */
final class CutFeatures implements TokenContextGenerator {

  private static final int ASCII = 128;

  /** Names of the single characters around the place, and how far after it each stands. */
  private static final String[] NAMES = {"p1", "p2", "f1", "f2"};

  private static final int[] AT = {-1, -2, 0, 1};

  private static final int MOST = 3 * NAMES.length + 5 + 1;

  /** Names of what surrounds the place. */
  private final String[] pieces = {"p=", "s=", "p21=", "p1f1=", "f12="};

  /** {@code [name, character]}: what is said of it. */
  private final String[][][] ofCharacter = new String[NAMES.length][ASCII][];

  /** {@code [name]}: what is said where the chunk has no character. */
  private final String[][] ofNone = new String[NAMES.length][];

  CutFeatures() {
    for (int k = 0; k < NAMES.length; k++) {
      for (char c = 0; c < ASCII; c++) {
        ofCharacter[k][c] = describe(NAMES[k], c);
      }
      ofNone[k] = new String[] {NAMES[k] + "=bok"};
    }
  }

  private static String[] describe(String name, char c) {
    String is = name.concat("=" + c);
    String kind = kind(c);
    if (kind.isEmpty()) {
      return new String[] {is};
    }
    return Character.isUpperCase(c)
        ? new String[] {is, name.concat(kind), name.concat("_caps")}
        : new String[] {is, name.concat(kind)};
  }

  @Override
  public String[] getContext(String chunk, int place) {
    int length = chunk.length();
    String[] features = new String[MOST];
    int count = 0;
    // Of no constant length: a compiler would write the loop out.
    for (int k = 0; k < ofNone.length; k++) {
      int i = place + AT[k];
      String[] said = ofNone[k];
      if (i >= 0 && i < length) {
        char c = chunk.charAt(i);
        said = c < ASCII ? ofCharacter[k][c] : describe(NAMES[k], c);
      }
      for (String feature : said) {
        features[count++] = feature;
      }
    }
    int[] from = {0, place, place - 2, place - 1, place};
    int[] to = {place, length, place, place + 1, place + 2};
    for (int k = 0; k < pieces.length; k++) {
      if (from[k] >= 0 && to[k] <= length) {
        int named = pieces[k].length();
        char[] joined = new char[named + to[k] - from[k]];
        pieces[k].getChars(0, named, joined, 0);
        chunk.getChars(from[k], to[k], joined, named);
        features[count++] = new String(joined);
      }
    }
    if (chunk.charAt(0) == '&' && chunk.charAt(length - 1) == ';') {
      features[count++] = "cc";
    }
    return Arrays.copyOf(features, count);
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
