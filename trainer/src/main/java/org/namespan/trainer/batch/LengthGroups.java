package org.namespan.trainer.batch;

import java.util.ArrayList;
import java.util.List;

/** Cuts sentences that are sorted by their positions into batches of nearly one length. */
public final class LengthGroups {

  /**
   * Word pieces of a group at most, padding included; a longer sentence is a group of its own. A
   * step over 32 sentences of usual length has half as many. What a pre-trained encoder computes
   * for more would need gigabytes.
   */
  private static final int MOST_PIECES = 2048;

  private LengthGroups() {}

  /**
   * Consecutive groups.
   *
   * @param sorted sentences, the shortest first
   * @param batchSize sentences of a group at most
   */
  public static List<List<EncodedSentence>> of(List<EncodedSentence> sorted, int batchSize) {
    List<List<EncodedSentence>> groups = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size() && to - from < batchSize && fits(sorted.get(to), to - from + 1)) {
        to++;
      }
      groups.add(sorted.subList(from, to));
      from = to;
    }
    return groups;
  }

  private static boolean fits(EncodedSentence longest, int size) {
    return longest.pieces().windows().isEmpty() || (long) size * longest.positions() <= MOST_PIECES;
  }
}
