package org.namespan.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.EvaluatedCorpus;
import org.namespan.trainer.evaluation.EvaluationDetail;
import org.namespan.trainer.evaluation.EvaluationReport;
import org.namespan.trainer.evaluation.FileEvaluation;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.evaluation.SpanScores;

class EvaluationPageTest {

  /** A sentence with gold and predicted spans, each with a score. */
  private record Annotated(String text, List<Span> gold, Map<Span, Double> predicted) {

    Annotated {
      predicted = new LinkedHashMap<>(predicted);
    }

    Sentence sentence(Iterable<Span> spans, int line) {
      List<Span> list = new ArrayList<>();
      spans.forEach(list::add);
      return Sentence.of(List.of(text.split(" ")), list, line);
    }
  }

  private static Span span(String type, int start, int end) {
    return new Span(type, start, end);
  }

  /** By hand: two right of six gold and six predicted spans. */
  private static final List<Annotated> SIX =
      List.of(
          new Annotated(
              "Anna joined the Bank of Oslo",
              List.of(span("per", 0, 1), span("org", 3, 6)),
              Map.of(span("per", 0, 1), 0.9)),
          new Annotated(
              "Oslo and Rome",
              List.of(span("geo", 0, 1), span("geo", 2, 3)),
              Map.of(span("org", 0, 1), 0.5)),
          new Annotated("in Paris .", List.of(span("geo", 1, 2)), Map.of(span("geo", 1, 2), 0.7)),
          new Annotated(
              "He saw New York", List.of(span("geo", 2, 4)), Map.of(span("geo", 3, 4), 0.95)),
          new Annotated("He is", List.of(), Map.of(span("per", 0, 1), 0.8)),
          new Annotated("It is", List.of(), Map.of(span("per", 0, 1), 0.99)));

  private static EvaluatedCorpus evaluated(List<Annotated> sentences) throws CorpusException {
    List<Sentence> gold = new ArrayList<>();
    List<Sentence> predicted = new ArrayList<>();
    List<Map<Span, Double>> scores = new ArrayList<>();
    int line = 1;
    for (Annotated each : sentences) {
      gold.add(each.sentence(each.gold(), line));
      predicted.add(each.sentence(each.predicted().keySet(), line));
      scores.add(each.predicted());
      line += each.text().split(" ").length + 1;
    }
    Corpus corpus = new Corpus("dev.conll", gold, 0);
    Corpus tags = new Corpus("theirs.conll", predicted, 0);
    GoldCorpus goldCorpus = new GoldCorpus(corpus);
    FileEvaluation evaluation =
        FileEvaluation.of(goldCorpus, corpus, new FileEvaluation.Tags(tags, tags));
    EvaluatedCorpus plain = EvaluatedCorpus.of(evaluation, goldCorpus, null);
    return plain
        .withSpanScores(new SpanScores(scores))
        .withParts(EvaluationDetail.of(plain.sentences()), null, null);
  }

  private static JsonObject data(EvaluatedCorpus evaluated) {
    return new PageFile(EvaluationPage.page(evaluated, "mine.onnx").toHtml()).data();
  }

  @Test
  void numbersAreThoseOfTheEvaluation() throws CorpusException {
    EvaluatedCorpus evaluated = evaluated(SIX);
    JsonObject data = data(evaluated);
    assertEquals(2 / 6.0, data.get("precision").getAsDouble());
    assertEquals(2 / 6.0, data.get("recall").getAsDouble());
    assertEquals("mine.onnx", data.get("model").getAsString());
    assertEquals("dev.conll", data.get("corpus").getAsString());
    JsonObject geo = data.getAsJsonObject("perType").getAsJsonObject("geo");
    assertEquals(1 / 2.0, geo.get("precision").getAsDouble());
    assertEquals(1 / 4.0, geo.get("recall").getAsDouble());
    assertEquals(
        1, data.getAsJsonObject("confusion").getAsJsonObject("geo").get("org").getAsLong());
    assertEquals(
        "{\"missed\":2,\"spurious\":2,\"type\":1,\"boundary\":1}",
        data.get("errorCounts").toString());
    JsonObject printed = EvaluationReport.toJson(evaluated);
    printed
        .entrySet()
        .forEach(member -> assertEquals(member.getValue(), data.get(member.getKey())));
  }

  /** An interval of a type is that of a corpus in which its spans stand alone. */
  @Test
  void intervalsOfTypes() throws CorpusException {
    JsonArray charted = data(evaluated(SIX)).getAsJsonArray("charted");
    List<String> types = new ArrayList<>();
    for (JsonElement each : charted) {
      String type = each.getAsJsonObject().get("type").getAsString();
      types.add(type);
      List<Annotated> alone = new ArrayList<>();
      for (Annotated sentence : SIX) {
        Map<Span, Double> predicted = new LinkedHashMap<>(sentence.predicted());
        predicted.keySet().removeIf(span -> !span.type().equals(type));
        alone.add(
            new Annotated(
                sentence.text(),
                sentence.gold().stream().filter(span -> span.type().equals(type)).toList(),
                predicted));
      }
      assertEquals(
          data(evaluated(alone)).get("f1Interval"), each.getAsJsonObject().get("f1Interval"), type);
    }
    // Most gold spans first: four, then one each.
    assertEquals("geo", types.get(0));
    assertEquals(Set.of("geo", "org", "per"), new HashSet<>(types));
  }

