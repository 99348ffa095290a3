package org.namespan.model.text;

/** What a network is shown of a token, in training and in use. */
public final class TokenView {

  private TokenView() {}

  /** Whether a token is a quotation mark, or several: {@code "}, {@code ''}, {@code «}. */
  public static boolean isQuotationMark(Token token) {
    int length = token.end() - token.start();
    if (length == 0) {
      return false;
    }
    char first = token.source().charAt(token.start());
    if (first < 0x80 && (length == 1 || Characters.isLetterOrDigit(first))) {
      return first == '"' || first == '\'' || first == '`';
    }
    return isQuotationMark(CleanText.ofToken(token.text()));
  }

  private static boolean isQuotationMark(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      char plain = (c < 0x80 && c != '`') ? c : CharacterFolding.fold(c);
      if (plain != '"' && plain != '\'') {
        return false;
      }
    }
    return true;
  }

  /** Whether a char is a hyphen, ASCII's or another. */
  public static boolean isHyphen(char c) {
    return c == '-' || c == '\u2010' || c == '\u2011' || c == '\uFF0D';
  }

  /**
   * A token by its clean characters, and a sign that news rarely holds as the one that stands in
   * its place there.
   *
   * <p>{@code of("Ger\u005cu00ADmany")} is {@code "Germany"}, {@code of("!!!")} is {@code "!"}.
   *
   * @return the same object if nothing changes
   */
  public static String of(String token) {
    return SignFolding.fold(CleanText.ofToken(token));
  }
}
