package org.namespan.trainer.check;

/** Everything that a check can find, in the order of the report. */
public enum FindingKind {
  BAD_LINES("bad-lines", Level.ERROR, "lines that cannot be read; their sentences are left out"),
  SCHEME("scheme", Level.ERROR, "files whose tags fit another scheme"),
  MALFORMED_SPANS(
      "malformed-spans", Level.ERROR, "spans whose tags do not follow the scheme, repaired"),
  UNKNOWN_TYPES("unknown-types", Level.ERROR, "types of dev or test that train lacks"),
  COLUMNS("columns", Level.WARNING, "sentences of other columns than the first one of their file"),
  UNALIGNED_TEXTS(
      "unaligned-texts", Level.WARNING, "sentences whose '# text' does not hold their tokens"),
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
  UNUSED_TYPES("unused-types", Level.NOTE, "types of train that dev or test lack"),
  WITHOUT_VECTOR("without-vector", Level.NOTE, "words without a vector"),
  DOUBTS("doubts", Level.NOTE, "labels that models doubt, the surest first");

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