  /** Kinds in turn, of each the surest prediction first. */
  @Test
  void worstErrorsFirst() throws CorpusException {
    List<String> found = new ArrayList<>();
    for (JsonElement each : data(evaluated(SIX)).getAsJsonArray("errors")) {
      JsonObject error = each.getAsJsonObject();
      String text = error.get("text").getAsString();
      StringBuilder line = new StringBuilder(error.get("kind").getAsString());
      line.append(' ').append(error.get("line").getAsInt());
      for (String side : List.of("gold", "predicted")) {
        if (error.has(side)) {
          JsonObject span = error.getAsJsonObject(side);
          line.append(' ').append(side).append(' ').append(span.get("type").getAsString());
          int start = span.get("start").getAsInt();
          line.append(' ').append(text, start, span.get("end").getAsInt());
          if (span.has("score")) {
            line.append(' ').append(span.get("score").getAsDouble());
          }
        }
      }
      found.add(line.toString());
    }
    assertEquals(
        List.of(
            "missed 4 gold org Bank of Oslo",
            "spurious 24 predicted per It 0.99",
            "type 8 gold geo Oslo predicted org Oslo 0.5",
            "boundary 18 gold geo New York predicted geo York 0.95",
            "missed 10 gold geo Rome",
            "spurious 21 predicted per He 0.8"),
        found);
  }

  @Test
  void longSentencesAreCut() throws CorpusException {
    String words = String.join(" ", Collections.nCopies(3000, "\ud83d\ude00"));
    EvaluatedCorpus evaluated =
        evaluated(
            List.of(
                new Annotated(words, List.of(span("geo", 1500, 1501)), Map.of()),
                new Annotated(words, List.of(span("geo", 0, 3000)), Map.of()),
                new Annotated(words, List.of(), Map.of(span("geo", 2999, 3000), 0.5))));
    JsonArray errors = data(evaluated).getAsJsonArray("errors");
    JsonObject last = errors.get(1).getAsJsonObject();
    assertTrue(last.get("cutStart").getAsBoolean());
    assertFalse(last.has("cutEnd"));
    for (JsonElement each : errors) {
      JsonObject error = each.getAsJsonObject();
      String text = error.get("text").getAsString();
      assertTrue(text.length() <= 820, text.length() + "");
      assertFalse(Character.isLowSurrogate(text.charAt(0)), text);
      assertFalse(Character.isHighSurrogate(text.charAt(text.length() - 1)), text);
      JsonObject span = error.getAsJsonObject(error.has("gold") ? "gold" : "predicted");
      int start = span.get("start").getAsInt();
      int end = span.get("end").getAsInt();
      assertTrue(start >= 0 && start < end && end <= text.length(), error.toString());
    }
  }

  /** Of 5,000 errors and 7,000 sentences the page has a part of each kind, and tells how many. */
  @Test
  void pageDoesNotGrowWithoutLimit() throws CorpusException {
    String words = String.join(" ", Collections.nCopies(40, "token"));
    List<Annotated> many = new ArrayList<>();
    for (int i = 0; i < 7000; i++) {
      many.add(
          i < 100
              ? new Annotated(words, List.of(), Map.of(span("geo", 1, 2), 0.5))
              : i < 5000
                  ? new Annotated(words, List.of(span("geo", 3, 5)), Map.of())
                  : new Annotated(words, List.of(), Map.of()));
    }
    String html = EvaluationPage.page(evaluated(many), "mine.onnx").toHtml();
    JsonObject data = new PageFile(html).data();
    assertEquals(2000, data.getAsJsonArray("errors").size());
    assertEquals(4900, data.getAsJsonObject("errorCounts").get("missed").getAsInt());
    int spurious = 0;
    for (JsonElement error : data.getAsJsonArray("errors")) {
      spurious += error.getAsJsonObject().get("kind").getAsString().equals("spurious") ? 1 : 0;
    }
    assertEquals(100, spurious);
    assertTrue(html.length() < 3_000_000, html.length() + " characters");
  }

  @Test
  void emptyCorpus() throws CorpusException {
    JsonObject data = data(evaluated(List.of(new Annotated("none", List.of(), Map.of()))));
    assertEquals(0, data.getAsJsonArray("errors").size());
    assertEquals(0, data.getAsJsonArray("charted").size());
  }
}
