package org.namespan.internal.decode;

import org.namespan.internal.tag.TagSet;

/**
 * The posterior probability of a span: of all legal tag paths of the sentence, weighted by the
 * exponential of their emission scores, the share of those that hold exactly this span, with this
 * type and these ends (forward-backward, Rabiner 1989). Immutable, safe for use by many threads.
 */
public final class SpanScorer {

  private final TagSet tagSet;
  private final int labels;

  /** A scorer over the labels of a model. */
  public SpanScorer(TagSet tagSet) {
    this.tagSet = tagSet;
    this.labels = tagSet.size();
  }

  /**
   * Runs forward and backward over one sentence.
   *
   * @param emissions log-scores {@code [time, labels]}, row after row
   * @param time tokens in the sentence, at least 1
   */
  public Posterior posterior(float[] emissions, int time) {
    double[] weight = new double[time * labels];
    for (int t = 0; t < time; t++) {
      float max = Float.NEGATIVE_INFINITY;
      for (int y = 0; y < labels; y++) {
        max = Math.max(max, emissions[t * labels + y]);
      }
      for (int y = 0; y < labels; y++) {
        weight[t * labels + y] = Math.exp(emissions[t * labels + y] - max);
      }
    }
    double[] scale = new double[time];
    double[] forward = forward(weight, scale, time);
    double[] backward = backward(weight, scale, time);
    return new Posterior(weight, scale, forward, backward, time);
  }

  private double[] forward(double[] weight, double[] scale, int time) {
    double[] forward = new double[time * labels];
    for (int t = 0; t < time; t++) {
      double total = 0;
      for (int y = 0; y < labels; y++) {
        double sum = 0;
        if (t == 0) {
          sum = tagSet.mayStart(y) ? 1 : 0;
        } else {
          for (int x = 0; x < labels; x++) {
            if (tagSet.mayFollow(x, y)) {
              sum += forward[(t - 1) * labels + x];
            }
          }
        }
        forward[t * labels + y] = sum * weight[t * labels + y];
        total += forward[t * labels + y];
      }
      scale[t] = total;
      for (int y = 0; y < labels; y++) {
        forward[t * labels + y] /= total;
      }
    }
    return forward;
  }

  private double[] backward(double[] weight, double[] scale, int time) {
    double[] backward = new double[time * labels];
    for (int y = 0; y < labels; y++) {
      backward[(time - 1) * labels + y] = tagSet.mayEnd(y) ? 1 : 0;
    }
    for (int t = time - 2; t >= 0; t--) {
      for (int x = 0; x < labels; x++) {
        double sum = 0;
        for (int y = 0; y < labels; y++) {
          if (tagSet.mayFollow(x, y)) {
            sum += weight[(t + 1) * labels + y] * backward[(t + 1) * labels + y];
          }
        }
        backward[t * labels + x] = sum / scale[t + 1];
      }
    }
    return backward;
  }

  /** The forward and backward messages of one sentence. */
  public final class Posterior {
    private final double[] weight;
    private final double[] scale;
    private final double[] forward;
    private final double[] backward;
    private final int time;
    private final double total;

    private Posterior(
        double[] weight, double[] scale, double[] forward, double[] backward, int time) {
      this.weight = weight;
      this.scale = scale;
      this.forward = forward;
      this.backward = backward;
      this.time = time;
      double sum = 0;
      for (int y = 0; y < labels; y++) {
        sum += forward[(time - 1) * labels + y] * backward[(time - 1) * labels + y];
      }
      this.total = sum;
    }

    /**
     * The probability, from 0 to 1, that tokens {@code start} to {@code end - 1} are tagged as
     * {@code path} has them and form one whole span there.
     *
     * @param path label ids of the sentence
     */
    public double spanProbability(int[] path, int start, int end) {
      double probability = begins(path[start], start);
      for (int t = start + 1; t < end; t++) {
        probability *= weight[t * labels + path[t]] / scale[t];
      }
      probability *= ends(path[end - 1], end - 1) / total;
      return Math.min(1, Math.max(0, probability));
    }

    /** Forward message of a label that opens a span: paths already inside it do not count. */
    private double begins(int label, int t) {
      if (t == 0) {
        return forward[label];
      }
      double sum = 0;
      for (int x = 0; x < labels; x++) {
        if (tagSet.mayFollow(x, label) && !tagSet.continues(x, label)) {
          sum += forward[(t - 1) * labels + x];
        }
      }
      return sum * weight[t * labels + label] / scale[t];
    }

    /** Backward message of a label that closes a span: paths that go on with it do not count. */
    private double ends(int label, int t) {
      if (t == time - 1) {
        return backward[t * labels + label];
      }
      double sum = 0;
      for (int y = 0; y < labels; y++) {
        if (tagSet.mayFollow(label, y) && !tagSet.continues(label, y)) {
          sum += weight[(t + 1) * labels + y] * backward[(t + 1) * labels + y];
        }
      }
      return sum / scale[t + 1];
    }
  }
}
