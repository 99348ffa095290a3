package org.namespan.trainer.record;

/**
 * A place between two records.
 *
 * @param file index of the file
 * @param offset bytes of the file that stand before it, unpacked
 * @param line lines of the file that end before it
 * @param records records of all files that stand before it
 */
public record Position(int file, long offset, long line, long records) {

  /** Before the first record. */
  public static final Position START = new Position(0, 0, 0, 0);
}
