package org.namespan.trainer.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which types were taken for which. Rows are gold types, columns are predicted types.
 *
 * <p>A gold span is counted once, in the row of its type:
 *
 * <ul>
 *   <li>in the column of a type, when a predicted span of that type has the same start and end;
 *   <li>else in column {@link #BOUNDARY}, when a predicted span of any type shares a token with it;
 *   <li>else in column {@link #MISSED}.
 * </ul>
 *
 * <p>A predicted span with the start and end of a gold span is thereby counted; each other one is
 * counted in the column of its type, in row {@link #BOUNDARY} when it shares a token with a gold
 * span, else in row {@link #SPURIOUS}.
 *
 * <p>So the row of a type sums to its gold spans, the column of a type to its predicted spans, and
 * the diagonal holds the right ones; spans are read as {@code conlleval} reads them.
 *
 * <p>Gold {@code B-per I-per O} against predicted {@code B-per O O} is 1 at ({@code per}, {@code
 * (boundary)}) and 1 at ({@code (boundary)}, {@code per}).
 *
 * @param rows counts by gold type, then by predicted type; only cells that are not zero, sorted
 */
public record Confusion(Map<String, Map<String, Long>> rows) {

  /** Row and column of spans that meet one of the other side at other boundaries only. */
  public static final String BOUNDARY = "(boundary)";

  /** Column of gold spans that no predicted span meets. */
  public static final String MISSED = "(missed)";

  /** Row of predicted spans that meet no gold span. */
  public static final String SPURIOUS = "(spurious)";

  /** Copies and sorts the rows. */
  public Confusion {
    Map<String, Map<String, Long>> copy = new TreeMap<>();
    rows.forEach((gold, row) -> copy.put(gold, Collections.unmodifiableMap(new TreeMap<>(row))));
    rows = Collections.unmodifiableMap(copy);
  }

  /** The count in one cell, 0 where there is none. */
  public long count(String gold, String predicted) {
    return rows.getOrDefault(gold, Map.of()).getOrDefault(predicted, 0L);
  }

  /** The types with a count off the diagonal, in their row or in their column, sorted. */
  public SortedSet<String> confusedTypes() {
    SortedSet<String> confused = new TreeSet<>();
    rows.forEach(
        (gold, row) -> {
          for (String predicted : row.keySet()) {
            if (!gold.equals(predicted)) {
              confused.add(gold);
              confused.add(predicted);
            }
          }
        });
    confused.removeAll(List.of(BOUNDARY, MISSED, SPURIOUS));
    return confused;
  }
}
