package org.namespan.internal.decode;

import org.namespan.internal.tag.Span;
import org.namespan.internal.tag.TagSet;

/**
 * The posterior probability of a span: of all legal tag paths of the sentence, weighted as {@link
 * ForwardBackward} has it, the share of those that hold exactly this span, with this type and these
 * ends. Immutable, safe for use by many threads.
 */
public final class SpanScorer {

  private final TagSet tagSet;
  private final int labels;
  private final ForwardBackward forwardBackward;
  private final Transitions transitions;

  /** A scorer over the labels of a model without transition scores. */
  public SpanScorer(TagSet tagSet) {
    this(tagSet, TransitionScores.zero(tagSet.size()));
  }

  /** A scorer over the labels of a model. */
  public SpanScorer(TagSet tagSet, TransitionScores scores) {
    this.tagSet = tagSet;
    this.labels = tagSet.size();
    this.forwardBackward = new ForwardBackward(tagSet, scores);
    this.transitions = forwardBackward.transitions;
  }

  /**
   * Runs forward and backward over one sentence.
   *
   * @param emissions log-scores {@code [time, labels]}, row after row; such as are no number, or
   *     infinite, are taken as {@link Transitions#finite} has them
   * @param time tokens in the sentence, at least 1
   */
  public Posterior posterior(float[] emissions, int time) {
    return new Posterior(emissions, forwardBackward.run(emissions, time), time);
  }

  /** What is known of the spans and labels of one sentence. Safe for use by many threads. */
  public final class Posterior {
    private final float[] emissions;
    private final Messages messages;
    private final int time;

    private Posterior(float[] emissions, Messages messages, int time) {
      this.emissions = emissions;
      this.messages = messages;
      this.time = time;
    }

    /** Log of the sum of the weights of all legal paths. */
    public double logPartition() {
      return messages.logPartition();
    }

    /** The probability of each label at each token, {@code [time, labels]}; rows sum to 1. */
    public float[] marginals() {
      return messages.marginals();
    }

    /** The probability, from 0 to 1, that the sentence holds exactly this span. */
    public double probability(Span span) {
      double[] inside = new double[labels];
      double[] next = new double[labels];
      for (int y = 0; y < labels; y++) {
        inside[y] = begins(span, y) + emission(span.start(), y);
      }
      for (int t = span.start() + 1; t < span.end(); t++) {
        for (int y = 0; y < labels; y++) {
          next[y] = isOfType(y, span) ? goesOn(inside, y) + emission(t, y) : inside[y];
        }
        double[] swap = inside;
        inside = next;
        next = swap;
      }
      double sum = Double.NEGATIVE_INFINITY;
      for (int y = 0; y < labels; y++) {
        sum = LogMessages.logAdd(sum, inside[y] + ends(span, y));
      }
      return Math.min(1, Math.exp(sum - messages.logPartition()));
    }

    private double emission(int t, int label) {
      return Transitions.finite(emissions[t * labels + label]);
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
        return transitions.starts[label];
      }
      double sum = Double.NEGATIVE_INFINITY;
      int[] before = transitions.before.labels[label];
      for (int i = 0; i < before.length; i++) {
        if (!tagSet.continues(before[i], label)) {
          double step = transitions.before.scores[label][i];
          sum = LogMessages.logAdd(sum, messages.forward(span.start() - 1, before[i]) + step);
        }
      }
      return sum;
    }

    /** Log-weight of what leads to {@code label} from inside the span. */
    private double goesOn(double[] inside, int label) {
      double sum = Double.NEGATIVE_INFINITY;
      int[] before = transitions.before.labels[label];
      for (int i = 0; i < before.length; i++) {
        if (tagSet.continues(before[i], label)) {
          double step = transitions.before.scores[label][i];
          sum = LogMessages.logAdd(sum, inside[before[i]] + step);
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
        return transitions.ends[label];
      }
      double sum = Double.NEGATIVE_INFINITY;
      int[] after = transitions.after.labels[label];
      for (int i = 0; i < after.length; i++) {
        if (!tagSet.continues(label, after[i])) {
          double step = transitions.after.scores[label][i];
          sum = LogMessages.logAdd(sum, step + messages.inward(span.end(), after[i]));
        }
      }
      return sum;
    }
  }
}
