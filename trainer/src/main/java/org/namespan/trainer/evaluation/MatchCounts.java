package org.namespan.trainer.evaluation;

/**
 * How many spans were matched in a {@link MatchScheme}, and the scores they give. A score whose
 * denominator is zero is 0.
 *
 * <p>{@code new MatchCounts(3, 0, 2, 1, 1)} has precision and recall 4/6, a partial match counting
 * by half.
 *
 * @param correct pairs of a gold and a predicted span that agree as the scheme asks
 * @param incorrect pairs that do not
 * @param partial pairs that agree by half, in {@link MatchScheme#PARTIAL} alone
 * @param missed gold spans that no predicted span is taken for
 * @param spurious predicted spans that are taken for no gold span
 */
public record MatchCounts(long correct, long incorrect, long partial, long missed, long spurious) {

  /** Gold spans. */
  public long possible() {
    return correct + incorrect + partial + missed;
  }

  /** Predicted spans. */
  public long actual() {
    return correct + incorrect + partial + spurious;
  }

  /** {@code (correct + partial / 2) / actual}, from 0 to 1. */
  public double precision() {
    return Scores.ratio(2 * correct + partial, 2 * actual());
  }

  /** {@code (correct + partial / 2) / possible}, from 0 to 1. */
  public double recall() {
    return Scores.ratio(2 * correct + partial, 2 * possible());
  }

  /** The harmonic mean of precision and recall, from 0 to 1. */
  public double f1() {
    return Scores.ratio(2 * correct + partial, possible() + actual());
  }

  MatchCounts plus(MatchCounts other) {
    return new MatchCounts(
        correct + other.correct,
        incorrect + other.incorrect,
        partial + other.partial,
        missed + other.missed,
        spurious + other.spurious);
  }
}
