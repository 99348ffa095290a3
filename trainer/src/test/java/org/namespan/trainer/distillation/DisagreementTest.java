package org.namespan.trainer.distillation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;

class DisagreementTest {

  private static final List<String> LABELS = List.of("O", "B-geo", "I-geo", "B-per", "I-per");

  @TempDir private Path folder;

  /** Annotated: {@code the/B-geo Rhine/I-geo meets Anna/B-per} and {@code Oslo}. */
  private static Corpus corpus() {
    return new Corpus(
        "a.conll",
        List.of(
            Sentence.of(
                List.of("the", "Rhine", "meets", "Anna"),
                List.of(new Span("geo", 0, 2), new Span("per", 3, 4)),
                7),
            Sentence.of(List.of("Oslo"), List.of(), 12),
            Sentence.of(List.of("is", "far"), List.of(), 14)),
        0);
  }

  private static SoftCorpus labelled() {
    return new SoftCorpus(
        "a.soft",
        LABELS,
        List.of(
            new SoftSentence(
                List.of("the", "Rhine", "meets", "Anna"),
                // the: O .9, B-geo .1; Rhine: B-geo .7, I-geo .05, O .25; meets: O; Anna: geo .6.
                new int[][] {{0, 1}, {1, 2, 0}, {0}, {3, 1}},
                new float[][] {{0.9f, 0.1f}, {0.7f, 0.05f, 0.25f}, {1}, {0.4f, 0.6f}}),
            new SoftSentence(List.of("Oslo"), new int[][] {{1}}, new float[][] {{1}}),
            new SoftSentence(
                List.of("is", "far"),
                new int[][] {{0, 1}, {0}},
                new float[][] {{0.5f, 0.5f}, {1}})));
  }

  private static List<Disagreement> expected() {
    return List.of(
        new Disagreement(0, 12, List.of("Oslo"), List.of("O"), List.of("B-geo")),
        new Disagreement(
            0.05f, 7, List.of("the", "Rhine"), List.of("B-geo", "I-geo"), List.of("O", "B-geo")),
        new Disagreement(0.4f, 10, List.of("Anna"), List.of("B-per"), List.of("B-geo")));
  }

  @Test
  void findsWhereOtherLabelsAreLikelierTheLeastLikelyFirst() {
    assertEquals(expected(), Disagreement.find(corpus(), labelled(), TagScheme.BIO));
  }

  /** Readers pass over comments, ranges and empty nodes in .iob2, and over empty rows in .csv. */
  @Test
  void namesTheLineOfATokenBelowLinesThatAreNoToken() throws IOException {
    Path columns =
        Files.writeString(
            folder.resolve("a.iob2"),
            """
            # sent_id = 1
            1\tAnna\tB-per
            2-3\tcannot\t_
            2\tcan\tO
            # a note
            3\tnot\tO
            3.1\t_\t_
            4\tsail\tO
            """);
    Path rows =
        Files.writeString(
            folder.resolve("a.csv"),
            """
            Sentence #,Word,POS,Tag
            Sentence: 1,Anna,NNP,B-per

            ,can,MD,O
            ,not,RB,O

            ,sail,VB,O
            """);
    SoftSentence canAndSail =
        new SoftSentence(
            List.of("Anna", "can", "not", "sail"),
            new int[][] {{3}, {1}, {0}, {1}},
            new float[][] {{1}, {1}, {1}, {1}});
    SoftCorpus labelled = new SoftCorpus("a.soft", LABELS, List.of(canAndSail));
    assertEquals(List.of(4, 8), lines(columns, labelled));
    assertEquals(List.of(4, 7), lines(rows, labelled));
  }

  private static List<Integer> lines(Path file, SoftCorpus labelled) throws IOException {
    Corpus corpus = CorpusFormats.read(file);
    return Disagreement.find(corpus, labelled, TagScheme.BIO).stream()
        .map(Disagreement::line)
        .toList();
  }

  /** Lines that hold no token, as a comment inside a sentence, count as lines all the same. */
  @Test
  void namesTheLineOfTheTokenInItsFile() throws IOException {
    Path file = folder.resolve("a.iob2");
    Files.writeString(
        file,
        """
        # text = Anna sees Oslo
        1\tAnna\tO
        # a note
        2-3\tsees Oslo\tO
        2\tsees\tO
        # another
        3\tOslo\tO
        """);
    SoftCorpus labelled =
        new SoftCorpus(
            "a.soft",
            LABELS,
            List.of(
                new SoftSentence(
                    List.of("Anna", "sees", "Oslo"),
                    new int[][] {{3}, {0}, {1}},
                    new float[][] {{1}, {1}, {1}})));
    assertEquals(
        List.of(
            new Disagreement(0, 2, List.of("Anna"), List.of("O"), List.of("B-per")),
            new Disagreement(0, 7, List.of("Oslo"), List.of("O"), List.of("B-geo"))),
        Disagreement.find(CorpusFormats.read(file), labelled, TagScheme.BIO));
  }

  @Test
  void comparesInTheSchemeOfTheModels() {
    Corpus one = corpus().withSentences(corpus().sentences().subList(1, 2));
    Corpus place =
        one.withSentences(List.of(Sentence.of(List.of("Oslo"), List.of(new Span("geo", 0, 1)), 3)));
    SoftCorpus labelled =
        new SoftCorpus(
            "a.soft",
            List.of("O", "U-geo"),
            List.of(new SoftSentence(List.of("Oslo"), new int[][] {{1}}, new float[][] {{1}})));
    assertEquals(List.of(), Disagreement.find(place, labelled, TagScheme.BILOU));
    assertEquals(
        List.of(new Disagreement(0, 12, List.of("Oslo"), List.of("O"), List.of("U-geo"))),
        Disagreement.find(one, labelled, TagScheme.BILOU));
  }

  @Test
  void writesATable() throws IOException {
    Path file = folder.resolve("table.tsv");
    Disagreement.write(expected(), file);
    assertEquals(
        List.of(
            "gold_probability\tline\ttokens\tgold\tlikeliest",
            "0.000\t12\tOslo\tO\tB-geo",
            "0.050\t7\tthe Rhine\tB-geo I-geo\tO B-geo",
            "0.400\t10\tAnna\tB-per\tB-geo"),
        Files.readAllLines(file));
  }
}
