package org.namespan.trainer.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.MinHash;

/**
 * Texts among which near copies of another are found in constant time, by the {@link MinHash} of
 * their pairs of neighbouring words.
 *
 * <p>A text is a near copy of another if their words are the same, or if of all pairs that one of
 * them holds both hold at least {@link #THRESHOLD} (the Jaccard index). Bands suggest which texts
 * to compare; a pair of index .8 is missed with a probability of .0002, of index .9 never in
 * practice.
 */
final class NearCopyIndex {

  /** Jaccard index from which on texts are near copies. */
  static final double THRESHOLD = 0.8;

  private static final MinHash SIGNATURE = new MinHash(16, 4);

  /**
   * Texts at most that one lookup compares with; they are many where texts share most of their
   * words, and then one of the first is near as a rule.
   */
  private static final int COMPARED = 64;

  /** By their words: texts that are the same but for what does not count. */
  private final Map<Words, Text> sameWords = new HashMap<>();

  /** By band and what stands in it, the text that was added last. */
  private final Map<Long, Link> bands = new HashMap<>();

  private long comparisons;

  /** A text that stands in a band, and the one added before it. */
  private record Link(Text text, @Nullable Link before) {}

  /** Words as a key. */
  private record Words(int[] ids) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Words words && Arrays.equals(ids, words.ids);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(ids);
    }
  }

  /** A text by the numbers of its words. */
  static final class Text {
    private final int id;
    private final Words words;

    /** Ascending, each once. */
    private final long[] pairs;

    private final long[] bandKeys;

    Text(int id, int[] words) {
      this.id = id;
      this.words = new Words(words);
      this.pairs = pairs(words);
      this.bandKeys = SIGNATURE.keys(pairs);
    }

    /** As it was given. */
    int id() {
      return id;
    }

    /** Whether there are too few words to compare: none or one. */
    boolean isEmpty() {
      return pairs.length == 0;
    }

    /** The Jaccard index of the pairs of words, 1 if all words are the same. */
    double similarity(Text other) {
      if (words.equals(other.words)) {
        return 1;
      }
      int shared = 0;
      for (int i = 0, j = 0; i < pairs.length && j < other.pairs.length; ) {
        int order = Long.compare(pairs[i], other.pairs[j]);
        shared += order == 0 ? 1 : 0;
        i += order <= 0 ? 1 : 0;
        j += order >= 0 ? 1 : 0;
      }
      return (double) shared / (pairs.length + other.pairs.length - shared);
    }

    private static long[] pairs(int[] words) {
      long[] pairs = new long[Math.max(0, words.length - 1)];
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] = (long) words[i] << 32 | words[i + 1];
      }
      return Arrays.stream(pairs).sorted().distinct().toArray();
    }
  }

  /** A text to find. */
  void add(Text text) {
    sameWords.putIfAbsent(text.words, text);
    for (long key : text.bandKeys) {
      bands.compute(key, (same, before) -> new Link(text, before));
    }
  }

  /** A near copy of a text; null if there is none. */
  @Nullable Text find(Text text) {
    Text same = sameWords.get(text.words);
    if (same != null) {
      return same;
    }
    List<Text> compared = new ArrayList<>();
    for (long key : text.bandKeys) {
      for (Link link = bands.get(key);
          link != null && compared.size() < COMPARED;
          link = link.before) {
        if (!compared.contains(link.text)) {
          compared.add(link.text);
          comparisons++;
          if (text.similarity(link.text) >= THRESHOLD) {
            return link.text;
          }
        }
      }
    }
    return null;
  }

  /** Texts that were compared so far. */
  long comparisons() {
    return comparisons;
  }
}
