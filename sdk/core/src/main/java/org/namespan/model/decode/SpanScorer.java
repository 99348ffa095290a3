package org.namespan.model.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagSet;

/**
 * The posterior probability of a span: of all legal tag paths of the sentence, weighted as {@link
 * ForwardBackward} has it, the share of those that hold exactly this span, with this type and these
 * ends. Immutable, safe for use by many threads.
 */
public final class SpanScorer {

  private final int labels;
  private final ForwardBackward forwardBackward;
  private final String[] types;
  private final int[] outside;

  /** Per label the steps to it from inside the same span, and those that begin one with it. */
  private final Messages.Steps[] goingOn;

  private final Messages.Steps[] beginning;

  /** Per label the steps from it that leave the span. */
  private final Messages.Steps[] ending;

  /** Per type its label ids, ascending. */
  private final int[][] labelsByType;

  /** A scorer over the labels of a model. */
  public SpanScorer(TagSet tagSet, TransitionScores scores) {
    this.labels = tagSet.size();
    this.forwardBackward = new ForwardBackward(tagSet, scores);
    this.outside = new int[] {tagSet.id(Tag.OUTSIDE)};
    this.goingOn = new Messages.Steps[labels];
    this.beginning = new Messages.Steps[labels];
    this.ending = new Messages.Steps[labels];
    for (int y = 0; y < labels; y++) {
      goingOn[y] = steps(tagSet, y, true, true);
      beginning[y] = steps(tagSet, y, true, false);
      ending[y] = steps(tagSet, y, false, false);
    }
    this.types = tagSet.types().toArray(new String[0]);
    this.labelsByType = new int[types.length][];
    for (int k = 0; k < types.length; k++) {
      int[] found = new int[labels];
      int count = 0;
      for (int y = 0; y < labels; y++) {
        if (tagSet.tags().get(y).type().equals(types[k])) {
          found[count++] = y;
        }
      }
      labelsByType[k] = Arrays.copyOf(found, count);
    }
  }

  /** The legal steps to a label, or from it, that stay in a span, or do not. */
  private Messages.Steps steps(TagSet tagSet, int label, boolean to, boolean inSpan) {
    Transitions.Neighbours neighbours =
        to ? forwardBackward.transitions.before : forwardBackward.transitions.after;
    int[] found = new int[labels];
    double[] scores = new double[labels];
    int count = 0;
    for (int i = 0; i < neighbours.labels[label].length; i++) {
      int other = neighbours.labels[label][i];
      if (inSpan == (to ? tagSet.continues(other, label) : tagSet.continues(label, other))) {
        found[count] = other;
        scores[count++] = neighbours.scores[label][i];
      }
    }
    return new Messages.Steps(
        Arrays.copyOf(found, count), Arrays.copyOf(scores, count), forwardBackward.bestStep());
  }

  private int[] labelsOf(String type) {
    int k = Arrays.binarySearch(types, type);
    return k < 0 ? new int[0] : labelsByType[k];
  }

  /**
   * Runs forward and backward over one sentence.
   *
   * @param emissions log-scores {@code [time, labels]}, row after row; such as are no number, or
   *     infinite, are taken as {@link Transitions#finite} has them
   * @param time tokens in the sentence, at least 1
   */
  public Posterior posterior(float[] emissions, int time) {
    return posterior(emissions, time, new MessageRoom());
  }

  /** As {@link #posterior(float[], int)}; good until the room is used again. */
  Posterior posterior(float[] emissions, int time, MessageRoom room) {
    return new Posterior(forwardBackward.run(emissions, time, room), time);
  }

  /** What is known of the spans of one sentence. Safe for use by many threads. */
  public final class Posterior {
    private final Messages messages;
    private final int time;

    private Posterior(Messages messages, int time) {
      this.messages = messages;
      this.time = time;
    }

    /** The {@link Messages#marginals}. */
    float[] marginals() {
      return messages.marginals();
    }

    /** The probability, from 0 to 1, that the sentence holds exactly this span. */
    public double probability(Span span) {
      int[] ofType = labelsOf(span.type());
      double[] inside = messages.open(span.start(), ofType, beginning);
      for (int t = span.start() + 1; t < span.end(); t++) {
        inside = messages.goOn(t, ofType, goingOn, inside);
      }
      return messages.closed(span.end(), ofType, ending, inside);
    }

    /**
     * All spans more likely than that.
     *
     * @param probability above 0; spans that begin with different tokens and share one exclude each
     *     other, so that at most {@code 1 / probability} of them are followed at a time, and the
     *     work grows with the length of the sentence alone
     */
    List<ScoredSpan> likelierThan(double probability) {
      List<ScoredSpan> found = new ArrayList<>();
      for (int start = 0; start < time; start++) {
        if (1 - messages.marginal(start, outside) < probability) {
          continue;
        }
        for (int k = 0; k < types.length; k++) {
          if (messages.marginal(start, labelsByType[k]) > probability) {
            addFrom(start, k, probability, found);
          }
        }
      }
      return found;
    }

    private void addFrom(int start, int type, double probability, List<ScoredSpan> found) {
      int[] ofType = labelsByType[type];
      double[] inside = messages.open(start, ofType, beginning);
      for (int end = start + 1; messages.reached(end - 1, ofType, inside) > probability; end++) {
        double closed = messages.closed(end, ofType, ending, inside);
        if (closed > probability) {
          found.add(new ScoredSpan(new Span(types[type], start, end), closed));
        }
        if (end == time) {
          return;
        }
        inside = messages.goOn(end, ofType, goingOn, inside);
      }
    }
  }
}
