package org.namespan.trainer.evaluation;

/**
 * Span counts and the scores they give.
 *
 * <p>A predicted span is right when a gold span has the same type, start and end. A score whose
 * denominator is zero is 0, as in {@code conlleval}.
 *
 * <p>{@code new Scores(206, 317, 262)} has precision 206/317, recall 206/262 and F1 412/579.
 *
 * @param truePositives predicted spans that are right
 * @param predicted predicted spans
 * @param support gold spans
 */
public record Scores(long truePositives, long predicted, long support) {

  /** Rejects negative counts and more right spans than there are spans. */
  public Scores {
    if (truePositives < 0 || predicted < truePositives || support < truePositives) {
      throw new IllegalArgumentException(
          truePositives
              + " right spans do not fit "
              + predicted
              + " predicted, "
              + support
              + " gold");
    }
  }

  /** {@code truePositives / predicted}, from 0 to 1. */
  public double precision() {
    return ratio(truePositives, predicted);
  }

  /** {@code truePositives / support}, from 0 to 1. */
  public double recall() {
    return ratio(truePositives, support);
  }

  /**
   * The harmonic mean of precision and recall, {@code 2 truePositives / (predicted + support)},
   * from 0 to 1.
   */
  public double f1() {
    return ratio(2 * truePositives, predicted + support);
  }

  static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
