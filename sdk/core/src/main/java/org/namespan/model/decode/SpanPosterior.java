package org.namespan.model.decode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagSet;

/**
 * The posterior probability of a span: that of all legal tag paths which hold exactly this span,
 * with this type and these ends (constrained forward-backward, Culotta and McCallum 2004,
 * Confidence Estimation for Information Extraction).
 *
 * <p>Given the emissions, the labels of a sentence are a Markov chain. So the probability {@code
 * open[t, y]} that a span is open at token {@code t} with label {@code y} follows from the
 * marginals of the {@link Lattice}, token after token:
 *
 * <pre>{@code
 * open[start, y] = sum over x that y begins a span after: p(x at start - 1, y at start)
 * open[t, y]     = sum over x that y continues:  open[t - 1, x] * p(y at t | x at t - 1)
 * }</pre>
 *
 * <p>Immutable, safe for use by many threads.
 */
final class SpanPosterior {

  private final int labels;
  private final int outside;
  private final String[] types;

  /** For each type its label ids, ascending. */
  private final int[][] labelsByType;

  /** For each label those after which it begins a span. */
  private final int[][] beginsAfter;

  /** For each label those that go on with its span. */
  private final int[][] continuedBy;

  /** For each label those whose coming ends its span. */
  private final int[][] endedBy;

  /** The spans that the labels of a model write. */
  SpanPosterior(TagSet tagSet) {
    labels = tagSet.size();
    outside = tagSet.id(Tag.OUTSIDE);
    types = tagSet.types().toArray(new String[0]);
    labelsByType = new int[types.length][];
    for (int k = 0; k < types.length; k++) {
      String type = types[k];
      labelsByType[k] = labelsThat(y -> tagSet.tags().get(y).type().equals(type));
    }
    beginsAfter = new int[labels][];
    continuedBy = new int[labels][];
    endedBy = new int[labels][];
    for (int i = 0; i < labels; i++) {
      int y = i;
      beginsAfter[y] = labelsThat(x -> tagSet.mayFollow(x, y) && !tagSet.continues(x, y));
      continuedBy[y] = labelsThat(z -> tagSet.continues(y, z));
      endedBy[y] = labelsThat(z -> tagSet.mayFollow(y, z) && !tagSet.continues(y, z));
    }
  }

  private int[] labelsThat(IntPredicate fit) {
    return IntStream.range(0, labels).filter(fit).toArray();
  }

  /** The probability, from 0 to 1, that the sentence holds exactly this span. */
  double probability(Lattice lattice, Span span) {
    int type = Arrays.binarySearch(types, span.type());
    if (type < 0) {
      return 0;
    }
    int[] ofType = labelsByType[type];
    double[] open = begin(lattice, span.start(), ofType);
    for (int t = span.start() + 1; t < span.end(); t++) {
      open = extend(lattice, t, ofType, open);
    }
    return end(lattice, span.end(), ofType, open);
  }

  /**
   * All spans of a sentence that are likelier than that.
   *
   * @param probability above 0; spans that begin with different tokens and share one exclude each
   *     other, so that at most {@code 1 / probability} of them are followed at a time, and the work
   *     grows with the length of the sentence alone
   */
  List<ScoredSpan> likelierThan(Lattice lattice, double probability) {
    List<ScoredSpan> found = new ArrayList<>();
    for (int start = 0; start < lattice.time; start++) {
      if (1 - lattice.marginal(start, outside) < probability) {
        continue;
      }
      for (int type = 0; type < types.length; type++) {
        double marginal = 0;
        for (int y : labelsByType[type]) {
          marginal += lattice.marginal(start, y);
        }
        if (marginal > probability) {
          addFrom(lattice, start, type, probability, found);
        }
      }
    }
    return found;
  }

  private void addFrom(
      Lattice lattice, int start, int type, double probability, List<ScoredSpan> found) {
    int[] ofType = labelsByType[type];
    double[] open = begin(lattice, start, ofType);
    for (int end = start + 1; sum(open) > probability; end++) {
      double ended = end(lattice, end, ofType, open);
      if (ended > probability) {
        found.add(new ScoredSpan(new Span(types[type], start, end), ended));
      }
      if (end == lattice.time) {
        return;
      }
      open = extend(lattice, end, ofType, open);
    }
  }

  /** By label, the probability that a span begins with it at token {@code t}. */
  private double[] begin(Lattice lattice, int t, int[] ofType) {
    double[] open = new double[labels];
    for (int y : ofType) {
      if (t == 0) {
        open[y] = lattice.marginal(0, y);
        continue;
      }
      for (int x : beginsAfter[y]) {
        open[y] += lattice.marginal(t, x, y);
      }
    }
    return open;
  }

  /**
   * By label, the probability that an open span goes on with it to token {@code t}.
   *
   * @param open by label at the token before
   */
  private double[] extend(Lattice lattice, int t, int[] ofType, double[] open) {
    double[] next = new double[labels];
    for (int x : ofType) {
      if (open[x] > 0) {
        double share = open[x] / lattice.marginal(t - 1, x);
        for (int y : continuedBy[x]) {
          next[y] += share * lattice.marginal(t, x, y);
        }
      }
    }
    return next;
  }

  /**
   * The probability that an open span ends before token {@code t}, or with the sentence.
   *
   * @param open by label at the token before
   */
  private double end(Lattice lattice, int t, int[] ofType, double[] open) {
    if (t == lattice.time) {
      return Math.min(1, sum(open));
    }
    double sum = 0;
    for (int x : ofType) {
      if (open[x] > 0) {
        double share = open[x] / lattice.marginal(t - 1, x);
        for (int y : endedBy[x]) {
          sum += share * lattice.marginal(t, x, y);
        }
      }
    }
    return Math.min(1, sum);
  }

  private static double sum(double[] terms) {
    double sum = 0;
    for (double term : terms) {
      sum += term;
    }
    return sum;
  }
}
