package org.namespan.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.model.decode.Activation;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.evaluation.ClassEvaluation;
import org.namespan.trainer.classifier.evaluation.ClassReport;

class ClassificationPageTest {

  private static final List<String> CLASSES = List.of("ask", "</script>", "unused");

  private final List<LabelledText> texts = new ArrayList<>();
  private final ClassEvaluation single = new ClassEvaluation(CLASSES, Activation.SOFTMAX);

  private void add(String text, int gold, int predicted, double... scores) {
    texts.add(new LabelledText(text, List.of(CLASSES.get(gold)), texts.size() + 1));
    single.add(List.of(CLASSES.get(gold)), List.of(predicted), scores);
  }

  private JsonObject data(ClassEvaluation evaluation) throws IOException {
    LabelledCorpus corpus = new LabelledCorpus("dev.tsv", texts);
    return new PageFile(ClassificationPage.page(evaluation, corpus, "mine.onnx", 12).toHtml())
        .data();
  }

  /** Scores of ask: .9 and .4 of its own texts, .6 and .2 of the others. */
  private void four() {
    add("when?", 0, 0, 0.9, 0.1, 0);
    add("why?", 0, 1, 0.4, 0.6, 0);
    add("<b>stop</b>", 1, 0, 0.6, 0.3, 0.1);
    add("halt", 1, 1, 0.2, 0.7, 0.1);
  }

  @Test
  void numbersAreThoseOfTheEvaluation() throws IOException {
    four();
    JsonObject data = data(single);
    ClassReport.toJson(single.result(), 12)
        .entrySet()
        .forEach(member -> assertEquals(member.getValue(), data.get(member.getKey())));
    assertEquals("mine.onnx", data.get("model").getAsString());
    assertEquals("dev.tsv", data.get("corpus").getAsString());
    assertFalse(data.get("several").getAsBoolean());
    assertEquals(2, data.getAsJsonArray("charted").size());
  }

  /** Worked by hand: a rise for each text of the class, a step aside for each other one. */
  @Test
  void curvesPassThroughEachThreshold() throws IOException {
    four();
    JsonArray curves = data(single).getAsJsonArray("curves");
    assertEquals(3, curves.size());
    assertFalse(curves.get(0).getAsJsonObject().has("name"));
    JsonObject ask = curves.get(1).getAsJsonObject();
    assertEquals("ask", ask.get("name").getAsString());
    assertEquals(
        "[[0,0],[0.0,0.5],[0.5,0.5],[0.5,1.0],[1.0,1.0]]".replace("0,0]", "0.0,0.0]"),
        ask.get("roc").toString());
    assertEquals("[[0.5,1.0],[0.5,0.5],[1.0,0.6667],[1.0,0.5]]", ask.get("pr").toString());
    assertEquals(0.75, ask.get("rocArea").getAsDouble(), 1e-12);
    assertEquals(0.5 + 0.5 * 2 / 3, ask.get("prArea").getAsDouble(), 1e-12);
  }

  @Test
  void theSurestErrorsComeFirst() throws IOException {
    four();
    add("x".repeat(599) + "\ud83d\ude00", 0, 2, 0.1, 0.1, 0.8);
    JsonObject data = data(single);
    assertEquals(3, data.get("errorCount").getAsInt());
    List<String> found = new ArrayList<>();
    for (JsonElement each : data.getAsJsonArray("errors")) {
      JsonObject error = each.getAsJsonObject();
      found.add(
          error.get("line")
              + " "
              + error.get("gold")
              + error.get("predicted")
              + error.get("certainty"));
    }
    assertEquals(
        List.of(
            "5 [\"ask\"][\"unused\"]0.8",
            "2 [\"ask\"][\"</script>\"]0.6",
            "3 [\"</script>\"][\"ask\"]0.6"),
        found);
    JsonObject cut = data.getAsJsonArray("errors").get(0).getAsJsonObject();
    assertEquals("x".repeat(599), cut.get("text").getAsString());
    assertTrue(cut.get("cutEnd").getAsBoolean());
  }

  @Test
  void textsOfSeveralClassesAndOfNone() throws IOException {
    ClassEvaluation several = new ClassEvaluation(CLASSES, Activation.SIGMOID);
    texts.add(new LabelledText("both", List.of("ask", "</script>"), 1));
    several.add(List.of("ask", "</script>"), List.of(0), new double[] {0.9, 0.3, 0.1});
    texts.add(new LabelledText("none", List.of(), 2));
    several.add(List.of(), List.of(2), new double[] {0.1, 0.1, 0.6});
    JsonObject data = data(several);
    assertTrue(data.get("several").getAsBoolean());
    assertEquals(0, data.getAsJsonArray("confusions").size());
    JsonArray errors = data.getAsJsonArray("errors");
    // The missed class is the surer mistake: 1 - .3.
    assertEquals(0.7, errors.get(0).getAsJsonObject().get("certainty").getAsDouble(), 1e-12);
    assertEquals("[]", errors.get(1).getAsJsonObject().get("gold").toString());

    ClassEvaluation nothing = new ClassEvaluation(CLASSES, Activation.SIGMOID);
    nothing.add(List.of(), List.of(), new double[] {0, 0, 0});
    nothing.add(List.of(), List.of(), new double[] {0, 0, 0});
    assertEquals(0, data(nothing).getAsJsonArray("curves").size());
  }

  /** Of 20,000 texts and 400 classes it has a part, and tells how many errors there are. */
  @Test
  void pageDoesNotGrowWithoutLimit() throws IOException {
    List<String> classes = new ArrayList<>();
    for (int c = 0; c < 400; c++) {
      classes.add("class" + c);
    }
    ClassEvaluation many = new ClassEvaluation(classes, Activation.SOFTMAX);
    for (int i = 0; i < 20_000; i++) {
      int gold = i % 400;
      int predicted = i * 7 % 400;
      double[] scores = new double[400];
      scores[predicted] = 0.5 + i % 1000 / 2000.0;
      texts.add(new LabelledText("word ".repeat(30), List.of(classes.get(gold)), i + 1));
      many.add(List.of(classes.get(gold)), List.of(predicted), scores);
    }
    LabelledCorpus corpus = new LabelledCorpus("dev.tsv", texts);
    String html = ClassificationPage.page(many, corpus, "mine.onnx", 12).toHtml();
    JsonObject data = new PageFile(html).data();
    assertEquals(2000, data.getAsJsonArray("errors").size());
    assertEquals(20_000 - 20_000 / 400 * 2, data.get("errorCount").getAsInt());
    assertEquals(301, data.getAsJsonArray("curves").size());
    assertEquals(30, data.getAsJsonArray("charted").size());
    assertTrue(html.length() < 4_000_000, html.length() + " characters");
  }
}
