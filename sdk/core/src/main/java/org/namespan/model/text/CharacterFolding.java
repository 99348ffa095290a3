package org.namespan.model.text;

/**
 * Reads typographic characters as the plain ones that corpora are written in, one for one, so that
 * {@code “Don’t”} and {@code "Don't"} are the same to the model and to the splitter.
 */
public final class CharacterFolding {

  private static final String TYPOGRAPHIC = "’‘‚‛ʼ′´‹›“”„‟«»″〝〞「」『』‐‑‒–—−…\u00A0【〈《⟨⟦〔】〉》⟩⟧〕";

  private static final String PLAIN = "'''''''''\"\"\"\"\"\"\"\"\"\"\"\"\"------. (((((())))))";

  private CharacterFolding() {}

  /** The plain form of a character; the character itself when it has none. */
  public static char fold(char c) {
    if (c < 0xA0) {
      return c == '`' ? '\'' : c;
    }
    int i = TYPOGRAPHIC.indexOf(c);
    return i < 0 ? c : PLAIN.charAt(i);
  }

  /** The plain form of a code point; the code point itself when it has none. */
  public static int fold(int codePoint) {
    return codePoint > Character.MAX_VALUE ? codePoint : fold((char) codePoint);
  }

  /** Folds every character of a token; the same object when nothing changes. */
  public static String fold(String token) {
    for (int i = 0; i < token.length(); i++) {
      if (fold(token.charAt(i)) != token.charAt(i)) {
        char[] folded = token.toCharArray();
        for (int k = i; k < folded.length; k++) {
          folded[k] = fold(folded[k]);
        }
        return new String(folded);
      }
    }
    return token;
  }
}
