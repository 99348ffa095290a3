package org.namespan.trainer.bulk;

import org.namespan.trainer.record.BadRecord;

/** Hears how a run goes on, by the thread that runs it. */
public interface BulkMonitor {

  /** Hears nothing. */
  BulkMonitor NONE = (total, consumed) -> {};

  /**
   * A batch is written.
   *
   * @param total of all batches, those of an earlier run that is resumed as well
   * @param consumed bytes on disk that were read
   */
  void batchDone(Counts total, long consumed);

  /** A record was left out, of which no file tells. */
  default void left(BadRecord bad) {}
}
