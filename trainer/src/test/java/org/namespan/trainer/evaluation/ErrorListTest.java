package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.namespan.trainer.evaluation.Tags.spans;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.ReaderOptions;
import org.namespan.trainer.corpus.Sentence;

class ErrorListTest {

  /** Right, of another type, and of other bounds; then missed, spurious and nothing. */
  private static final List<ComparedSentence> COMPARED =
      List.of(
          compared(
              1,
              "Anna joined the Bank of Oslo",
              "B-per O O B-org I-org I-org",
              "B-per O O B-org O O"),
          compared(8, "Oslo and Rome", "B-geo O B-geo", "B-org O B-geo"),
          compared(12, "In Paris He is .", "O B-geo O O O", "O O B-per O O"),
          compared(18, "None .", "O O", "O O"));

  private static final SpanScores SCORES =
      new SpanScores(
          List.of(
              Map.of(new Span("per", 0, 1), 0.9, new Span("org", 3, 4), 0.8123),
              Map.of(new Span("org", 0, 1), 0.5, new Span("geo", 2, 3), 0.9),
              Map.of(new Span("per", 2, 3), 0.25),
              Map.of()));

  @TempDir private Path folder;

  private static ComparedSentence compared(int line, String tokens, String gold, String predicted) {
    return ComparedSentence.of(
        Sentence.of(List.of(tokens.split(" ")), spans(gold), line), spans(predicted));
  }

  private String written(String name) throws IOException {
    Path file = folder.resolve(name);
    new ErrorList("dev.conll", SpanError.find(COMPARED, SCORES)).write(file);
    return Files.readString(file);
  }

  @Test
  void writesText() throws IOException {
    assertEquals(
        """
        dev.conll: 4 errors, 1 missed, 1 spurious, 1 type, 1 boundary

        dev.conll:4 boundary, score 0.8123
          gold       Anna joined the [org Bank of Oslo]
          predicted  Anna joined the [org Bank] of Oslo

        dev.conll:8 type, score 0.5000
          gold       [geo Oslo] and Rome
          predicted  [org Oslo] and Rome

        dev.conll:13 missed
          gold       In [geo Paris] He is .

        dev.conll:14 spurious, score 0.2500
          predicted  In Paris [per He] is .
        """,
        written("errors.txt"));
  }

  @Test
  void writesColumns() throws IOException {
    String text = written("errors.conll");
    assertEquals(
        """
        # dev.conll:4 boundary: gold org [3, 6), predicted org [3, 4), score 0.8123
        Anna\tB-per\tB-per
        joined\tO\tO
        the\tO\tO
        Bank\tB-org\tB-org
        of\tI-org\tO
        Oslo\tI-org\tO

        # dev.conll:8 type: gold geo [0, 1), predicted org [0, 1), score 0.5000
        Oslo\tB-geo\tB-org
        and\tO\tO
        Rome\tB-geo\tB-geo

        # dev.conll:13 missed: gold geo [1, 2)
        # dev.conll:14 spurious: predicted per [2, 3), score 0.2500
        In\tO\tO
        Paris\tB-geo\tO
        He\tO\tB-per
        is\tO\tO
        .\tO\tO

        """,
        text);
    Corpus read = CorpusFormats.read(folder.resolve("errors.conll"));
    assertEquals(List.of(6, 3, 5), read.sentences().stream().map(s -> s.tokens().size()).toList());
  }

  @Test
  void writesJsonLines() throws IOException {
    List<String> lines = written("errors.JSONL").lines().toList();
    assertEquals(4, lines.size());
    assertEquals(
        "{\"corpus\":\"dev.conll\",\"line\":4,\"sentence\":1,\"kind\":\"boundary\","
            + "\"text\":\"Anna joined the Bank of Oslo\","
            + "\"tokens\":[\"Anna\",\"joined\",\"the\",\"Bank\",\"of\",\"Oslo\"],"
            + "\"gold\":{\"type\":\"org\",\"start\":3,\"end\":6,\"startChar\":16,\"endChar\":28,"
            + "\"text\":\"Bank of Oslo\"},"
            + "\"predicted\":{\"type\":\"org\",\"start\":3,\"end\":4,\"startChar\":16,\"endChar\":20,"
            + "\"text\":\"Bank\",\"score\":0.8123}}",
        lines.get(0));
    JsonObject missed = JsonParser.parseString(lines.get(2)).getAsJsonObject();
    assertFalse(missed.has("predicted"));
    assertEquals(3, missed.get("sentence").getAsInt());
    JsonObject spurious = JsonParser.parseString(lines.get(3)).getAsJsonObject();
    assertFalse(spurious.has("gold"));
    assertEquals(0.25, spurious.getAsJsonObject("predicted").get("score").getAsDouble());
  }

