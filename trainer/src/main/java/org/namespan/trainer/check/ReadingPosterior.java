package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.ForwardBackward;
import org.namespan.model.decode.ViterbiDecoder;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagSet;

/**
 * How probable a model finds that exactly these entities stand in a stretch of a sentence, whatever
 * stands around it: that of all legal tag paths which read the stretch so (constrained
 * forward-backward, Culotta and McCallum 2004, Confidence Estimation for Information Extraction).
 *
 * <pre>{@code
 * p(reading) = Z(paths with the tags of the reading in the stretch) / Z(all paths)
 * }</pre>
 *
 * <p>Exact for models of BIO and BILOU, whose tags tell where spans begin.
 */
final class ReadingPosterior {

  private final TagSet tagSet;
  private final ViterbiDecoder bestPath;
  private final ForwardBackward forwardBackward;

  ReadingPosterior(ModelMetadata metadata) {
    tagSet = metadata.tagSet();
    bestPath = new ViterbiDecoder(tagSet, metadata.transitions());
    forwardBackward = new ForwardBackward(tagSet, metadata.transitions());
  }

  /** Whether the model knows the types of all these spans. */
  boolean knows(List<Span> spans) {
    return spans.stream().allMatch(span -> tagSet.types().contains(span.type()));
  }

  /** The spans of the likeliest path. */
  List<Span> bestPath(float[] emissions, int time) {
    return tagSet.scheme().decode(tagSet.tags(bestPath.decode(emissions, time)));
  }

  /** The log of the sum over all paths, for {@link #probability}. */
  double logPartition(float[] emissions, int time) {
    return forwardBackward.run(emissions, time).logPartition();
  }

  /**
   * The probability that the tokens from {@code start} to before {@code end} hold these spans and
   * no others, and that none reaches over their ends.
   *
   * @param spans within the stretch, in order, of types that the model knows
   * @param logPartition of the sentence
   */
  double probability(
      float[] emissions, int time, int start, int end, List<Span> spans, double logPartition) {
    int labels = tagSet.size();
    List<Span> shifted = new ArrayList<>();
    for (Span span : spans) {
      shifted.add(new Span(span.type(), span.start() - start, span.end() - start));
    }
    List<Tag> tags = tagSet.scheme().encode(shifted, end - start);
    boolean[] allowed = new boolean[time * labels];
    Arrays.fill(allowed, true);
    int last = -1;
    for (int t = start; t < end; t++) {
      last = tagSet.id(tags.get(t - start));
      Arrays.fill(allowed, t * labels, (t + 1) * labels, false);
      allowed[t * labels + last] = true;
    }
    for (int y = 0; end < time && y < labels; y++) {
      allowed[end * labels + y] = !tagSet.continues(last, y);
    }
    return Math.min(
        1, Math.exp(forwardBackward.run(emissions, time, allowed).logPartition() - logPartition));
  }
}
