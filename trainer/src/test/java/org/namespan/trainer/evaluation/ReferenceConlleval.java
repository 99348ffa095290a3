package org.namespan.trainer.evaluation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.model.tag.Tag;

/**
 * The counting of {@code conlleval}, written again for tests: it walks over both columns at once,
 * asks at each token whether a chunk starts or ends there, and never holds a list of spans.
 */
final class ReferenceConlleval {

  private final Map<String, long[]> counts = new TreeMap<>();
  private Tag gold = Tag.OUTSIDE;
  private Tag predicted = Tag.OUTSIDE;
  private boolean bothInSameChunk;
  long tokens;
  long rightTokens;

  /** Walks over a sentence and the blank line after it, which conlleval takes for O and O. */
  void sentence(List<Tag> goldTags, List<Tag> predictedTags) {
    for (int i = 0; i < goldTags.size(); i++) {
      step(goldTags.get(i), predictedTags.get(i));
      tokens++;
      rightTokens += goldTags.get(i).equals(predictedTags.get(i)) ? 1 : 0;
    }
    step(Tag.OUTSIDE, Tag.OUTSIDE);
  }

  Map<String, Scores> perType() {
    Map<String, Scores> scores = new TreeMap<>();
    counts.forEach((type, c) -> scores.put(type, new Scores(c[0], c[1], c[2])));
    return scores;
  }

  private void step(Tag nextGold, Tag nextPredicted) {
    boolean goldEnds = ends(gold, nextGold);
    boolean predictedEnds = ends(predicted, nextPredicted);
    if (bothInSameChunk && goldEnds && predictedEnds) {
      of(gold)[0]++;
    }
    if (goldEnds || predictedEnds) {
      bothInSameChunk = false;
    }
    boolean goldStarts = starts(gold, nextGold);
    boolean predictedStarts = starts(predicted, nextPredicted);
    if (goldStarts) {
      of(nextGold)[2]++;
    }
    if (predictedStarts) {
      of(nextPredicted)[1]++;
    }
    if (goldStarts && predictedStarts) {
      bothInSameChunk = nextGold.type().equals(nextPredicted.type());
    }
    gold = nextGold;
    predicted = nextPredicted;
  }

  private long[] of(Tag tag) {
    return counts.computeIfAbsent(tag.type(), type -> new long[3]);
  }

  private static boolean ends(Tag tag, Tag next) {
    if (tag.prefix() == 'O') {
      return false;
    }
    return next.prefix() == 'O' || next.prefix() == 'B' || !tag.type().equals(next.type());
  }

  private static boolean starts(Tag previous, Tag tag) {
    if (tag.prefix() == 'O') {
      return false;
    }
    return previous.prefix() == 'O' || tag.prefix() == 'B' || !previous.type().equals(tag.type());
  }
}
