package org.namespan.trainer.batch;

import java.util.ArrayList;
import java.util.List;

/** Cuts sentences that are sorted by their positions into batches of nearly one length. */
public final class LengthGroups {

  private LengthGroups() {}

  /**
   * Consecutive groups.
   *
   * @param sorted sentences, the shortest first
   * @param batchSize sentences of a group at most
   * @param batchPositions positions of a group at most, padding included; a longer sentence is a
   *     group of its own
   */
  public static List<List<EncodedSentence>> of(
      List<EncodedSentence> sorted, int batchSize, int batchPositions) {
    List<List<EncodedSentence>> groups = new ArrayList<>();
    for (int from = 0; from < sorted.size(); ) {
      int to = from + 1;
      while (to < sorted.size()
          && to - from < batchSize
          && (long) (to - from + 1) * sorted.get(to).positions() <= batchPositions) {
        to++;
      }
      groups.add(sorted.subList(from, to));
      from = to;
    }
    return groups;
  }
}
