package org.namespan.model.text;

/** What a token of raw text is, as far as names are concerned. */
public enum WordKind {
  /** A word, whatever letters, digits and signs it is written with: {@code R2-D2}, {@code Inc.}. */
  WORD,
  /** A number that may be a year or a date: {@code 1999}, {@code 10:30}, {@code 12/03/04}. */
  YEAR,
  /** Any other number: {@code 1}, {@code 8080}. */
  NUMBER,
  /** An address, a path, an identifier, a hexadecimal number. */
  CODE,
  /** A sign that may stand inside a name but not at its edge; a dash alone is taken for a word. */
  SIGN,
  /** A sign or an emoji that names do not hold. */
  BORDER;

  private static final String BORDERS = "/|;—–―•·=<>{}*~_…";
  private static final String SIGNS = ",:!?\"'“”„‘’«»([])";
  private static final int HEX_DIGITS = 6;

  /** The kind of a token. */
  public static WordKind of(Token token) {
    return of(CleanText.ofToken(token.text()));
  }

  private static WordKind of(String text) {
    int letters = 0;
    int digits = 0;
    int signs = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isLetter(c)) {
        letters++;
      } else if (Character.isDigit(c)) {
        digits++;
      } else {
        signs++;
      }
    }
    if (letters + digits == 0) {
      return ofSigns(text);
    }
    if (letters == 0) {
      return ofDigits(text, signs);
    }
    return signs == 0 && digits == 0 || !isCode(text, digits) ? WORD : CODE;
  }

  private static WordKind ofSigns(String text) {
    if (text.length() != 1) {
      return isQuotes(text) ? SIGN : BORDER;
    }
    char c = text.charAt(0);
    if (BORDERS.indexOf(c) >= 0 || Character.getType(c) == Character.OTHER_SYMBOL) {
      return BORDER;
    }
    return SIGNS.indexOf(c) >= 0 ? SIGN : WORD;
  }

  private static boolean isQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      if ("\"'`".indexOf(CharacterFolding.fold(text.charAt(i))) < 0) {
        return false;
      }
    }
    return true;
  }

  private static WordKind ofDigits(String text, int signs) {
    if (signs > 0) {
      return YEAR;
    }
    boolean year = text.length() == 4 && (text.charAt(0) == '1' || text.charAt(0) == '2');
    return year ? YEAR : NUMBER;
  }

  private static boolean isCode(String token, int digits) {
    int at = token.indexOf('@');
    return at > 0 && token.indexOf('.', at) > 0
        || token.contains("://")
        || token.startsWith("www.")
        || token.startsWith("/") && token.lastIndexOf('/') > 0
        || token.indexOf('\\') >= 0
        || token.indexOf('_') > 0
        || digits > 0 && isHexadecimal(token);
  }

  /** {@code 0x1F}, {@code 7f3a9c2e}, with hyphens or without. */
  private static boolean isHexadecimal(String token) {
    boolean marked = token.startsWith("0x");
    int letters = 0;
    for (int i = marked ? 2 : 0; i < token.length(); i++) {
      char c = token.charAt(i);
      if (c != '-' && Character.digit(c, 16) < 0) {
        return false;
      }
      letters += Character.isLetter(c) ? 1 : 0;
    }
    return marked || letters > 0 && token.length() - letters > 1 && token.length() > HEX_DIGITS;
  }
}
