package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --errors} and {@code --predictions} of the model of {@link SmallRun}. */
class EvaluateListingsTest {

  @TempDir private Path folder;

  /** Its corpus with one type changed: Oslo stands there eight times. */
  private Path data;

  @BeforeEach
  void writeData() throws IOException {
    data =
        Files.writeString(
            folder.resolve("dev.conll"), SmallRun.corpus().replace("Oslo\tB-geo", "Oslo\tB-per"));
  }

  @Test
  void listsErrorsWithScores() throws IOException {
    Path errors = folder.resolve("errors.jsonl");
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--errors", errors)
        .assertOk();
    List<String> lines = Files.readAllLines(errors);
    assertEquals(8, lines.size());
    for (String line : lines) {
      JsonObject error = JsonParser.parseString(line).getAsJsonObject();
      assertEquals("type", error.get("kind").getAsString());
      assertEquals("Oslo", error.getAsJsonObject("gold").get("text").getAsString());
      assertEquals("per", error.getAsJsonObject("gold").get("type").getAsString());
      JsonObject predicted = error.getAsJsonObject("predicted");
      assertEquals("geo", predicted.get("type").getAsString());
      double score = predicted.get("score").getAsDouble();
      assertTrue(score > 0.5 && score <= 1, line);
      int number = error.get("line").getAsInt();
      assertEquals("Oslo\tB-per", Files.readAllLines(data).get(number - 1));
    }
  }

  /** In another case the tokens are still those of the file. A run has no scores. */
  @Test
  void listsErrorsOfARunInUpperCase() throws IOException {
    Path errors = folder.resolve("errors.txt");
    Object[] command = {
      "evaluate", "-m", SmallRun.folder(), "--data", data, "--case", "upper", "--errors", errors
    };
    CommandRun.of(command).assertOk();
    String text = Files.readString(errors);
    assertTrue(text.contains("[per Oslo]"), text);
    assertFalse(text.contains("score"), text);
  }

  /** The written predictions have the scores of the model. */
  @Test
  void writesPredictionsThatScoreTheSame() throws IOException {
    Path predictions = folder.resolve("predictions.conll");
    Object[] command = {
      "evaluate", "-m", SmallRun.model(), "--data", data, "--predictions", predictions, "--json"
    };
    JsonObject model =
        JsonParser.parseString(CommandRun.of(command).assertOk().out()).getAsJsonObject();
    Object[] again = {"evaluate", "--gold", data, "--predicted", predictions, "--json"};
    JsonObject file =
        JsonParser.parseString(CommandRun.of(again).assertOk().out()).getAsJsonObject();
    model.remove("tokensPerSecond");
    assertEquals(model, file);
    assertTrue(Files.readString(predictions).contains("\nOslo\tB-per\tB-geo\n"));
  }

  @Test
  void listsErrorsOfPredictionsInAFile() throws IOException {
    Path theirs = Files.writeString(folder.resolve("theirs.conll"), SmallRun.corpus());
    Path errors = folder.resolve("errors.conll");
    CommandRun.of("evaluate", "--gold", data, "--predicted", theirs, "--errors", errors).assertOk();
    assertEquals(8, Files.readString(errors).lines().filter("Oslo\tB-per\tB-geo"::equals).count());
  }

  @Test
  void refusesFilesThatItReadsOrCannotWrite() throws IOException {
    String before = Files.readString(data);
    Object[] command = {"evaluate", "-m", SmallRun.model(), "--data", data, "--errors", data};
    for (String option : new String[] {"--errors", "--predictions"}) {
      command[5] = option;
      command[6] = data;
      CommandRun.of(command).assertNotUnderstood(option + " is " + data + ", which is read");
      command[6] = folder;
      CommandRun.of(command).assertRefused(folder, "is a directory");
    }
    command[6] = folder.resolve("predictions.csv");
    CommandRun.of(command).assertRefused("predictions.csv", "stands for another format");
    CommandRun.of("evaluate", "--data", data, "--errors=one.conll", "--predictions=./one.conll")
        .assertNotUnderstood("name the same file");
    assertEquals(before, Files.readString(data));
  }
}
