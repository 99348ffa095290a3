package org.namespan.trainer.classifier.corpus;

import java.util.List;
import java.util.Objects;

/** A text and the classes that it has. No record: it would print the text. */
public final class LabelledText {

  private final String text;
  private final List<String> classes;
  private final int line;

  /**
   * @param classes in the order of the file, none twice
   * @param line where it begins, counted from 1; 0 if it is a file of its own
   */
  public LabelledText(String text, List<String> classes, int line) {
    this.text = Objects.requireNonNull(text);
    this.classes = List.copyOf(classes);
    this.line = line;
  }

  /** The text as it stands in the file. */
  public String text() {
    return text;
  }

  /** Its classes: one, or any number where texts may have several. */
  public List<String> classes() {
    return classes;
  }

  /** The line where it begins, counted from 1; 0 if it is a file of its own. */
  public int line() {
    return line;
  }
}
