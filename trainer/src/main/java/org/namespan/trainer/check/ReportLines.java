package org.namespan.trainer.check;

import java.util.Locale;
import org.namespan.model.text.ControlCharacters;

/** The lines of a report for readers, of which long ones are cut. Not thread-safe. */
public final class ReportLines {

  /** Chars after which a line is cut; in JSON none is. */
  private static final int WIDTH = 300;

  private final StringBuilder text = new StringBuilder();

  /** Adds what is made up already, a table for example. */
  public void add(String whole) {
    text.append(whole);
  }

  /** Adds a line. */
  void line(String line) {
    String whole = ControlCharacters.escape(line);
    if (whole.length() > WIDTH) {
      int end = Character.isHighSurrogate(whole.charAt(WIDTH - 1)) ? WIDTH - 1 : WIDTH;
      whole = whole.substring(0, end) + " ...";
    }
    text.append(whole).append('\n');
  }

  /** Tells of what is not shown, if there is any. */
  void more(String indent, int count) {
    if (count > 0) {
      line(indent + "and " + number(count) + " more");
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
