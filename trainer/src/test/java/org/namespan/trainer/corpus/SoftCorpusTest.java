package org.namespan.trainer.corpus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.corpus.CorpusFiles.assertRefused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftCorpusTest {

  private static final List<String> LABELS =
      List.of("O", "B-a:b", "I-a:b", "B-#labels", "I-x:0.5", "B-größe");

  @TempDir Path folder;

  /** Sentences of odd tokens whose labels have weights such as 0.001 and 0.87. */
  @Provide
  Arbitrary<List<SoftSentence>> sentences() {
    Arbitrary<String> tokens =
        Arbitraries.oneOf(
            Arbitraries.of("#labels", "#labels O", "a:b", "O:0.5", ":", "B-a:b"),
            CorpusArbitraries.tokens());
    Arbitrary<List<Integer>> thousandths =
        Arbitraries.integers().between(-900, 1000).list().ofSize(6);
    Arbitrary<SoftSentence> sentence =
        Combinators.combine(tokens, thousandths)
            .as(Token::new)
            .list()
            .ofMinSize(1)
            .ofMaxSize(5)
            .map(SoftCorpusTest::sentence);
    return sentence.list().ofMaxSize(6);
  }

  /** A token and for each label its weight in thousandths; those below 1 are left out. */
  private record Token(String text, List<Integer> thousandths) {}

  private static SoftSentence sentence(List<Token> tokens) {
    int[][] labels = new int[tokens.size()][];
    float[][] weights = new float[tokens.size()][];
    for (int t = 0; t < labels.length; t++) {
      List<Integer> all = new ArrayList<>(tokens.get(t).thousandths());
      if (all.stream().noneMatch(weight -> weight > 0)) {
        all.set(t % all.size(), 1000);
      }
      List<Integer> kept = new ArrayList<>();
      for (int y = 0; y < all.size(); y++) {
        if (all.get(y) > 0) {
          kept.add(y);
        }
      }
      labels[t] = kept.stream().mapToInt(y -> y).toArray();
      weights[t] = new float[kept.size()];
      for (int i = 0; i < weights[t].length; i++) {
        // Alone a label has all the weight.
        weights[t][i] = kept.size() == 1 ? 1 : all.get(kept.get(i)) / 1000f;
      }
    }
    return new SoftSentence(tokens.stream().map(Token::text).toList(), labels, weights);
  }

  @Property(seed = "20", tries = 200)
  void readsWhatItWrote(@ForAll("sentences") List<SoftSentence> sentences) throws IOException {
    Path file = Files.createTempFile("namespan-soft", ".gz");
    try {
      new SoftCorpus("a", LABELS, sentences).write(file);
      SoftCorpus read = SoftCorpus.read(file);
      assertEquals(file.getFileName().toString(), read.name());
      assertEquals(LABELS, read.labels());
      assertEquals(sentences.size(), read.sentences().size());
      for (int i = 0; i < sentences.size(); i++) {
        assertSame(sentences.get(i), read.sentences().get(i), 0);
      }
    } finally {
      Files.delete(file);
    }
  }

  private static void assertSame(SoftSentence expected, SoftSentence found, float tolerance) {
    assertEquals(expected.tokens(), found.tokens());
    for (int t = 0; t < expected.tokens().size(); t++) {
      assertArrayEquals(expected.labels()[t], found.labels()[t]);
      assertArrayEquals(expected.weights()[t], found.weights()[t], tolerance);
    }
  }

  private static SoftCorpus example() {
    SoftSentence first =
        new SoftSentence(
            List.of("Paris", "sleeps"),
            new int[][] {{1, 2}, {0}},
            new float[][] {{0.93f, 0.07f}, {1}});
    SoftSentence second =
        new SoftSentence(
            List.of("#labels"), new int[][] {{0, 2}}, new float[][] {{0.12345f, 0.0001f}});
    return new SoftCorpus("a", List.of("O", "B-geo", "B-per"), List.of(first, second));
  }

  private static final String EXAMPLE =
      "#labels\tO B-geo B-per\n"
          + "Paris\tB-geo:0.93 B-per:0.07\n"
          + "sleeps\tO\n"
          + "\n"
          + "#labels\tO:0.123 B-per:0.001\n"
          + "\n";

  @Test
  void writesTheFormThatIsDocumented() throws IOException {
    Path file = folder.resolve("a.soft.gz");
    example().write(file);
    byte[] packed = Files.readAllBytes(file);
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      assertEquals(EXAMPLE, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals(1, Files.list(folder).count());
  }

  @Test
  void readsPlainAndPacked() throws IOException {
    Path packed = folder.resolve("a.soft.gz");
    example().write(packed);
    Path plain = CorpusFiles.write(folder, "a.soft", EXAMPLE);
    Path windows = CorpusFiles.write(folder, "b.soft", "\uFEFF" + EXAMPLE.replace("\n", "\r\n"));
    Path cut = CorpusFiles.write(folder, "c.soft", EXAMPLE.strip());
    for (Path file : List.of(packed, plain, windows, cut)) {
      SoftCorpus read = SoftCorpus.read(file);
      assertEquals(3, read.tokenCount());
      assertEquals(2, read.sentences().size());
      for (int i = 0; i < 2; i++) {
        assertSame(example().sentences().get(i), read.sentences().get(i), 0.001f);
      }
    }
  }

  @Test
  void holdsNoSentenceWhereNoneIs() throws IOException {
    SoftCorpus read = SoftCorpus.read(CorpusFiles.write(folder, "a", "#labels\tO\n\n\n\n"));
    assertTrue(read.sentences().isEmpty());
    assertEquals(0, read.tokenCount());
  }

  @ParameterizedTest
  @CsvSource({
    "secret O, no TAB",
    "'\tO', no TAB",
    "'secret\t', a label that the first line",
    "'secret\t ', one of several labels without a weight",
    "'secret\tO ', one of several labels without a weight",
    "'secret\tB-secret', a label that the first line",
    "'secret\tO:1', a label that the first line",
    "'secret\tO:0.5 B-secret:0.5', a label that the first line",
    "'secret\tO B-geo', one of several labels without a weight",
    "'secret\tO:0.5 B-geo:', a weight that is no number",
    "'secret\tO:0.5 B-geo:secret', a weight that is no number",
    "'secret\tO:0 B-geo:1', a weight that is not above 0",
    "'secret\tO:-1 B-geo:1', a weight that is not above 0",
    "'secret\tO:NaN B-geo:1', a weight that is not above 0",
    "'secret\tO:1e99 B-geo:1', a weight that is not above 0",
  })
  void tellsTheLineThatIsMalformed(String line, String reason) throws IOException {
    Path file = CorpusFiles.write(folder, "a", "#labels\tO B-geo\nfirst\tO\n\n" + line + "\n");
    assertRefused(file + ":4", reason, () -> SoftCorpus.read(file));
  }

  @ParameterizedTest
  @CsvSource({
    "'', no line that starts with #labels",
    "'Paris\tB-geo', no line that starts with #labels",
    "'#labels O', no line that starts with #labels",
    "'#labels\t', an empty label",
    "'#labels\tO  B-geo', an empty label",
    "'#labels\tO B-geo O', stands twice",
  })
  void tellsWhatIsNoHeader(String header, String reason) throws IOException {
    Path file = CorpusFiles.write(folder, "a", header);
    assertRefused(file + ":1", reason, () -> SoftCorpus.read(file));
  }

  @Test
  void writesNoLabelThatCouldNotBeReadBack() {
    Path file = folder.resolve("new.gz");
    for (String label : List.of("B-work of art", "B-a\u2003b", "B-a\tb")) {
      SoftCorpus corpus = new SoftCorpus("a", List.of("O", label), List.of());
      assertRefused(file.toString(), "found label", () -> corpus.write(file));
    }
    assertFalse(Files.exists(file));
  }
}
