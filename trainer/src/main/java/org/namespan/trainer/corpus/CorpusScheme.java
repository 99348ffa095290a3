package org.namespan.trainer.corpus;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.text.ControlCharacters;

/**
 * How the tags of a file write spans: a {@link TagScheme}, and the letters in which it is written
 * there. {@code IOBES} and {@code BIOES} are {@code BILOU} with {@code E-} for the last token of a
 * span and {@code S-} for a span of one token; {@code IOB2} is {@code BIO}.
 *
 * <p>In {@code IO} types may also stand alone, {@code per} for {@code I-per}, if they do so in the
 * whole file.
 */
public enum CorpusScheme {
  IO(TagScheme.IO, "I"),
  IOB1(TagScheme.IOB1, "BI"),
  BIO(TagScheme.BIO, "BI", "IOB2"),
  BILOU(TagScheme.BILOU, "BILU"),
  BIOES(TagScheme.BILOU, "BIES", "IOBES");

  /** The letters of BILOU, and what BIOES has in their place. */
  private static final String LAST_AND_UNIT = "LU";

  private static final String END_AND_SINGLE = "ES";

  private final TagScheme labels;
  private final String letters;
  private final String otherName;

  CorpusScheme(TagScheme labels, String letters) {
    this(labels, letters, "");
  }

  CorpusScheme(TagScheme labels, String letters, String otherName) {
    this.labels = labels;
    this.letters = letters;
    this.otherName = otherName;
  }

  /**
   * The scheme of a name, in upper or lower case.
   *
   * @throws IllegalArgumentException if there is no such scheme
   */
  public static CorpusScheme named(String name) {
    String upper = name.toUpperCase(Locale.ROOT);
    for (CorpusScheme scheme : values()) {
      if (scheme.name().equals(upper) || scheme.otherName.equals(upper)) {
        return scheme;
      }
    }
    throw new IllegalArgumentException(
        "expected one of "
            + List.of(values())
            + ", IOB2 or IOBES (case-insensitive) but was '"
            + name
            + "'");
  }

  /** The scheme that {@link Sentence#tags} and models know: {@code BILOU} for {@code BIOES}. */
  public TagScheme labels() {
    return labels;
  }

  /** How tags that are not {@code O} look, for messages: {@code B-TYPE, I-TYPE}. */
  String tagPattern() {
    StringBuilder pattern = new StringBuilder();
    for (int i = 0; i < letters.length(); i++) {
      pattern.append(i == 0 ? "" : ", ").append(letters.charAt(i)).append("-TYPE");
    }
    return pattern + (this == IO ? ", or TYPE alone in the whole file" : "");
  }

  /**
   * Takes a tag of a file apart, its letter as it stands there.
   *
   * @return empty if it is no tag of this scheme
   */
  Optional<Tag> parse(String tag) {
    Optional<Tag> prefixed = parse(tag, letters);
    if (this == IO && prefixed.isEmpty() && isTypeAlone(tag)) {
      return Optional.of(new Tag('I', tag));
    }
    return prefixed;
  }

  /** Takes a tag of any scheme apart, types without prefix excepted. */
  static Optional<Tag> parseAny(String tag) {
    return parse(tag, "BI" + LAST_AND_UNIT + END_AND_SINGLE);
  }

  private static Optional<Tag> parse(String tag, String letters) {
    if (tag.equals("O")) {
      return Optional.of(Tag.OUTSIDE);
    }
    return isPrefixed(tag) && letters.indexOf(tag.charAt(0)) >= 0 && !ControlCharacters.areIn(tag)
        ? Optional.of(new Tag(tag.charAt(0), tag.substring(2)))
        : Optional.empty();
  }

  /** Whether a tag is a letter, a hyphen and something. */
  static boolean isPrefixed(String tag) {
    return tag.length() > 2 && tag.charAt(1) == '-' && Character.isLetter(tag.charAt(0));
  }

  /** What stands in a wrong column should rather be refused than become a type. */
  private static boolean isTypeAlone(String tag) {
    return !tag.isEmpty()
        && !isPrefixed(tag)
        && Character.isLetter(tag.charAt(0))
        && !ControlCharacters.areIn(tag);
  }

  /** A tag of a file in the letters of {@link #labels}. */
  Tag toLabel(Tag tag) {
    return translate(tag, END_AND_SINGLE, LAST_AND_UNIT);
  }

  /** A tag of {@link #labels} in the letters of a file. */
  Tag toFile(Tag label) {
    return this == BIOES ? translate(label, LAST_AND_UNIT, END_AND_SINGLE) : label;
  }

  private static Tag translate(Tag tag, String from, String to) {
    int letter = from.indexOf(tag.prefix());
    return letter < 0 ? tag : new Tag(to.charAt(letter), tag.type());
  }
}
