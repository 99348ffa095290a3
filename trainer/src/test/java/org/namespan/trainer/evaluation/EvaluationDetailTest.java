package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.namespan.trainer.evaluation.Tags.spans;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Sentence;

class EvaluationDetailTest {

  private static ComparedSentence compared(String tokens, String gold, String predicted) {
    return ComparedSentence.of(
        new Sentence(List.of(tokens.split(" ")), spans(gold)), spans(predicted));
  }

  /** Two spans of another type, one cut short, one missed, one spurious, one right. */
  private static final List<ComparedSentence> COMPARED =
      List.of(
          compared("Rome and Oslo and Rome", "B-geo O B-geo O B-geo", "B-org O B-geo O B-org"),
          compared("the Bank of Oslo", "O B-org I-org I-org", "O B-org O O"),
          compared("He saw Pisa", "O O B-geo", "B-per O O"));

  @Test
  void writesTables() {
    EvaluationDetail detail =
        EvaluationDetail.of(COMPARED)
            .withModel(
                List.of(new ScoreGroup("keep", new Scores(1, 5, 5))),
                Optional.of(new TokenizerErrors(3, new Scores(1, 2, 5), 1)));
    assertEquals(
        """
        matching  type       correct  incorrect  partial  missed  spurious  precision  recall      f1
        strict    all types        1          3        0       1         1     0.2000  0.2000  0.2000
        exact     all types        3          1        0       1         1     0.6000  0.6000  0.6000
        partial   all types        3          0        1       1         1     0.7000  0.7000  0.7000
        type      all types        2          2        0       1         1     0.4000  0.4000  0.4000
        strict    geo              1          2        0       1         0     0.3333  0.2500  0.2857
        strict    org              0          1        0       0         0     0.0000  0.0000  0.0000
        strict    per              0          0        0       0         1     0.0000  0.0000  0.0000
        exact     geo              3          0        0       1         0     1.0000  0.7500  0.8571
        exact     org              0          1        0       0         0     0.0000  0.0000  0.0000
        exact     per              0          0        0       0         1     0.0000  0.0000  0.0000
        partial   geo              3          0        0       1         0     1.0000  0.7500  0.8571
        partial   org              0          0        1       0         0     0.5000  0.5000  0.5000
        partial   per              0          0        0       0         1     0.0000  0.0000  0.0000
        type      geo              1          2        0       1         0     0.3333  0.2500  0.2857
        type      org              1          0        0       0         0     1.0000  1.0000  1.0000
        type      per              0          0        0       0         1     0.0000  0.0000  0.0000

        length of entity  precision  recall      f1  support
        1 token              0.2000  0.2500  0.2222        4
        2 tokens             0.0000  0.0000  0.0000        0
        3 tokens             0.0000  0.0000  0.0000        1
        4 or more tokens     0.0000  0.0000  0.0000        0

        length of sentence  precision  recall      f1  support
        1 to 10 tokens         0.2000  0.2000  0.2000        5
        11 to 20 tokens        0.0000  0.0000  0.0000        0
        21 to 40 tokens        0.0000  0.0000  0.0000        0
        41 or more tokens      0.0000  0.0000  0.0000        0

        case  precision  recall      f1  support
        keep     0.2000  0.2000  0.2000        5

        gold        predicted   spans  commonest words
        geo         org         2      Rome (2)
        (boundary)  org         1      Bank (1)
        (spurious)  per         1      He (1)
        geo         (missed)    1      Pisa (1)
        org         (boundary)  1      Bank of Oslo (1)

        missed because of the tokenizer: 1 of 4 missed spans (25.0 %), read from the text of 3 sentences
        precision 0.5000, recall 0.2000, f1 0.2857 from text
        """,
        DetailReport.toText(detail));
  }

