package org.namespan.trainer.classifier.check;

import org.namespan.trainer.check.Level;

/** Everything that the check of labelled texts can find, in the order of the report. */
public enum TextFindingKind {
  BAD_LINES("bad-lines", Level.ERROR, "lines that cannot be read and are left out"),
  UNKNOWN_CLASSES("unknown-classes", Level.ERROR, "classes of dev or test that train lacks"),
  EMPTY_TEXTS("empty-texts", Level.WARNING, "texts without a letter or digit"),
  CONFLICTS("conflicts", Level.WARNING, "texts with the same words and other classes"),
  COPIES_ACROSS("copies-across", Level.WARNING, "texts that stand in two parts"),
  COPIES("copies", Level.NOTE, "texts that stand in one part several times"),
  RARE_CLASSES("rare-classes", Level.NOTE, "classes with few texts in train"),
  UNUSED_CLASSES("unused-classes", Level.NOTE, "classes of train that dev or test lack");

  private final String id;
  private final Level level;
  private final String title;

  TextFindingKind(String id, Level level, String title) {
    this.id = id;
    this.level = level;
    this.title = title;
  }

  /** Its name in reports, {@code bad-lines} for example. */
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
}
