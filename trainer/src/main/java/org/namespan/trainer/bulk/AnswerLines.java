package org.namespan.trainer.bulk;

import java.util.List;
import org.namespan.Entity;
import org.namespan.trainer.record.TextRecord;

/** The lines that a batch adds to the files of a run. Used by one thread. */
public final class AnswerLines {

  private final StringBuilder output;
  private final StringBuilder maps = new StringBuilder();
  private long answered;
  private long found;
  private long unknown;

  AnswerLines(String header) {
    output = new StringBuilder(header);
    if (!header.isEmpty()) {
      output.append('\n');
    }
  }

  /** Answers a record by the entities of its text. */
  void tagged(TextRecord record, List<Entity> entities) {
    record.writeWith(entities, output);
    output.append('\n');
    answered++;
    found += entities.size();
  }

  /**
   * Answers a record by another text.
   *
   * @param names that were replaced in it or put back
   */
  void replaced(TextRecord record, String text, long names) {
    record.writeAs(text, output);
    output.append('\n');
    answered++;
    found += names;
  }

  /** Adds a line to the file of redaction maps. */
  void map(String line) {
    maps.append(line).append('\n');
  }

  /** Counts placeholders that stand in no map. */
  void unknown(int placeholders) {
    unknown += placeholders;
  }

  CharSequence output() {
    return output;
  }

  CharSequence maps() {
    return maps;
  }

  Counts counts(long bad) {
    return new Counts(answered, bad, found, unknown);
  }
}
