package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.classification.Classification;
import org.namespan.classification.TextClassifier;
import org.namespan.model.text.CleaningStep;
import org.namespan.model.text.TextCleaner;

/**
 * {@code docs/model-format.md} is enough to write a reader of classifiers from: {@link
 * PlainClassifier}, which goes by it, gives texts the scores that the library gives them.
 */
class PlainClassifierTest {

  private static final Path FIXTURES = Path.of("src/test/resources/fixtures");

  /** What the fixtures were trained on. */
  private static final Path TRAINING_TEXTS =
      Path.of("../../trainer/src/test/resources/fixtures/format-5.tsv");

  private static final String[] PIECES = {
    "<b>",
    "</p>",
    "<!-- x -->",
    "<!--",
    "<script>",
    "</script >",
    "<scripts>",
    "<STYLE a=1>",
    "</style>",
    "<",
    ">",
    "< a",
    "&amp;",
    "&nbsp;",
    "&#8217;",
    "&#x1F600;",
    "&x;",
    "&",
    "http://a.b/c",
    "(www.example.org)",
    "a.b@c.com",
    "a@b",
    "@c.d",
    ":-)",
    ":)",
    ";P",
    "=3",
    "\uD83D\uDE00",
    "\u2764\uFE0F",
    "\uD83C\uDDE9\uD83C\uDDEA",
    "\uD83D",
    "don't",
    "don\u2019t",
    "rock-'n'-roll",
    "-5",
    "3.50\u20AC",
    "\u0665",
    "\u0130",
    "\u1E9E",
    "STRASSE",
    "\u01C5",
    "\n",
    "\r\n",
    "\u00A0",
    "\u200B",
    " ",
    "_",
    "~",
    "x"
  };

  private static List<String> trainingTexts() throws IOException {
    return Files.readAllLines(TRAINING_TEXTS).stream().map(line -> line.split("\t")[1]).toList();
  }

  private static void assertSameScores(PlainClassifier plain, TextClassifier library, String text)
      throws OrtException {
    Classification expected = library.classify(text);
    double[] found = plain.scores(text);
    for (int c = 0; c < found.length; c++) {
      assertEquals(expected.score(plain.classes().get(c)), found[c], 1e-5);
    }
    assertEquals(Set.copyOf(expected.classes()), Set.copyOf(plain.classes(found)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"format-5.onnx", "format-5-several.onnx", "format-6-classifier.onnx"})
  void scoresAsTheLibraryDoes(String fixture) throws IOException, OrtException {
    Path file = FIXTURES.resolve(fixture);
    try (PlainClassifier plain = PlainClassifier.open(file);
        TextClassifier library = TextClassifier.load(file)) {
      Set<String> classes = new HashSet<>();
      for (String text : trainingTexts()) {
        assertSameScores(plain, library, text);
        classes.addAll(library.classify(text).classes());
      }
      assertEquals(Set.copyOf(plain.classes()), classes);
      List<String> more = new ArrayList<>(List.of("", " ", "...", "<b>Fish</b> &amp; CHIPS!"));
      more.add(String.join(" ", trainingTexts()).repeat(3));
      for (String text : more) {
        assertSameScores(plain, library, text);
      }
    }
  }

  @Provide
  Arbitrary<String> odd() {
    return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<Set<CleaningStep>> steps() {
    return Arbitraries.of(CleaningStep.values()).set();
  }

  @Property
  void cleansAsTheLibraryDoes(
      @ForAll("odd") String text, @ForAll("steps") Set<CleaningStep> steps) {
    String expected = new TextCleaner(steps).clean(text);
    assertEquals(text.length(), expected.length());
    PlainCleaning plain = new PlainCleaning(steps.stream().map(CleaningStep::id).toList());
    assertEquals(expected, plain.of(text));
  }

  @Test
  void everyPieceIsChangedBySomeStepButPlainWords() {
    TextCleaner all = new TextCleaner(List.of(CleaningStep.values()));
    assertEquals("x", all.clean("x"));
    assertTrue(all.clean("A&amp;B").startsWith("a"));
  }
}
