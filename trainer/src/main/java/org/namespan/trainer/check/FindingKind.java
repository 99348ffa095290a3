package org.namespan.trainer.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Everything that a check can find, in the order of the report. */
public enum FindingKind {
  BAD_LINES(
      "bad-lines", Level.ERROR, "lines that cannot be read, left out with their sentence or text"),
  SCHEME("scheme", Level.ERROR, "files whose tags fit another scheme"),
  MALFORMED_SPANS(
      "malformed-spans", Level.ERROR, "spans whose tags do not follow the scheme, repaired"),
  UNKNOWN_TYPES("unknown-types", Level.ERROR, "types of dev or test that train lacks"),
  UNKNOWN_CLASSES("unknown-classes", Level.ERROR, "classes of dev or test that train lacks"),
  COLUMNS("columns", Level.WARNING, "sentences of other columns than the first one of their file"),
  UNALIGNED_TEXTS(
      "unaligned-texts", Level.WARNING, "sentences whose '# text' does not hold their tokens"),
  EMPTY_TEXTS("empty-texts", Level.WARNING, "texts without a letter or digit"),
  OTHER_LANGUAGE("other-language", Level.WARNING, "texts in another language than the wished one"),
  CONFLICTS("conflicts", Level.WARNING, "texts with the same words and other labels"),
  COPIES_ACROSS("copies-across", Level.WARNING, "texts that stand in two parts"),
  NEAR_COPIES_ACROSS(
      "near-copies-across",
      Level.WARNING,
      "texts that stand in two parts in nearly the same words"),
  SENTENCE_ENDS("sentence-ends", Level.WARNING, "spans over the end of a sentence"),
  PUNCTUATION("punctuation", Level.WARNING, "spans that begin or end with punctuation"),
  CHARACTERS("characters", Level.WARNING, "odd or invisible characters in tokens"),
  SPACES("spaces", Level.WARNING, "tokens with white space inside"),
  COPIES("copies", Level.NOTE, "texts that stand in one part several times"),
  NEAR_COPIES(
      "near-copies", Level.NOTE, "texts that stand in one part in nearly the same words before"),
  SEVERAL_TYPES("several-types", Level.NOTE, "strings with several types"),
  UNMARKED("unmarked", Level.NOTE, "strings that are mostly annotated and here are not"),
  RARE_TYPES("rare-types", Level.NOTE, "types with few entities in train"),
  RARE_CLASSES("rare-classes", Level.NOTE, "classes with few texts in train"),
  UNUSED_TYPES("unused-types", Level.NOTE, "types of train that dev or test lack"),
  UNUSED_CLASSES("unused-classes", Level.NOTE, "classes of train that dev or test lack"),
  WITHOUT_VECTOR("without-vector", Level.NOTE, "words without a vector"),
  DOUBTS("doubts", Level.NOTE, "labels that models doubt, the surest first");

  /** What the check of texts with classes looks for. */
  public static final Set<FindingKind> OF_CLASSES =
      Collections.unmodifiableSet(
          EnumSet.of(
              BAD_LINES,
              UNKNOWN_CLASSES,
              EMPTY_TEXTS,
              OTHER_LANGUAGE,
              CONFLICTS,
              COPIES_ACROSS,
              COPIES,
              RARE_CLASSES,
              UNUSED_CLASSES));

  /** What the check of annotated corpora looks for. */
  public static final Set<FindingKind> OF_TAGS =
      Collections.unmodifiableSet(
          EnumSet.complementOf(
              EnumSet.of(
                  UNKNOWN_CLASSES, EMPTY_TEXTS, OTHER_LANGUAGE, RARE_CLASSES, UNUSED_CLASSES)));

  private final String id;
  private final Level level;
  private final String title;

  FindingKind(String id, Level level, String title) {
    this.id = id;
    this.level = level;
    this.title = title;
  }

  /** Its name in reports and options, {@code bad-lines} for example. */
  public String id() {
    return id;
  }

  /** How much it matters. */
  public Level level() {
    return level;
  }

  /** What its cases are, in the plural. */
  public String title() {
    return title;
  }

  @Override
  public String toString() {
    return id;
  }
}
