package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.evaluation.Tags.spans;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;

/** Two taggers on two sentences: one knows everything, the other one only tokens with a capital. */
class ComparisonTest {

  private static final Corpus CORPUS =
      new Corpus(
          "two.conll",
          List.of(
              new Sentence(List.of("Anna", "naps"), spans("B-per O")),
              new Sentence(List.of("in", "Oslo"), spans("O B-geo"))),
          0);

  private static final Set<String> TYPES = Set.of("geo", "per");

  private static final SeenEntities TRAINING =
      new SeenEntities(CORPUS.withSentences(CORPUS.sentences().subList(0, 1)));

  @Test
  void writesTables() throws CorpusException {
    String expected =
        """
        two.conll: 2 sentences, 4 tokens, 2 spans, 1 of them seen in training

        model     case   accuracy  precision  recall  seen recall  unseen recall  tokens/s      f1              95 %
        all       keep     1.0000     1.0000  1.0000       1.0000         1.0000         #  1.0000  [1.0000, 1.0000]
        all       lower    1.0000     1.0000  1.0000       1.0000         1.0000         #  1.0000  [1.0000, 1.0000]
        all       upper    1.0000     1.0000  1.0000       1.0000         1.0000         #  1.0000  [1.0000, 1.0000]
        capitals  keep     0.7500     0.5000  0.5000       1.0000         0.0000         #  0.5000  [0.0000, 1.0000]
        capitals  lower    0.5000     0.0000  0.0000       0.0000         0.0000         #  0.0000  [0.0000, 0.0000]
        capitals  upper    0.2500     0.2500  0.5000       1.0000         0.0000         #  0.3333  [0.0000, 0.6667]

        f1 by type  case      geo     per
        all         keep   1.0000  1.0000
        all         lower  1.0000  1.0000
        all         upper  1.0000  1.0000
        capitals    keep   0.0000  0.6667
        capitals    lower  0.0000  0.0000
        capitals    upper  0.0000  0.4000

        against all  case        f1                95 %
        capitals     keep   -0.5000   [-1.0000, 0.0000]
        capitals     lower  -1.0000  [-1.0000, -1.0000]
        capitals     upper  -0.6667  [-1.0000, -0.3333]
        """;
    // The speed is whatever it is, and fits its column.
    String text = new ComparisonReport(comparison(), false).toText();
    assertEquals(expected, text.replaceAll(" {2,}[0-9]+(?=  [0-9])", "         #"), text);
  }

  @Test
  void writesMeanAndDeviationOfSeeds() throws CorpusException {
    String markdown = new ComparisonReport(comparison(), true).toMarkdown();
    assertTrue(markdown.contains("| f1 by type | case | geo | per |\n|---|---|---:|---:|\n"));
    assertTrue(markdown.contains("| mean of 2 | keep | 0.5000 | 0.8333 |\n"), markdown);
    // The sample deviation of 1 and 2/3 is 1/3 over the root of 2.
    assertTrue(markdown.contains("| standard deviation | keep | 0.7071 | 0.2357 |\n"), markdown);
    assertFalse(markdown.contains("against"), markdown);
    JsonObject deviation =
        new ComparisonReport(comparison(), true).toJson().getAsJsonObject("standardDeviation");
    assertEquals(
        Math.sqrt(0.125), deviation.getAsJsonObject("keep").get("f1").getAsDouble(), 1e-15);
  }

  @Test
  void writesJson() throws CorpusException {
    JsonObject json = new ComparisonReport(comparison(), false).toJson();
    JsonObject upper = json.getAsJsonArray("rows").get(5).getAsJsonObject();
    assertEquals("capitals", upper.get("model").getAsString());
    assertEquals("upper", upper.get("case").getAsString());
    assertEquals(-2 / 3.0, upper.get("f1Difference").getAsDouble(), 1e-15);
    assertEquals(2, upper.getAsJsonArray("f1DifferenceInterval").size());
    assertFalse(json.getAsJsonArray("rows").get(2).getAsJsonObject().has("f1Difference"));
    assertFalse(json.has("mean"));
  }

  @Test
  void standardDeviationDividesByOneLess() {
    assertEquals(2.5, Statistics.mean(new double[] {1, 2, 3, 4}));
    assertEquals(
        Math.sqrt(5 / 3.0), Statistics.standardDeviation(new double[] {1, 2, 3, 4}), 1e-15);
  }

  @Test
  void refusesTooFewTaggers() throws CorpusException {
    Comparison comparison = new Comparison(new GoldCorpus(CORPUS), null);
    assertThrows(IllegalArgumentException.class, () -> new ComparisonReport(comparison, false));
    comparison.add("capitals", TYPES, ComparisonTest::capitals);
    assertThrows(IllegalArgumentException.class, () -> new ComparisonReport(comparison, true));
    String text = new ComparisonReport(comparison, false).toText();
    assertFalse(text.contains("seen") || text.contains("against"), text);
  }

  private static Comparison comparison() throws CorpusException {
    Comparison comparison = new Comparison(new GoldCorpus(CORPUS), TRAINING);
    // The warm-up takes all sentences of so small a corpus.
    comparison.add(
        "all", TYPES, sentences -> CORPUS.sentences().stream().map(Sentence::spans).toList());
    comparison.add("capitals", TYPES, ComparisonTest::capitals);
    return comparison;
  }

  /** Takes every token that begins with a capital for a person. */
  private static List<List<Span>> capitals(List<List<String>> sentences) {
    List<List<Span>> found = new ArrayList<>();
    for (List<String> tokens : sentences) {
      found.add(
          IntStream.range(0, tokens.size())
              .filter(i -> Character.isUpperCase(tokens.get(i).charAt(0)))
              .mapToObj(i -> new Span("per", i, i + 1))
              .toList());
    }
    return found;
  }
}
