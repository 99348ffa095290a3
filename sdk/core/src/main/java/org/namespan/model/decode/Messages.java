package org.namespan.model.decode;

/**
 * What forward and backward found of the paths of one sentence. Made by {@link ForwardBackward};
 * safe for use by many threads.
 */
public abstract class Messages {

  final int time;
  final int labels;

  Messages(int time, int labels) {
    this.time = time;
    this.labels = labels;
  }

  /**
   * Log of the sum of the weights of all paths. It grows with the emissions by the {@link
   * #marginals}, and with the transition scores by the {@link #addExpectedCounts expected counts}.
   */
  public abstract double logPartition();

  /**
   * The probability of each label at each token.
   *
   * @return {@code [time, labels]}, row after row; each row sums to 1
   */
  public float[] marginals() {
    float[] marginals = new float[time * labels];
    double[] row = new double[labels];
    for (int t = 0; t < time; t++) {
      marginals(t, row);
      for (int y = 0; y < labels; y++) {
        marginals[t * labels + y] = (float) row[y];
      }
    }
    return marginals;
  }

  /** The probability that a token has one of some labels. */
  abstract double marginal(int t, int[] ofLabels);

  /** Fills {@code row} with the probability of each label at a token. */
  abstract void marginals(int t, double[] row);

  /**
   * Adds how often the paths are expected to start and end with each label and to step from one to
   * another. What is added to starts, and to ends, sums to {@code weight}; what is added to steps,
   * to {@code weight} for each token but the first.
   *
   * @param weight taken times every count; may be negative
   */
  public void addExpectedCounts(double weight, TransitionCounts counts) {
    double[] row = new double[labels];
    marginals(0, row);
    for (int y = 0; y < labels; y++) {
      counts.starts()[y] += weight * row[y];
    }
    marginals(time - 1, row);
    for (int y = 0; y < labels; y++) {
      counts.ends()[y] += weight * row[y];
    }
    addExpectedSteps(weight, counts.steps());
  }

  abstract void addExpectedSteps(double weight, double[] steps);

  /**
   * What the paths weigh that open a span with a token, by its label. The weights are for the
   * methods below.
   *
   * @param ofType labels of the span's type, the only ones that are looked at
   * @param beginning per label the steps to it that open a span
   */
  abstract double[] open(int t, int[] ofType, Steps[] beginning);

  /**
   * What those paths weigh that go on inside the span to one more token.
   *
   * @param goingOn per label the steps to it from inside the same span
   * @param inside the weights at the token before
   */
  abstract double[] goOn(int t, int[] ofType, Steps[] goingOn, double[] inside);

  /** The probability of a span that holds token {@code t} and goes on as it may. */
  abstract double reached(int t, int[] ofType, double[] inside);

  /**
   * The probability of a span that ends before a token, or with the sentence.
   *
   * @param ending per label the steps from it that leave the span
   * @param inside the weights at the span's last token
   */
  abstract double closed(int end, int[] ofType, Steps[] ending, double[] inside);

  /** Some of the steps to a label, or from it. */
  static final class Steps {

    /** The label at the other end of each. */
    final int[] labels;

    /** The score of each. */
    final double[] scores;

    /** Each as a share of the best step of all. */
    final double[] shares;

    Steps(int[] labels, double[] scores, double bestStep) {
      this.labels = labels;
      this.scores = scores;
      this.shares = new double[scores.length];
      for (int i = 0; i < shares.length; i++) {
        shares[i] = Math.exp(scores[i] - bestStep);
      }
    }
  }

  final IllegalArgumentException noPath(String where) {
    return new IllegalArgumentException(
        "no legal path of "
            + time
            + " tokens keeps to the labels allowed "
            + where
            + ", expected at least one");
  }
}
