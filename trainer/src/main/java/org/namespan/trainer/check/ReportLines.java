package org.namespan.trainer.check;

import java.util.List;
import java.util.Locale;
import org.namespan.model.text.ControlCharacters;

/** The lines of a report for readers, none of them longer than a width. Not thread-safe. */
public final class ReportLines {

  private final StringBuilder text = new StringBuilder();
  private final int width;

  /**
   * @param width chars after which a line is cut
   */
  public ReportLines(int width) {
    this.width = width;
  }

  /** Adds what is made up already, a table for example. */
  public void add(String whole) {
    text.append(whole);
  }

  /** Adds a line. */
  public void line(String line) {
    String whole = ControlCharacters.escape(line);
    if (whole.length() > width) {
      int end = Character.isHighSurrogate(whole.charAt(width - 1)) ? width - 1 : width;
      whole = whole.substring(0, end) + " ...";
    }
    text.append(whole).append('\n');
  }

  /** Adds a blank line and what begins the section of a finding. */
  public void heading(Level level, String id, int cases, String title) {
    text.append('\n');
    line(String.format(Locale.ROOT, "%-7s  %s (%,d): %s", level, id, cases, title));
  }

  /** Tells of what is not shown, if there is any. */
  public void more(String indent, int count) {
    if (count > 0) {
      line(indent + "and " + number(count) + " more");
    }
  }

  /** Adds the kinds of findings that have no cases, if there are any. */
  public void clean(List<String> ids) {
    if (!ids.isEmpty()) {
      text.append("\nnothing found: ").append(String.join(", ", ids)).append('\n');
    }
  }

  /** A count as it is shown: {@code 1,204}. */
  public static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
