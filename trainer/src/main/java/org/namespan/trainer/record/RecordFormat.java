package org.namespan.trainer.record;

/**
 * A kind of records. Each implementation is one kind; all but {@link #header} may be called by any
 * number of threads.
 */
public interface RecordFormat {

  /** Where the records of a file end. */
  Framing newFraming();

  /** Whether the first record of each file tells how to read the others. */
  default boolean hasHeader() {
    return false;
  }

  /**
   * Takes the header of a file, before any record is parsed; that of each file must be the same.
   *
   * @return the header of the output
   * @throws BadRecordException if it cannot be used
   */
  default String header(RawRecord header) throws BadRecordException {
    throw new IllegalStateException("this format has no header");
  }

  /** Whether a record counts for nothing. */
  default boolean isNothing(RawRecord record) {
    return false;
  }

  /**
   * Takes a record apart.
   *
   * @throws BadRecordException if it cannot be read
   */
  TextRecord parse(RawRecord record) throws BadRecordException;
}
