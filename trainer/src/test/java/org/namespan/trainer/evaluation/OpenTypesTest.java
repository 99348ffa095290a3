package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.namespan.trainer.evaluation.Tags.bio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gold that leaves types open, scored by hand. */
class OpenTypesTest {

  /** Open types as text: those of a token joined by {@code +}, none as {@code -}. */
  private static EvaluationResult evaluate(String gold, String open, String predicted) {
    List<Set<String>> openTypes = new ArrayList<>();
    for (String types : open.split(" ")) {
      openTypes.add(types.equals("-") ? Set.of() : Set.copyOf(Arrays.asList(types.split("\\+"))));
    }
    Evaluation evaluation = new Evaluation();
    evaluation.add(bio(gold), openTypes, bio(predicted));
    return evaluation.result();
  }

  /**
   * Columns: gold; open; predicted; right, predicted and gold spans that count; predicted spans
   * that do not; right and all tokens that count.
   */
  @ParameterizedTest
  @CsvSource({
    // A span of the open type is passed over, one of another type is wrong.
    "O O,         geo -,       B-geo O,       0/0/0, 1, 1/1",
    "O O,         geo -,       B-per O,       0/1/0, 0, 1/2",
    "O O,         geo+per -,   B-per O,       0/0/0, 1, 1/1",
    // O at an open token is right.
    "O O,         geo -,       O O,           0/0/0, 0, 2/2",
    // The type is open elsewhere only.
    "O O,         geo -,       O B-geo,       0/1/0, 0, 1/2",
    // One token of the span is open: the span is passed over, its other tokens are not.
    "O O O,       - geo -,     B-geo I-geo O, 0/0/0, 1, 1/2",
    "O O O,       - per -,     B-geo I-geo O, 0/1/0, 0, 1/3",
    // Beside an open token a match stays right, a wrong type and a wrong boundary stay wrong.
    "B-geo O,     - geo,       B-geo O,       1/1/1, 0, 2/2",
    "B-geo O,     - geo,       B-geo B-geo,   1/1/1, 1, 1/1",
    "B-geo O,     - geo,       B-per O,       0/1/1, 0, 1/2",
    "B-geo I-geo O, - - geo,   B-geo O O,     0/1/1, 0, 2/3",
    // Over an open token and a gold span: passed over, so the gold span is missed.
    "B-geo O,     - geo,       B-geo I-geo,   0/0/1, 1, 1/1",
    "B-per O,     - geo,       B-geo I-geo,   0/0/1, 1, 0/1",
    "B-per O,     - geo,       B-per I-per,   0/1/1, 0, 1/2",
    // A span of one of several types: each of them is right, its bounds are certain.
    "B-per I-per O, geo geo -, B-geo I-geo O, 1/1/1, 0, 3/3",
    "B-per I-per O, geo geo -, B-per I-per O, 1/1/1, 0, 3/3",
    "B-per I-per O, geo geo -, B-org I-org O, 0/1/1, 0, 1/3",
    "B-per I-per O, geo geo -, B-geo O O,     0/1/1, 0, 1/3",
    "B-per I-per O, geo geo -, O O O,         0/0/1, 0, 1/3",
    "B-per I-per O, geo geo geo, B-geo I-geo B-geo, 1/1/1, 1, 2/2",
    // Two spans at one open region.
    "O O B-per,   geo geo -,   B-geo B-geo B-per, 1/1/1, 2, 1/1",
  })
  void scoresByHand(
      String gold, String open, String predicted, String spans, long unscored, String tokens) {
    EvaluationResult result = evaluate(gold, open, predicted);
    String[] counts = spans.split("/");
    Scores expected =
        new Scores(Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2]));
    assertEquals(expected, result.overall());
    assertEquals(expected, result.strict());
    assertEquals(List.of(expected), result.bySentence());
    assertEquals(unscored, result.unscored());
    String[] parts = tokens.split("/");
    assertEquals(Long.parseLong(parts[1]), result.tokens());
    assertEquals(
        Double.parseDouble(parts[0]) / Long.parseLong(parts[1]), result.tokenAccuracy(), 1e-15);
  }

  @Test
  void unscoredSpansAreNotConfused() {
    EvaluationResult result = evaluate("B-geo O O", "- geo tim", "B-geo I-geo B-tim");
    assertEquals(Map.of("geo", Map.of(Confusion.MISSED, 1L)), result.confusion().rows());
    assertEquals(Set.of("geo"), result.perType().keySet());
  }

  @Test
  void malformedSpansCountInOneReadingOnly() {
    EvaluationResult result = evaluate("O O B-geo", "geo - -", "I-geo O I-geo");
    assertEquals(new Scores(1, 1, 1), result.overall());
    assertEquals(new Scores(0, 0, 1), result.strict());
    assertEquals(1, result.unscored());
  }

  @Test
  void nothingOpenScoresAsWithout() {
    EvaluationResult open = evaluate("B-per O B-geo", "- - -", "B-per B-per O");
    Evaluation plain = new Evaluation();
    plain.add(bio("B-per O B-geo"), bio("B-per B-per O"));
    assertEquals(plain.result(), open);
  }

  @Test
  void refusesAnotherNumberOfSets() {
    Evaluation evaluation = new Evaluation();
    assertThrows(
        IllegalArgumentException.class,
        () -> evaluation.add(bio("O O"), List.of(Set.of()), bio("O O")));
    assertEquals(0, evaluation.result().sentences());
  }
}
