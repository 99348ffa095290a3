package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --detail} and {@code --min-precision} of the model of {@link SmallRun}. */
class EvaluateDetailTest {

  @TempDir private Path folder;

  /** Its corpus with one type changed: Oslo stands there eight times. */
  private Path data;

  @BeforeEach
  void writeData() throws IOException {
    data =
        Files.writeString(
            folder.resolve("dev.conll"), SmallRun.corpus().replace("Oslo\tB-geo", "Oslo\tB-per"));
  }

  private static JsonObject json(Object... command) {
    return JsonParser.parseString(CommandRun.of(command).assertOk().out()).getAsJsonObject();
  }

  @Test
  void detailOfAModel() {
    JsonObject scores =
        json("evaluate", "-m", SmallRun.model(), "--data", data, "--detail", "--json");
    JsonObject detail = scores.getAsJsonObject("detail");
    JsonObject matching = detail.getAsJsonObject("matching");
    assertEquals(8, matching.getAsJsonObject("strict").get("incorrect").getAsLong());
    assertEquals(0.875, matching.getAsJsonObject("strict").get("f1").getAsDouble());
    assertEquals(1, matching.getAsJsonObject("exact").get("f1").getAsDouble());
    assertEquals(
        "[{\"gold\":\"per\",\"predicted\":\"geo\",\"count\":8,"
            + "\"words\":[{\"text\":\"Oslo\",\"count\":8}]}]",
        detail.get("confusions").toString());
    for (int i = 0; i < 3; i++) {
      String casing = new String[] {"keep", "lower", "upper"}[i];
      JsonObject group = detail.getAsJsonArray("byCase").get(i).getAsJsonObject();
      assertEquals(casing, group.get("group").getAsString());
      JsonObject alone =
          json("evaluate", "-m", SmallRun.model(), "--data", data, "--case", casing, "--json");
      assertEquals(alone.get("f1"), group.get("f1"));
    }
    assertFalse(detail.has("tokenizer"));
    String text =
        CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--detail")
            .assertOk()
            .out();
    assertTrue(text.contains("\n\nmatching  type "), text);
    assertTrue(text.endsWith("\nmissed because of the tokenizer: not measured\n"), text);
  }

  @Test
  void detailOfPredictionsAndOfARun() throws IOException {
    Path theirs = Files.writeString(folder.resolve("theirs.conll"), SmallRun.corpus());
    JsonObject file =
        json("evaluate", "--gold", data, "--predicted", theirs, "--detail", "--json")
            .getAsJsonObject("detail");
    assertFalse(file.has("byCase"));
    JsonObject run =
        json("evaluate", "-m", SmallRun.folder(), "--data", data, "--detail", "--json")
            .getAsJsonObject("detail");
    assertTrue(run.has("byCase"));
    run.remove("byCase");
    assertEquals(run, file);
  }

  /** The corpus parts "Os lo", which the text has as one word: eight spans cannot be expressed. */
  @Test
  void tellsTheShareOfTheTokenizer() throws IOException {
    StringBuilder corpus = new StringBuilder();
    for (String sentence : SmallRun.corpus().replace("Oslo\tB-geo", "Os\tB-geo").split("\n\n")) {
      String text = sentence.replaceAll("\t[^\n]*", "").replace('\n', ' ').replace("Os", "Oslo");
      corpus.append("# text = ").append(text).append('\n');
      corpus.append(sentence.replace("Os\tB-geo", "Os\tB-geo\nlo\tO")).append("\n\n");
    }
    Path texts = Files.writeString(folder.resolve("texts.conll"), corpus);
    JsonObject tokenizer =
        json("evaluate", "-m", SmallRun.model(), "--data", texts, "--detail", "--json")
            .getAsJsonObject("detail")
            .getAsJsonObject("tokenizer");
    assertEquals(32, tokenizer.get("sentences").getAsLong());
    assertEquals(8, tokenizer.get("inexpressible").getAsLong());
    assertEquals(8, tokenizer.get("missed").getAsLong());
    assertEquals(1, tokenizer.get("share").getAsDouble());
  }

  @Test
  void tellsTheMinScoreOfAPrecision() {
    Object[] command = {
      "evaluate", "-m", SmallRun.model(), "--data", data, "--json", "--min-precision", "0.8"
    };
    JsonObject reached = json(command).getAsJsonObject("minPrecision");
    assertEquals(0.8, reached.get("wished").getAsDouble());
    assertTrue(reached.get("precision").getAsDouble() >= 0.8);
    double minScore = reached.get("minScore").getAsDouble();
    assertEquals(reached.get("f1"), withMinScore(minScore).get("f1"));
    if (minScore > 0.01) {
      assertTrue(withMinScore(minScore - 0.01).get("precision").getAsDouble() < 0.8);
    }
    command[5] = "--scores";
    String text = CommandRun.of(command).assertOk().out();
    assertTrue(
        text.lines()
            .reduce((first, second) -> second)
            .orElseThrow()
            .startsWith(String.format("precision of 0.8 from min score %.2f on: ", minScore)),
        text);
  }

  private JsonObject withMinScore(double minScore) {
    return json(
        "evaluate", "-m", SmallRun.model(), "--data", data, "--json", "--min-score", minScore);
  }

  /** Every other name is wrong, whatever the score. */
  @Test
  void tellsAPrecisionThatIsNotReached() throws IOException {
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.conll"),
            SmallRun.corpus().replace("-geo", "-x").replace("-per", "-geo").replace("-x", "-per"));
    Object[] command = {
      "evaluate", "-m", SmallRun.model(), "--data", wrong, "--json", "--min-precision", "0.5"
    };
    assertEquals("{\"wished\":0.5}", json(command).get("minPrecision").toString());
    command[5] = "--detail";
    String text = CommandRun.of(command).assertOk().out();
    assertTrue(text.endsWith("\nprecision of 0.5: at no min score up to 0.99\n"), text);
    command[7] = "1.5";
    CommandRun.of(command).assertNotUnderstood("--min-precision is 1.5, expected 0 to 1");
    command[7] = "0.5";
    command[2] = SmallRun.folder();
    CommandRun.of(command).assertNotUnderstood("--min-precision needs a model file");
  }
}
