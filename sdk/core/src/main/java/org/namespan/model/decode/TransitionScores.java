package org.namespan.model.decode;

import java.util.Arrays;

/**
 * What a path scores beside its emissions, as a linear-chain conditional random field has it
 * (Lafferty, McCallum and Pereira 2001): for its first label, for each label after another, and for
 * its last label. The scores of what the tag scheme forbids are kept but never read. The arrays are
 * not copied; while nobody changes them, safe for use by many threads.
 */
public final class TransitionScores {
  private final float[] starts;
  private final float[] ends;
  private final float[] steps;

  /**
   * @param starts {@code [labels]}, of the first label
   * @param ends {@code [labels]}, of the last label
   * @param steps {@code [labels, labels]}, row after row: from the row's label to the column's
   * @throws IllegalArgumentException if the sizes do not fit together or a score is no finite
   *     number
   */
  public TransitionScores(float[] starts, float[] ends, float[] steps) {
    if (ends.length != starts.length || steps.length != starts.length * starts.length) {
      throw new IllegalArgumentException(
          "found "
              + ends.length
              + " scores of ends and "
              + steps.length
              + " of steps, expected "
              + starts.length
              + " and "
              + starts.length * starts.length
              + ", as there are "
              + starts.length
              + " of starts");
    }
    checkFinite("start", starts);
    checkFinite("end", ends);
    checkFinite("step", steps);
    this.starts = starts;
    this.ends = ends;
    this.steps = steps;
  }

  private static void checkFinite(String name, float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      if (Float.isNaN(scores[i]) || Float.isInfinite(scores[i])) {
        throw new IllegalArgumentException(
            name + " score " + (i + 1) + " is " + scores[i] + ", expected a finite number");
      }
    }
  }

  /** The scores of a model that has none: paths score by their emissions alone. */
  public static TransitionScores zero(int labels) {
    return new TransitionScores(
        new float[labels], new float[labels], new float[Math.multiplyExact(labels, labels)]);
  }

  /** Whether all scores are 0. */
  public boolean isZero() {
    return isZero(starts) && isZero(ends) && isZero(steps);
  }

  private static boolean isZero(float[] scores) {
    for (float score : scores) {
      if (score != 0) {
        return false;
      }
    }
    return true;
  }

  /** Of the first label, {@code [labels]}. */
  public float[] starts() {
    return starts;
  }

  /** Of the last label, {@code [labels]}. */
  public float[] ends() {
    return ends;
  }

  /** {@code [labels, labels]}, row after row: from the row's label to the column's. */
  public float[] steps() {
    return steps;
  }

  /** Number of labels. */
  public int labels() {
    return starts.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TransitionScores that
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(ends, that.ends)
        && Arrays.equals(steps, that.steps);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(starts) + Arrays.hashCode(ends)) + Arrays.hashCode(steps);
  }
}
