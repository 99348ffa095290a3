package org.namespan.model.decode;

/**
 * The lattice of one sentence after forward-backward: a node for each label at each token, an arc
 * for each legal transition, and the probability of each of them, which is that of all paths that
 * run through it.
 *
 * <p>Made by {@link ForwardBackward}, which says what a path's probability is. Safe for use by many
 * threads.
 */
public abstract class Lattice {

  /** Tokens in the sentence. */
  final int time;

  final int labels;
  final TransitionMatrix transitions;

  Lattice(TransitionMatrix transitions, int time) {
    this.transitions = transitions;
    this.labels = transitions.labels;
    this.time = time;
  }

  /**
   * The log of the sum over all paths of the exponentials of their scores, {@code log Z}. Its
   * derivative with respect to each emission is the {@linkplain #marginals marginal} of that label
   * at that token, and with respect to each transition score the {@linkplain #addExpectedCounts
   * expected count} of that transition.
   */
  public abstract double logPartition();

  /** The probability of a label at token {@code t}: gamma, equation 27 of Rabiner 1989. */
  abstract double marginal(int t, int label);

  /**
   * The probability of one label at token {@code t - 1} and of another at token {@code t}: xi,
   * equation 37 of Rabiner 1989.
   *
   * @param t at least 1
   */
  abstract double marginal(int t, int from, int to);

  /**
   * The probability of each label at each token.
   *
   * @return {@code [time, labels]}, row after row; each row sums to 1
   */
  public float[] marginals() {
    float[] marginals = new float[time * labels];
    for (int t = 0; t < time; t++) {
      for (int y = 0; y < labels; y++) {
        marginals[t * labels + y] = (float) marginal(t, y);
      }
    }
    return marginals;
  }

  /**
   * Adds how often a path is expected to start and end with each label and to step from one to
   * another. What is added to starts, and to ends, sums to {@code weight}; what is added to steps,
   * to {@code weight} for each token but the first.
   *
   * @param weight taken times every count; may be negative
   * @param counts of as many labels as the lattice has
   */
  public void addExpectedCounts(double weight, TransitionCounts counts) {
    for (int y = 0; y < labels; y++) {
      counts.starts()[y] += weight * marginal(0, y);
      counts.ends()[y] += weight * marginal(time - 1, y);
    }
    for (int t = 1; t < time; t++) {
      for (int x = 0; x < labels; x++) {
        for (int y : transitions.outOf[x].labels) {
          counts.steps()[x * labels + y] += weight * marginal(t, x, y);
        }
      }
    }
  }

  /**
   * An emission score that can be added up over any sentence: infinite ones become the largest
   * float of their sign, NaN the lowest, so that no legal path is worse than an illegal one.
   */
  static double finite(float emission) {
    return emission > -Float.MAX_VALUE ? Math.min(emission, Float.MAX_VALUE) : -Float.MAX_VALUE;
  }
}
