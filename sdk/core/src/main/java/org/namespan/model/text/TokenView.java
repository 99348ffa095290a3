package org.namespan.model.text;

/** What a network is shown of a token, in training and in use. */
public final class TokenView {

  private TokenView() {}

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
