package org.namespan.trainer.bulk;

import java.io.IOException;
import java.util.List;
import org.namespan.trainer.record.TextRecord;

/** What is done with texts. Safe for use by many threads. */
public interface BulkTask {

  /**
   * Answers the records of a batch together.
   *
   * @param maps for each record the line of its redaction map; empty where none are read
   * @param lines takes an answer for each record, in order
   * @throws IOException if a map cannot be used
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   */
  void answer(List<TextRecord> records, List<MapLines.MapText> maps, AnswerLines lines)
      throws IOException;
}