  @Test
  void writesJson() {
    JsonObject json = DetailReport.toJson(EvaluationDetail.of(COMPARED));
    JsonObject partial = json.getAsJsonObject("matching").getAsJsonObject("partial");
    assertEquals(0.7, partial.get("f1").getAsDouble(), 1e-15);
    assertEquals(
        1, partial.getAsJsonObject("perType").getAsJsonObject("org").get("partial").getAsLong());
    JsonObject first = json.getAsJsonArray("byEntityLength").get(0).getAsJsonObject();
    assertEquals("1 token", first.get("group").getAsString());
    assertEquals(0.25, first.get("recall").getAsDouble());
    assertEquals(
        "{\"gold\":\"geo\",\"predicted\":\"org\",\"count\":2,"
            + "\"words\":[{\"text\":\"Rome\",\"count\":2}]}",
        json.getAsJsonArray("confusions").get(0).toString());
    assertFalse(json.has("byCase") || json.has("tokenizer"));
  }

  @Test
  void tellsWhatWasNotMeasured() {
    String text = DetailReport.toText(EvaluationDetail.of(COMPARED.subList(0, 0)));
    assertEquals("missed because of the tokenizer: not measured", text.lines().toList().get(18));
    assertEquals(19, text.lines().count());
  }

  /** Of six names, the five commonest; those of one count by the alphabet. */
  @Test
  void namesTheCommonestWords() {
    List<ComparedSentence> corpus = new ArrayList<>();
    for (String word : "f f e e e d c b a".split(" ")) {
      corpus.add(compared(word, "B-x", "O"));
    }
    ConfusedWords cell = ConfusedWords.find(corpus).get(0);
    assertEquals(9, cell.count());
    assertEquals(
        List.of("e", "f", "a", "b", "c"),
        cell.commonest().stream().map(ConfusedWords.Words::text).toList());
    assertEquals(3, cell.commonest().get(0).count());
  }

  /** A token at either side of each bound of the groups. */
  @Test
  void groupsByLength() {
    List<ComparedSentence> corpus = new ArrayList<>();
    for (int length : new int[] {1, 10, 11, 20, 21, 40, 41, 90}) {
      List<Span> whole = List.of(new Span("x", 0, length));
      Sentence sentence = new Sentence(Collections.nCopies(length, "word"), whole);
      corpus.add(ComparedSentence.of(sentence, length % 2 == 1 ? whole : List.of()));
    }
    EvaluationDetail detail = EvaluationDetail.of(corpus);
    assertEquals(
        List.of(new Scores(1, 1, 2), new Scores(1, 1, 2), new Scores(1, 1, 2), new Scores(1, 1, 2)),
        detail.bySentenceLength().stream().map(ScoreGroup::scores).toList());
    assertEquals(
        List.of(new Scores(1, 1, 1), new Scores(0, 0, 0), new Scores(0, 0, 0), new Scores(3, 3, 7)),
        detail.byEntityLength().stream().map(ScoreGroup::scores).toList());
  }

  @Test
  void partsAddUp() {
    Random random = new Random(9);
    for (int i = 0; i < 300; i++) {
      List<ComparedSentence> corpus = RandomSpans.corpus(random);
      Evaluation evaluation = new Evaluation();
      corpus.forEach(each -> evaluation.add(each.sentence(), each.predicted()));
      EvaluationResult result = evaluation.result();
      EvaluationDetail detail = EvaluationDetail.of(corpus);
      assertEquals(result.overall(), sum(detail.byEntityLength()));
      assertEquals(result.overall(), sum(detail.bySentenceLength()));
      for (ConfusedWords cell : detail.confusions()) {
        assertEquals(result.confusion().count(cell.gold(), cell.predicted()), cell.count());
      }
      long wrong =
          result.confusion().rows().values().stream()
                  .flatMap(row -> row.values().stream())
                  .mapToLong(count -> count)
                  .sum()
              - result.overall().truePositives();
      assertEquals(wrong, detail.confusions().stream().mapToLong(ConfusedWords::count).sum());
    }
  }

  private static Scores sum(List<ScoreGroup> groups) {
    return new Scores(
        groups.stream().mapToLong(group -> group.scores().truePositives()).sum(),
        groups.stream().mapToLong(group -> group.scores().predicted()).sum(),
        groups.stream().mapToLong(group -> group.scores().support()).sum());
  }
}
