package org.namespan.internal.decode;

import org.namespan.internal.tag.Span;
import org.namespan.internal.tag.TagSet;

/**
 * The posterior probability of a span: of all legal tag paths of the sentence, weighted by the
 * exponential of their emission scores, the share of those that hold exactly this span, with this
 * type and these ends (forward-backward, Rabiner 1989). Computed in the log domain, so that no
 * length and no score is too large. Immutable, safe for use by many threads.
 */
public final class SpanScorer {

  /** Below this share of the largest term, a sum of shares has lost digits. */
  private static final double SMALLEST_SHARE = 1e-280;

  private final TagSet tagSet;
  private final int labels;
  private final int[][] before;
  private final int[][] after;

  /** A scorer over the labels of a model. */
  public SpanScorer(TagSet tagSet) {
    this.tagSet = tagSet;
    this.labels = tagSet.size();
    this.before = Transitions.before(tagSet);
    this.after = Transitions.after(tagSet);
  }

  /**
   * Runs forward and backward over one sentence.
   *
   * @param emissions log-scores {@code [time, labels]}, row after row; such as are no number, or
   *     infinite, are taken as {@link Transitions#finite} has them
   * @param time tokens in the sentence, at least 1
   */
  public Posterior posterior(float[] emissions, int time) {
    return new Posterior(emissions, time);
  }

  /** The log of the sum of the exponentials of the chosen terms. */
  private static double logSum(double[] terms, int[] chosen) {
    double max = Double.NEGATIVE_INFINITY;
    for (int i : chosen) {
      max = Math.max(max, terms[i]);
    }
    if (max == Double.NEGATIVE_INFINITY) {
      return max;
    }
    double sum = 0;
    for (int i : chosen) {
      sum += Math.exp(terms[i] - max);
    }
    return max + Math.log(sum);
  }

  /** The forward and backward messages of one sentence. */
  public final class Posterior {
    private final float[] emissions;
    private final int time;

    /** Per token and label, the log-weight of all paths up to and with it. */
    private final double[] forward;

    /** Per token and label, the log-weight of all paths on from it, without it. */
    private final double[] backward;

    private final double total;

    private Posterior(float[] emissions, int time) {
      this.emissions = emissions;
      this.time = time;
      this.forward = new double[time * labels];
      this.backward = new double[time * labels];
      double[] terms = new double[labels];
      double[] sums = new double[labels];
      for (int y = 0; y < labels; y++) {
        sums[y] = tagSet.mayStart(y) ? 0 : Double.NEGATIVE_INFINITY;
      }
      for (int t = 0; t < time; t++) {
        if (t > 0) {
          sumAll(terms, before, sums);
        }
        for (int y = 0; y < labels; y++) {
          terms[y] = sums[y] + emission(t, y);
        }
        System.arraycopy(terms, 0, forward, t * labels, labels);
      }
      for (int y = 0; y < labels; y++) {
        sums[y] = tagSet.mayEnd(y) ? 0 : Double.NEGATIVE_INFINITY;
      }
      for (int t = time - 1; t >= 0; t--) {
        if (t < time - 1) {
          for (int y = 0; y < labels; y++) {
            terms[y] = backward[(t + 1) * labels + y] + emission(t + 1, y);
          }
          sumAll(terms, after, sums);
        }
        System.arraycopy(sums, 0, backward, t * labels, labels);
      }
      this.total = logSumOfEnds();
    }

    private double emission(int t, int label) {
      return Transitions.finite(emissions[t * labels + label]);
    }

    private double logSumOfEnds() {
      double sum = Double.NEGATIVE_INFINITY;
      for (int y = 0; y < labels; y++) {
        if (tagSet.mayEnd(y)) {
          sum = logAdd(sum, forward[(time - 1) * labels + y]);
        }
      }
      return sum;
    }

    /**
     * Each label's {@link #logSum} over its own choice of terms. All terms are raised to powers
     * once; a sum that is too small beside the largest term is done again for itself.
     */
    private void sumAll(double[] terms, int[][] chosen, double[] sums) {
      double max = Double.NEGATIVE_INFINITY;
      for (double term : terms) {
        max = Math.max(max, term);
      }
      double[] shares = new double[labels];
      for (int i = 0; i < labels; i++) {
        shares[i] = Math.exp(terms[i] - max);
      }
      for (int y = 0; y < labels; y++) {
        double sum = 0;
        for (int i : chosen[y]) {
          sum += shares[i];
        }
        sums[y] = sum > SMALLEST_SHARE ? max + Math.log(sum) : logSum(terms, chosen[y]);
      }
    }

    /** The probability, from 0 to 1, that the sentence holds exactly this span. */
    public double probability(Span span) {
      double[] inside = new double[labels];
      for (int y = 0; y < labels; y++) {
        inside[y] = begins(span, y) + emission(span.start(), y);
      }
      for (int t = span.start() + 1; t < span.end(); t++) {
        double[] next = new double[labels];
        for (int y = 0; y < labels; y++) {
          double sum = Double.NEGATIVE_INFINITY;
          for (int x : before[y]) {
            if (tagSet.continues(x, y)) {
              sum = logAdd(sum, inside[x]);
            }
          }
          next[y] = sum + emission(t, y);
        }
        inside = next;
      }
      double sum = Double.NEGATIVE_INFINITY;
      for (int y = 0; y < labels; y++) {
        sum = logAdd(sum, inside[y] + ends(span, y));
      }
      return Math.min(1, Math.exp(sum - total));
    }

    private boolean isOfType(int label, Span span) {
      return tagSet.tags().get(label).type().equals(span.type());
    }

    /** Log-weight of what leads to {@code label} where it opens the span. */
    private double begins(Span span, int label) {
      if (!isOfType(label, span)) {
        return Double.NEGATIVE_INFINITY;
      }
      if (span.start() == 0) {
        return tagSet.mayStart(label) ? 0 : Double.NEGATIVE_INFINITY;
      }
      double sum = Double.NEGATIVE_INFINITY;
      for (int x : before[label]) {
        if (!tagSet.continues(x, label)) {
          sum = logAdd(sum, forward[(span.start() - 1) * labels + x]);
        }
      }
      return sum;
    }

    /** Log-weight of what follows {@code label} where it closes the span. */
    private double ends(Span span, int label) {
      if (!isOfType(label, span)) {
        return Double.NEGATIVE_INFINITY;
      }
      if (span.end() == time) {
        return backward[(time - 1) * labels + label];
      }
      double sum = Double.NEGATIVE_INFINITY;
      for (int y : after[label]) {
        if (!tagSet.continues(label, y)) {
          sum = logAdd(sum, emission(span.end(), y) + backward[span.end() * labels + y]);
        }
      }
      return sum;
    }
  }

  private static double logAdd(double a, double b) {
    double max = Math.max(a, b);
    double min = Math.min(a, b);
    return min == Double.NEGATIVE_INFINITY ? max : max + Math.log1p(Math.exp(min - max));
  }
}
