package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The commonest words of a cell of a {@link Confusion} that holds errors.
 *
 * @param gold the row: a type, {@link Confusion#BOUNDARY} or {@link Confusion#SPURIOUS}
 * @param predicted the column: a type, {@link Confusion#BOUNDARY} or {@link Confusion#MISSED}
 * @param count spans in the cell
 * @param commonest up to five of them, the commonest first
 */
public record ConfusedWords(String gold, String predicted, long count, List<Words> commonest) {

  private static final int MOST = 5;

  /**
   * The words of some spans.
   *
   * @param text their tokens with blanks between them: of the gold span, in row {@code (boundary)}
   *     and {@code (spurious)} of the predicted one
   * @param count spans of just these words
   */
  public record Words(String text, long count) {}

  /** Copies the list. */
  public ConfusedWords {
    commonest = List.copyOf(commonest);
  }

  private record Cell(String row, String column) {}

  /** The cells of a corpus that hold errors, the fullest first. */
  static List<ConfusedWords> find(List<ComparedSentence> corpus) {
    Map<Cell, Map<String, Long>> cells = new HashMap<>();
    for (ComparedSentence sentence : corpus) {
      List<String> tokens = sentence.sentence().tokens();
      ConfusionTally.forEachCell(
          sentence.gold(),
          sentence.predicted(),
          (row, column, span) -> {
            if (!row.equals(column)) {
              cells
                  .computeIfAbsent(new Cell(row, column), cell -> new HashMap<>())
                  .merge(String.join(" ", tokens.subList(span.start(), span.end())), 1L, Long::sum);
            }
          });
    }
    List<ConfusedWords> found = new ArrayList<>();
    cells.forEach((cell, words) -> found.add(of(cell, words)));
    found.sort(
        Comparator.comparingLong(ConfusedWords::count)
            .reversed()
            .thenComparing(ConfusedWords::gold)
            .thenComparing(ConfusedWords::predicted));
    return found;
  }

  private static ConfusedWords of(Cell cell, Map<String, Long> words) {
    List<Words> commonest = new ArrayList<>();
    words.forEach((text, count) -> commonest.add(new Words(text, count)));
    commonest.sort(Comparator.comparingLong(Words::count).reversed().thenComparing(Words::text));
    return new ConfusedWords(
        cell.row(),
        cell.column(),
        words.values().stream().mapToLong(count -> count).sum(),
        commonest.subList(0, Math.min(MOST, commonest.size())));
  }
}
