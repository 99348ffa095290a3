package org.namespan.internal.text;

import java.util.Arrays;
import opennlp.tools.tokenize.DefaultTokenContextGenerator;
import opennlp.tools.tokenize.TokenContextGenerator;

/**
 * The features of {@link DefaultTokenContextGenerator}, in an order of their own, for a place in a
 * chunk that holds no white space and is no abbreviation. OpenNLP joins strings in thirty places,
 * and a JVM takes 40 MB to compile the one method that they all become part of; here it is one.
 */
final class CutFeatures implements TokenContextGenerator {

  /** Names of what surrounds the place; each from and to so many chars after it. */
  private static final String[] PIECES = {"p1=", "p2=", "f1=", "f2=", "p21=", "p1f1=", "f12="};

  private static final int[] FROM = {-1, -2, 0, 1, -2, -1, 0};
  private static final int[] TO = {0, -1, 1, 2, 0, 1, 2};

  /** The first pieces are single characters, of which the kind is told too. */
  private static final String[] CHARACTERS = {"p1", "p2", "f1", "f2"};

  private static final String CAPITAL = "_caps";

  private static final int MOST = 2 + PIECES.length + 2 * CHARACTERS.length + 1;

  @Override
  public String[] getContext(String chunk, int place) {
    int length = chunk.length();
    String[] features = new String[MOST];
    int count = 0;
    features[count++] = join("p=", chunk, 0, place);
    features[count++] = join("s=", chunk, place, length);
    for (int k = 0; k < PIECES.length; k++) {
      int from = place + FROM[k];
      int to = place + TO[k];
      if (from >= 0 && to <= length) {
        features[count++] = join(PIECES[k], chunk, from, to);
      } else if (k < CHARACTERS.length) {
        features[count++] = join(PIECES[k], "bok", 0, 3);
      }
    }
    for (int k = 0; k < CHARACTERS.length; k++) {
      int at = place + FROM[k];
      String kind = at < 0 || at >= length ? "" : kind(chunk.charAt(at));
      if (!kind.isEmpty()) {
        features[count++] = join(CHARACTERS[k], kind, 0, kind.length());
        if (Character.isUpperCase(chunk.charAt(at))) {
          features[count++] = join(CHARACTERS[k], CAPITAL, 0, CAPITAL.length());
        }
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

  /** Less for a compiler to take in than {@code name + text.substring(from, to)}. */
  private static String join(String name, String text, int from, int to) {
    char[] joined = new char[name.length() + to - from];
    name.getChars(0, name.length(), joined, 0);
    text.getChars(from, to, joined, name.length());
    return new String(joined);
  }
}
