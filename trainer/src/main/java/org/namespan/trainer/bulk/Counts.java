package org.namespan.trainer.bulk;

/**
 * How many.
 *
 * @param answered records that were answered
 * @param bad records that were left out
 * @param found entities that were found, or names that were replaced or put back
 * @param unknown placeholders that stand in no map
 */
public record Counts(long answered, long bad, long found, long unknown) {

  /** Nothing yet. */
  public static final Counts NONE = new Counts(0, 0, 0, 0);

  /** Both together. */
  Counts plus(Counts more) {
    return new Counts(
        answered + more.answered, bad + more.bad, found + more.found, unknown + more.unknown);
  }
}
