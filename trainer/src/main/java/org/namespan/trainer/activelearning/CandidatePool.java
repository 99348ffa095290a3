package org.namespan.trainer.activelearning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.namespan.trainer.corpus.MinHash;

/**
 * The texts with the highest scores of a stream, as many as there is room for, without near copies:
 * of two whose words have a Jaccard similarity of {@value #SIMILARITY} or more, the one with the
 * higher score stays, of equals the first. Memory does not grow with the stream. Not thread-safe.
 */
final class CandidatePool {

  /** Words in common, by all words of two texts, from which they are near copies. */
  static final double SIMILARITY = 0.8;

  private static final MinHash SIGNATURE = new MinHash(16, 2);

  private final int room;
  private final TreeSet<Candidate> best = new TreeSet<>();
  private final Map<Long, List<Candidate>> byBand = new HashMap<>();
  private long added;

  /**
   * A text in the pool.
   *
   * @param order when it came; tells equals apart
   */
  private record Candidate(
      WordUncertainty text, double score, long order, Set<String> vocabulary, long[] bands)
      implements Comparable<Candidate> {

    @Override
    public int compareTo(Candidate other) {
      int byScore = Double.compare(other.score, score);
      return byScore != 0 ? byScore : Long.compare(order, other.order);
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return Long.hashCode(order);
    }

    private boolean isNearCopyOf(Candidate other) {
      Set<String> common = new HashSet<>(vocabulary);
      common.retainAll(other.vocabulary);
      int all = vocabulary.size() + other.vocabulary.size() - common.size();
      return common.size() >= SIMILARITY * all;
    }
  }

  /**
   * An empty pool.
   *
   * @param room texts that it holds at most, at least 1
   */
  CandidatePool(int room) {
    this.room = room;
  }

  /** Takes a text in if it is among the best so far and no near copy of a better one. */
  void add(WordUncertainty text) {
    double score = text.score();
    long order = added++;
    if (best.size() == room && score <= best.last().score()) {
      return;
    }
    Set<String> vocabulary = text.vocabulary();
    long[] bands = SIGNATURE.keys(vocabulary.stream().mapToLong(MinHash::element).toArray());
    Candidate candidate = new Candidate(text, score, order, vocabulary, bands);
    Set<Candidate> copies = copiesOf(candidate);
    if (copies.stream().anyMatch(copy -> copy.compareTo(candidate) < 0)) {
      return;
    }
    copies.forEach(this::remove);
    best.add(candidate);
    for (long band : candidate.bands()) {
      byBand.computeIfAbsent(band, key -> new ArrayList<>(1)).add(candidate);
    }
    if (best.size() > room) {
      remove(best.last());
    }
  }

  private Set<Candidate> copiesOf(Candidate candidate) {
    Set<Candidate> similar = new HashSet<>();
    for (long band : candidate.bands()) {
      similar.addAll(byBand.getOrDefault(band, List.of()));
    }
    similar.removeIf(other -> !candidate.isNearCopyOf(other));
    return similar;
  }

  private void remove(Candidate candidate) {
    best.remove(candidate);
    for (long band : candidate.bands()) {
      byBand.computeIfPresent(
          band,
          (key, all) -> {
            all.remove(candidate);
            return all.isEmpty() ? null : all;
          });
    }
  }

  /** The texts, those with the highest scores first. */
  List<WordUncertainty> texts() {
    return best.stream().map(Candidate::text).toList();
  }
}
