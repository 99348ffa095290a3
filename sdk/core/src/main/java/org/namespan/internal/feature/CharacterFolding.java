package org.namespan.internal.feature;

/**
 * Reads typographic characters as the plain ones that corpora are written in, one for one, so that
 * {@code “Don’t”} and {@code "Don't"} are the same to the model.
 */
public final class CharacterFolding {

  private CharacterFolding() {}

  /** The plain form of a code point; the code point itself when it has none. */
  public static int fold(int codePoint) {
    if (codePoint < 0x00A0) {
      return codePoint;
    }
    switch (codePoint) {
      case 0x2018: // left single quotation mark
      case 0x2019: // right single quotation mark
      case 0x201B: // single high-reversed-9 quotation mark
      case 0x02BC: // modifier letter apostrophe
        return '\'';
      case 0x201C: // left double quotation mark
      case 0x201D: // right double quotation mark
      case 0x201E: // double low-9 quotation mark
      case 0x201F: // double high-reversed-9 quotation mark
      case 0x00AB: // left-pointing double angle quotation mark
      case 0x00BB: // right-pointing double angle quotation mark
        return '"';
      case 0x2010: // hyphen
      case 0x2011: // non-breaking hyphen
      case 0x2012: // figure dash
      case 0x2013: // en dash
      case 0x2014: // em dash
      case 0x2212: // minus sign
        return '-';
      case 0x00A0: // no-break space
        return ' ';
      default:
        return codePoint;
    }
  }

  /** Folds every character of a token; the same object when nothing changes. */
  public static String fold(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (fold(token.charAt(i)) != token.charAt(i)) {
        char[] folded = token.toCharArray();
        for (int k = i; k < folded.length; k++) {
          folded[k] = (char) fold(folded[k]);
        }
        return new String(folded);
      }
    }
    return token;
  }
}
