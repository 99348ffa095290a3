package org.namespan.model.tag;

/**
 * One tag taken apart: {@code B-per} is prefix {@code B} and type {@code per}.
 *
 * @param prefix {@code O}, or the letter before the hyphen
 * @param type the entity type; empty for {@code O}
 */
public record Tag(char prefix, String type) {

  /** The tag of a token outside every span. */
  public static final Tag OUTSIDE = new Tag('O', "");

  /**
   * Takes a tag apart. Types may hold hyphens: only the first one separates.
   *
   * @throws IllegalArgumentException if {@code tag} is neither {@code O} nor {@code PREFIX-TYPE}
   *     with a prefix of {@code scheme}
   */
  public static Tag parse(String tag, TagScheme scheme) {
    if (tag.equals("O")) {
      return OUTSIDE;
    }
    if (tag.length() > 2
        && tag.charAt(1) == '-'
        && tag.charAt(0) != 'O'
        && scheme.prefixes().indexOf(tag.charAt(0)) >= 0) {
      return new Tag(tag.charAt(0), tag.substring(2));
    }
    throw new IllegalArgumentException(
        "unknown tag '" + tag + "': expected O or " + scheme.tagPattern());
  }

  // As a record has them, but those of a record are made anew in every JVM that first calls them.

  @Override
  public boolean equals(Object other) {
    return other instanceof Tag that && prefix == that.prefix && type.equals(that.type);
  }

  @Override
  public int hashCode() {
    return 31 * prefix + type.hashCode();
  }

  @Override
  public String toString() {
    return prefix == 'O' ? "O" : prefix + "-" + type;
  }
}
