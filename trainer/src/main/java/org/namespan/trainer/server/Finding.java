package org.namespan.trainer.server;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An entity that a client names to be anonymized.
 *
 * @param type as the client calls it
 * @param start of its first {@code char}
 * @param end after its last, greater than {@code start}
 * @param score the higher one stays, where two have the same place
 */
record Finding(String type, int start, int end, double score) {

  private static final Comparator<Finding> BY_START = Comparator.comparingInt(Finding::start);

  /**
   * What is left of findings, as Presidio's anonymizer leaves it: those of one type that overlap
   * are one, one that lies in another is left out, of two at one place the one with the higher
   * score stays (of the same score, the later), and those of one type with nothing but spaces
   * between them are one. Sorted by start; of those of different types that overlap, each stays.
   */
  static List<Finding> resolve(List<Finding> findings, String text) {
    List<Finding> whole = withoutContained(mergeOverlaps(findings));
    List<Finding> resolved = new ArrayList<>();
    for (Finding each : whole) {
      Finding last = resolved.isEmpty() ? null : resolved.get(resolved.size() - 1);
      if (last != null
          && last.type.equals(each.type)
          && last.end < each.start
          && text.substring(last.end, each.start).chars().allMatch(c -> c == ' ')) {
        double score = Math.max(last.score, each.score);
        resolved.set(resolved.size() - 1, new Finding(each.type, last.start, each.end, score));
      } else {
        resolved.add(each);
      }
    }
    return resolved;
  }

  private static List<Finding> mergeOverlaps(List<Finding> findings) {
    Map<String, List<Finding>> byType = new LinkedHashMap<>();
    for (Finding each : findings) {
      byType.computeIfAbsent(each.type, type -> new ArrayList<>()).add(each);
    }
    List<Finding> merged = new ArrayList<>();
    for (List<Finding> ofType : byType.values()) {
      ofType.sort(BY_START);
      Finding open = ofType.get(0);
      for (Finding each : ofType) {
        if (each.start < open.end) {
          double score = Math.max(open.score, each.score);
          open = new Finding(open.type, open.start, Math.max(open.end, each.end), score);
        } else {
          merged.add(open);
          open = each;
        }
      }
      merged.add(open);
    }
    return merged;
  }

  private static List<Finding> withoutContained(List<Finding> findings) {
    List<Finding> sorted = new ArrayList<>(findings);
    // A sort is stable, so what came later comes first if it is turned round before.
    Collections.reverse(sorted);
    sorted.sort(
        BY_START
            .thenComparing(Comparator.comparingInt(Finding::end).reversed())
            .thenComparing(Comparator.comparingDouble(Finding::score).reversed()));
    List<Finding> whole = new ArrayList<>();
    int reached = 0;
    for (Finding each : sorted) {
      if (each.end > reached) {
        whole.add(each);
        reached = each.end;
      }
    }
    return whole;
  }
}
