package org.namespan.model.decode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;

/**
 * Decodes the emissions of a sentence to its spans.
 *
 * <p>Without a smallest probability they are the spans of the best tag path ({@link
 * ViterbiDecoder}). With one, only spans more likely than that are chosen from, and of those the
 * set without overlap in which the sum of what each is likelier is largest. Where the smallest
 * probability is half the F1 that a tagger reaches, that is the choice with the best F1 to be
 * expected (Lipton et al. 2014, Optimal Thresholding of Classifiers to Maximize F1 Measure); a
 * larger one trades recall for precision.
 *
 * <p>Immutable, safe for use by many threads.
 */
public final class SpanDecoder {

  /** Tokens of a sentence after which its buffers are kept at most. */
  private static final int LONGEST_KEPT = 512;

  private final TagSet tagSet;
  private final ViterbiDecoder bestPath;
  private final ForwardBackward forwardBackward;
  private final SpanPosterior posterior;
  private final double minProbability;

  /** As many as there were threads that decoded at once. */
  private final Queue<LatticeBuffers> idle = new ConcurrentLinkedQueue<>();

  /**
   * @param scores of as many labels as {@code tagSet} has
   * @param minProbability from 0, for the spans of the best path, to less than 1
   */
  public SpanDecoder(TagSet tagSet, TransitionScores scores, double minProbability) {
    if (!(minProbability >= 0 && minProbability < 1)) {
      throw new IllegalArgumentException(
          "smallest probability " + minProbability + ", expected 0 or more and less than 1");
    }
    this.tagSet = tagSet;
    this.bestPath = new ViterbiDecoder(tagSet, scores);
    this.forwardBackward = new ForwardBackward(tagSet, scores);
    this.posterior = new SpanPosterior(tagSet);
    this.minProbability = minProbability;
  }

  /**
   * The spans of a sentence.
   *
   * @param emissions log-scores {@code [time, labels]}, row after row, taken as {@link
   *     ForwardBackward} has them
   * @param time tokens in the sentence; 0 gives no span
   * @return in text order, none overlapping
   */
  public List<ScoredSpan> decode(float[] emissions, int time) {
    if (time == 0) {
      return Collections.emptyList();
    }
    return minProbability == 0
        ? ofBestPath(emissions, time)
        : likeliest(candidates(emissions, time), time);
  }

  private List<ScoredSpan> candidates(float[] emissions, int time) {
    @Nullable LatticeBuffers found = time > LONGEST_KEPT ? null : idle.poll();
    LatticeBuffers buffers = found == null ? new LatticeBuffers() : found;
    Lattice lattice = forwardBackward.run(emissions, time, buffers);
    List<ScoredSpan> candidates = posterior.likelierThan(lattice, minProbability);
    if (time <= LONGEST_KEPT) {
      idle.add(buffers);
    }
    return candidates;
  }

  /**
   * The spans of {@link #decode} as tags, one per token.
   *
   * @return in {@link TagScheme#BIO}, whatever the scheme of the labels
   */
  public List<Tag> decodeTags(float[] emissions, int time) {
    return TagScheme.BIO.encode(decodeSpans(emissions, time), time);
  }

  /**
   * The spans of {@link #decode} without their probabilities, which the best path does not need.
   */
  public List<Span> decodeSpans(float[] emissions, int time) {
    if (minProbability == 0 && time > 0) {
      return bestPathSpans(emissions, time);
    }
    List<Span> spans = new ArrayList<>();
    for (ScoredSpan scored : decode(emissions, time)) {
      spans.add(scored.span());
    }
    return spans;
  }

  /**
   * The probability of each label at each token.
   *
   * @param time tokens in the sentence, at least 1
   * @return {@code [time, labels]}, row after row; each row sums to 1
   */
  public float[] marginals(float[] emissions, int time) {
    return forwardBackward.run(emissions, time).marginals();
  }

  private List<Span> bestPathSpans(float[] emissions, int time) {
    return tagSet.scheme().decode(tagSet.tags(bestPath.decode(emissions, time)));
  }

  private List<ScoredSpan> ofBestPath(float[] emissions, int time) {
    List<Span> spans = bestPathSpans(emissions, time);
    List<ScoredSpan> scored = new ArrayList<>(spans.size());
    if (spans.isEmpty()) {
      return scored;
    }
    Lattice lattice = forwardBackward.run(emissions, time);
    for (Span span : spans) {
      scored.add(new ScoredSpan(span, posterior.probability(lattice, span)));
    }
    return scored;
  }

  /** Of equal sets the one whose last span ends, or else begins, first. */
  private List<ScoredSpan> likeliest(List<ScoredSpan> candidates, int time) {
    if (candidates.size() < 2) {
      return candidates;
    }
    double[] gain = new double[time + 1];
    ScoredSpan[] last = new ScoredSpan[time + 1];
    candidates.sort(SpanDecoder::byEnd);
    int next = 0;
    for (int end = 1; end <= time; end++) {
      gain[end] = gain[end - 1];
      for (; next < candidates.size() && candidates.get(next).span().end() == end; next++) {
        ScoredSpan candidate = candidates.get(next);
        double with = gain[candidate.span().start()] + candidate.probability() - minProbability;
        if (with > gain[end]) {
          gain[end] = with;
          last[end] = candidate;
        }
      }
    }
    List<ScoredSpan> chosen = new ArrayList<>();
    for (int end = time; end > 0; ) {
      if (last[end] == null) {
        end--;
      } else {
        chosen.add(last[end]);
        end = last[end].span().start();
      }
    }
    Collections.reverse(chosen);
    return chosen;
  }

  private static int byEnd(ScoredSpan a, ScoredSpan b) {
    int ends = Integer.compare(a.span().end(), b.span().end());
    return ends != 0 ? ends : Integer.compare(a.span().start(), b.span().start());
  }
}