  /** Offsets are those of the text that the corpus has; control characters are shown. */
  @Test
  void showsTheTextOfTheCorpus() throws IOException {
    List<String> tokens = List.of("Don", "'t", "\u001b[2J");
    Sentence sentence =
        new Sentence(
            tokens,
            spans("O B-x B-x"),
            List.of(),
            List.of(),
            AlignedText.align(" Don't  \u001b[2J", tokens));
    ErrorList list =
        new ErrorList(
            "c",
            SpanError.find(List.of(ComparedSentence.of(sentence, List.of())), SpanScores.NONE));
    Path text = folder.resolve("errors");
    list.write(text);
    assertEquals(
        """
        c: 2 errors, 2 missed

        c missed
          gold        Don[x 't]  \\u001b[2J

        c missed
          gold        Don't  [x \\u001b[2J]
        """,
        Files.readString(text));
    Path json = folder.resolve("errors.jsonl");
    list.write(json);
    JsonObject first =
        JsonParser.parseString(Files.readAllLines(json).get(0))
            .getAsJsonObject()
            .getAsJsonObject("gold");
    assertEquals(4, first.get("startChar").getAsInt());
    assertEquals(6, first.get("endChar").getAsInt());
    assertFalse(
        JsonParser.parseString(Files.readAllLines(json).get(0)).getAsJsonObject().has("line"));
  }

  /** Each wrong span stands in one error, and no right one in any. */
  @Test
  void listsWhatStrictMatchingCounts() {
    Random random = new Random(3);
    for (int file = 0; file < 1000; file++) {
      List<ComparedSentence> corpus = RandomSpans.corpus(random);
      List<SpanError> errors = SpanError.find(corpus, SpanScores.NONE);
      MatchCounts counts = MatchScores.of(corpus, MatchScheme.STRICT).overall();
      Map<SpanError.Kind, Long> kinds = new HashMap<>();
      errors.forEach(error -> kinds.merge(error.kind(), 1L, Long::sum));
      assertEquals(counts.missed(), kinds.getOrDefault(SpanError.Kind.MISSED, 0L));
      assertEquals(counts.spurious(), kinds.getOrDefault(SpanError.Kind.SPURIOUS, 0L));
      assertEquals(
          counts.incorrect(),
          kinds.getOrDefault(SpanError.Kind.TYPE, 0L)
              + kinds.getOrDefault(SpanError.Kind.BOUNDARY, 0L));
      for (int i = 0; i < corpus.size(); i++) {
        int index = i;
        List<Span> wrongGold = new ArrayList<>(corpus.get(i).gold());
        wrongGold.removeAll(corpus.get(i).predicted());
        List<Span> wrongPredicted = new ArrayList<>(corpus.get(i).predicted());
        wrongPredicted.removeAll(corpus.get(i).gold());
        List<SpanError> here = errors.stream().filter(error -> error.index() == index).toList();
        assertEquals(wrongGold, inOrder(here, SpanError::gold));
        assertEquals(wrongPredicted, inOrder(here, SpanError::predicted));
      }
    }
  }

  private static List<Span> inOrder(List<SpanError> errors, Function<SpanError, Span> side) {
    return errors.stream()
        .map(side)
        .filter(Objects::nonNull)
        .sorted(Comparator.comparingInt(Span::start))
        .toList();
  }

  /** What a reader and conlleval make of the columns. */
  @Test
  void columnsHoldBothSides() throws IOException {
    Random random = new Random(4);
    for (int i = 0; i < 50; i++) {
      List<ComparedSentence> corpus = RandomSpans.corpus(random);
      Path file = folder.resolve("predictions" + i + ".conll");
      PredictionColumns.write(corpus, file);
      Corpus gold = CorpusFormats.detect(file).read(file, ReaderOptions.DEFAULT.withTagColumn(1));
      assertEquals(
          corpus.stream().map(ComparedSentence::gold).toList(),
          gold.sentences().stream().map(Sentence::spans).toList());
      assertEquals(
          corpus.stream().map(ComparedSentence::predicted).toList(),
          CorpusFormats.read(file).sentences().stream().map(Sentence::spans).toList());
      ReferenceConlleval conlleval = new ReferenceConlleval();
      Evaluation evaluation = new Evaluation();
      corpus.forEach(each -> evaluation.add(each.sentence(), each.predicted()));
      for (String sentence : Files.readString(file).split("\n\n")) {
        conlleval.sentence(column(sentence, 1), column(sentence, 2));
      }
      assertEquals(evaluation.result().perType(), conlleval.perType());
      assertTrue(Files.readString(file).endsWith("\n\n"));
    }
  }

  private static List<Tag> column(String sentence, int column) {
    return Tags.bio(
        String.join(" ", sentence.lines().map(line -> line.split("\t")[column]).toList()));
  }
}
