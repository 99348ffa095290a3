package org.namespan.model.decode;

import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.TagSet;

/**
 * The forward-backward algorithm (Rabiner 1989, A Tutorial on Hidden Markov Models) for a
 * linear-chain conditional random field (Lafferty, McCallum and Pereira 2001): sums over all legal
 * tag paths {@code y} of a sentence, in time that grows with its length. With emissions {@code e},
 * transition scores {@code a} and {@code n} tokens, the score of a path is
 *
 * <pre>{@code
 * score(y) = start[y1] + e[1, y1] + a[y1, y2] + e[2, y2] + ... + e[n, yn] + end[yn]
 * p(y)     = exp(score(y)) / Z,  Z = sum over legal y' of exp(score(y'))
 * }</pre>
 *
 * <p>No sentence is too long and no score too large. Immutable, safe for use by many threads.
 */
public final class ForwardBackward {

  private final TransitionMatrix transitions;
  private final boolean scalable;

  /**
   * Forward-backward over the labels of a model.
   *
   * @param scores of as many labels as {@code tagSet} has
   * @throws IllegalArgumentException if they are of more or fewer
   */
  public ForwardBackward(TagSet tagSet, TransitionScores scores) {
    transitions = new TransitionMatrix(tagSet, scores);
    scalable = ScaledLattice.suits(transitions);
  }

  /**
   * Runs forward and backward over one sentence.
   *
   * @param emissions log-scores {@code [time, labels]}, row after row, to which a constant may be
   *     added per token without changing more than the log-partition; infinite ones are taken as
   *     the largest float of their sign, NaN as the lowest
   * @param time tokens in the sentence, at least 1
   */
  public Lattice run(float[] emissions, int time) {
    return run(emissions, time, new LatticeBuffers());
  }

  /**
   * As {@link #run(float[], int)}.
   *
   * @param buffers hold the lattice until another is made in them
   */
  Lattice run(float[] emissions, int time, LatticeBuffers buffers) {
    return run(emissions, time, null, buffers);
  }

  /**
   * Runs forward and backward over those paths of one sentence that keep to given labels, for
   * sentences whose gold labels are known in part.
   *
   * @param allowed {@code [time, labels]}, row after row: whether the token may have the label;
   *     null allows all. One label per token leaves one path, whose score is the log-partition
   * @throws IllegalArgumentException if no legal path keeps to them
   */
  public Lattice run(float[] emissions, int time, boolean @Nullable [] allowed) {
    return run(emissions, time, allowed, new LatticeBuffers());
  }

  private Lattice run(
      float[] emissions, int time, boolean @Nullable [] allowed, LatticeBuffers buffers) {
    if (scalable) {
      ScaledLattice lattice = new ScaledLattice(transitions, emissions, time, allowed, buffers);
      if (lattice.isAccurate()) {
        return lattice;
      }
    }
    return new LogLattice(transitions, emissions, time, allowed);
  }
}
