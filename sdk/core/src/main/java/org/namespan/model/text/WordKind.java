package org.namespan.model.text;

import java.util.Locale;

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

  private static final String BORDERS = "/|;—–―•·=<>{}*~_…+^\\#";

  /** Letters of a unit at most. */
  private static final int UNIT = 3;

  private static final String SIGNS = "&,:!?\"'“”„‘’«»([])";

  /** The kind of a token. */
  public static WordKind of(Token token) {
    return of(CleanText.ofToken(token.text()));
  }

  /**
   * Whether a token is a word and no quotation mark, nor of hexadecimal digits alone: one that a
   * name may hold at any place, whatever its type.
   */
  public static boolean isWord(Token token) {
    return of(token) == WORD && !TokenView.isQuotationMark(token) && !isHexadecimal(token);
  }

  /** Whether a token is of two hexadecimal digits or more, in one case: {@code 82}, {@code df}. */
  public static boolean isHexadecimal(Token token) {
    String text = CleanText.ofToken(token.text());
    return text.length() > 1 && (isOf(text, 'a', "") || isOf(text, 'A', ""));
  }

  /** Whether a token of hexadecimal digits, {@code :} and {@code -} has a letter and a digit. */
  public static boolean isHexadecimalNumber(Token token) {
    String text = CleanText.ofToken(token.text());
    boolean letter = false;
    boolean digit = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      digit |= c >= '0' && c <= '9';
      letter |= (c | 0x20) >= 'a' && (c | 0x20) <= 'f';
    }
    return letter && digit && isOf(text.toLowerCase(Locale.ROOT), 'a', ":-");
  }

  private static boolean isOf(String text, char first, String signs) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean hexadecimal = (c >= '0' && c <= '9') || (c >= first && c < first + 6);
      if (!hexadecimal && signs.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
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
    if (Character.isDigit(text.charAt(0)) && isMeasure(text)) {
      return NUMBER;
    }
    return (signs == 0 && digits == 0) || !Codes.isCode(text) ? WORD : CODE;
  }

  private static WordKind ofSigns(String text) {
    if (text.length() != 1) {
      return isQuotes(text) ? SIGN : BORDER;
    }
    char c = text.charAt(0);
    if (BORDERS.indexOf(c) >= 0 || isSymbol(c)) {
      return BORDER;
    }
    return SIGNS.indexOf(c) >= 0 ? SIGN : WORD;
  }

  private static boolean isSymbol(char c) {
    int type = Character.getType(c);
    return type == Character.OTHER_SYMBOL || (type == Character.MATH_SYMBOL && c >= 0x80);
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

  /** {@code 10km}, {@code 3pm}, {@code 16GB}, but not {@code 3M} and {@code 20th}. */
  private static boolean isMeasure(String text) {
    int unit = 0;
    while (unit < text.length() && !Character.isLetter(text.charAt(unit))) {
      unit++;
    }
    int letters = text.length() - unit;
    for (int i = unit; i < text.length(); i++) {
      if (!Character.isLetter(text.charAt(i))) {
        return false;
      }
    }
    boolean ordinal = "st nd rd th".contains(text.substring(unit));
    return letters <= UNIT && !ordinal && (letters > 1 || Character.isLowerCase(text.charAt(unit)));
  }
}
