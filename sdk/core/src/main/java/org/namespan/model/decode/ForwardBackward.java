package org.namespan.model.decode;

import org.namespan.model.tag.TagSet;

/**
 * Sums over all legal tag paths of a sentence, each weighted by the exponential of its emission and
 * transition scores (forward-backward, Rabiner 1989). Scores that lie no farther apart than those
 * of a trained model are raised to powers once and summed as they are ({@link ScaledMessages});
 * others, whose powers would vanish, as logarithms ({@link LogMessages}). So no length and no score
 * is too large. Immutable, safe for use by many threads.
 */
public final class ForwardBackward {

  final Transitions transitions;

  /** Null if transition scores lie too far apart. */
  private final StepShares shares;

  /**
   * @param scores of as many labels as {@code tagSet} has
   */
  public ForwardBackward(TagSet tagSet, TransitionScores scores) {
    transitions = new Transitions(tagSet, scores);
    StepShares all = new StepShares(transitions);
    shares = all.areUsable(transitions) ? all : null;
  }

  /** The score of a step whose share is 1; 0 where none is calculated with. */
  double bestStep() {
    return shares == null ? 0 : shares.bestStep;
  }

  /**
   * Runs forward and backward over one sentence.
   *
   * @param emissions log-scores {@code [time, labels]}, row after row, to which a constant may be
   *     added per token without changing more than the log-partition; infinite ones are taken as
   *     the largest float of their sign, NaN as the lowest
   * @param time tokens in the sentence, at least 1
   */
  public Messages run(float[] emissions, int time) {
    return run(emissions, time, new MessageRoom());
  }

  /** As {@link #run(float[], int)}; the messages are good until the room is used again. */
  Messages run(float[] emissions, int time, MessageRoom room) {
    return run(emissions, time, null, room);
  }

  /**
   * Runs forward and backward over those paths of one sentence that keep to given labels, for
   * sentences whose gold labels are known in part.
   *
   * @param allowed {@code [time, labels]}, row after row: whether the token may have the label;
   *     null allows all. One label per token leaves one path, whose score is the log-partition
   * @throws IllegalArgumentException if no legal path keeps to them
   */
  public Messages run(float[] emissions, int time, boolean[] allowed) {
    return run(emissions, time, allowed, new MessageRoom());
  }

  private Messages run(float[] emissions, int time, boolean[] allowed, MessageRoom room) {
    if (shares != null) {
      ScaledMessages scaled = new ScaledMessages(shares, time, room);
      if (scaled.pass(emissions, allowed)) {
        return scaled;
      }
    }
    return new LogMessages(transitions, emissions, time, allowed);
  }
}
