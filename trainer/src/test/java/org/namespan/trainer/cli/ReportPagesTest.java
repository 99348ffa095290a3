package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.report.PageFile;

/** The pages that {@code evaluate}, {@code compare} and {@code train} write. */
class ReportPagesTest {

  @TempDir private Path folder;

  private static JsonObject json(CommandRun run) {
    return JsonParser.parseString(run.assertOk().out()).getAsJsonObject();
  }

  /** SmallRun's corpus with one type changed: Oslo stands there eight times. */
  private Path changed() throws IOException {
    return Files.writeString(
        folder.resolve("dev.conll"), SmallRun.corpus().replace("Oslo\tB-geo", "Oslo\tB-per"));
  }

  @Test
  void pageOfAModelHasWhatIsPrinted() throws IOException {
    Path data = changed();
    Path pages = folder.resolve("new/pages");
    Object[] base = {"evaluate", "-m", SmallRun.model(), "--data", data, "--train", data};
    CommandRun run = CommandRun.of(with(base, "--json", "--report", pages)).assertOk();
    assertEquals("report: " + pages.resolve("evaluation.html"), run.err().strip());
    JsonObject page = PageFile.read(pages.resolve("evaluation.html")).data();
    JsonObject all = json(CommandRun.of(with(base, "--json", "--detail", "--scores")));
    all.remove("tokensPerSecond");
    for (String member : all.keySet()) {
      assertEquals(all.get(member), page.get(member), member);
    }
    // What is printed is what was asked for.
    JsonObject printed = json(run);
    assertFalse(printed.has("detail") || printed.has("scores"), run.out());
    assertEquals(8, page.getAsJsonArray("errors").size());
    for (JsonElement each : page.getAsJsonArray("errors")) {
      JsonObject error = each.getAsJsonObject();
      assertEquals("type", error.get("kind").getAsString());
      JsonObject predicted = error.getAsJsonObject("predicted");
      assertTrue(predicted.get("score").getAsDouble() > 0.5, error.toString());
      assertEquals(
          "Oslo",
          error
              .get("text")
              .getAsString()
              .substring(predicted.get("start").getAsInt(), predicted.get("end").getAsInt()));
    }
  }

  @Test
  void pageOfARunAndOfPredictions() throws IOException {
    Path data = changed();
    CommandRun.of("evaluate", "-m", SmallRun.folder(), "--data", data, "--report", folder)
        .assertOk();
    Path file = folder.resolve("evaluation.html");
    JsonObject page = PageFile.read(file).data();
    assertFalse(page.has("scores"));
    assertTrue(page.getAsJsonObject("detail").has("byCase"));
    Path theirs = Files.writeString(folder.resolve("theirs.conll"), SmallRun.corpus());
    CommandRun.of("evaluate", "--gold", data, "--predicted", theirs, "--report", folder).assertOk();
    page = PageFile.read(file).data();
    assertFalse(page.has("tokensPerSecond") || page.has("scores"));
    assertEquals(0.875, page.get("f1").getAsDouble());
    assertEquals(theirs.toString(), page.get("model").getAsString());
  }

  @Test
  void refusesAPageThatCannotBeWritten() throws IOException {
    Path data = changed();
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--report", data)
        .assertRefused(data, "is a file, expected a directory");
    CommandRun.of("compare", SmallRun.model(), "--data", data, "--report", data)
        .assertRefused(data, "is a file, expected a directory");
    Path page = Files.copy(data, folder.resolve("evaluation.html"));
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", page, "--report", folder)
        .assertNotUnderstood("--report writes " + page + ", which is read");
    assertEquals(Files.readString(data), Files.readString(page));
  }

  @Test
  void comparisonOfOneAndOfThreeModels() throws IOException {
    Path data = changed();
    Path file = folder.resolve("comparison.html");
    for (int models : new int[] {1, 3}) {
      List<Object> command = new ArrayList<>(List.of("compare", "--data", data, "--json"));
      command.addAll(List.of("--report", folder));
      for (int i = 0; i < models; i++) {
        command.add(SmallRun.model());
      }
      JsonObject printed = json(CommandRun.of(command.toArray()));
      JsonObject page = PageFile.read(file).data();
      assertEquals(printed.get("rows"), page.get("rows"));
      assertEquals("dev.conll", page.get("corpus").getAsString());
      JsonArray rows = page.getAsJsonArray("rows");
      assertEquals(3 * models, rows.size());
      assertEquals(models > 1, rows.get(rows.size() - 1).getAsJsonObject().has("f1Difference"));
    }
  }

  private static Object[] with(Object[] command, Object... more) {
    List<Object> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all.toArray();
  }

  private static JsonArray log(Path run) throws IOException {
    JsonArray records = new JsonArray();
    for (String line : Files.readAllLines(run.resolve("training.jsonl"))) {
      records.add(JsonParser.parseString(line));
    }
    return records;
  }

  /** Of one epoch without a dev set; it has no best epoch and no scores. */
  @Test
  void trainingWithoutDevSet() throws IOException {
    Path data = changed();
    Path run = folder.resolve("run");
    Object[] command = {
      "train", "--preset", "plain", "--data", data, "--out", run, "--epochs", 1, "--min-score", 0.4
    };
    CommandRun.of(command).assertOk();
    JsonObject page = PageFile.read(run.resolve("training.html")).data();
    assertEquals("done", page.get("state").getAsString());
    assertEquals(log(run), page.get("records"));
    assertEquals(1, page.getAsJsonArray("records").size());
    assertFalse(page.has("dev"));
    assertFalse(page.getAsJsonArray("records").get(0).getAsJsonObject().has("dev"));
    assertEquals("[\"geo\",\"per\"]", page.get("labels").toString());
  }

  /** After the run of SmallRun, resumed: every epoch is there, and the page is the one it was. */
  @Test
  void resumedTraining() throws IOException {
    Path page = SmallRun.folder().resolve("training.html");
    String before = Files.readString(page);
    Object[] command = SmallRun.arguments(SmallRun.corpusFile(), SmallRun.folder());
    CommandRun.of(with(command, "--resume")).assertOk();
    assertEquals(before, Files.readString(page));
    JsonObject data = PageFile.read(page).data();
    assertEquals(log(SmallRun.folder()), data.get("records"));
    assertEquals(40, data.getAsJsonArray("records").size());
    assertEquals(32, data.getAsJsonObject("dev").get("examples").getAsInt());
  }
}
