package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurveCommandTest {

  @TempDir private Path folder;

  private Path corpus() throws IOException {
    return Files.writeString(folder.resolve("corpus.conll"), SmallRun.corpus());
  }

  private CommandRun curve(Object... more) throws IOException {
    Object[] settings = {
      "curve", "--preset", "plain", "--batch-size", "4", "--learning-rate", "0.02"
    };
    return CommandRun.of(Stream.concat(Arrays.stream(settings), Arrays.stream(more)).toArray());
  }

  @Test
  void growingPartsAreTrainedOnceAndScored() throws IOException {
    Path corpus = corpus();
    Path out = folder.resolve("runs");
    Object[] arguments = {
      "--data", corpus, "--dev", corpus, "--out", out, "--epochs", 12, "--json"
    };
    CommandRun first = curve(arguments).assertOk();
    JsonObject json = JsonParser.parseString(first.out()).getAsJsonObject();
    JsonArray steps = json.getAsJsonArray("steps");
    int[] sentences = {3, 8, 16, 24, 32};
    assertEquals(sentences.length, steps.size());
    for (int i = 0; i < sentences.length; i++) {
      JsonObject step = steps.get(i).getAsJsonObject();
      assertEquals(sentences[i], step.get("sentences").getAsInt());
      assertEquals(2 * sentences[i], step.get("entities").getAsInt());
      assertTrue(step.getAsJsonObject("perType").has("geo"), first.out());
    }
    double last = steps.get(4).getAsJsonObject().get("f1").getAsDouble();
    double smallest = steps.get(0).getAsJsonObject().get("f1").getAsDouble();
    assertTrue(last > 0.9 && last > smallest, first.out());
    JsonArray predictions = json.getAsJsonArray("predictions");
    assertEquals(48, predictions.get(0).getAsJsonObject().get("sentences").getAsInt());
    assertEquals(64, predictions.get(1).getAsJsonObject().get("sentences").getAsInt());

    Path checkpoint = out.resolve("seed-1/percent-25/checkpoint.safetensors");
    FileTime written = Files.getLastModifiedTime(checkpoint);
    // As if the run of the largest part had not begun before the curve was cut off.
    Path lost = out.resolve("seed-1/percent-100");
    for (String name : lost.toFile().list()) {
      Files.delete(lost.resolve(name));
    }
    CommandRun again = curve(arguments).assertOk();
    assertEquals(first.out(), again.out());
    assertEquals(written, Files.getLastModifiedTime(checkpoint));
    assertEquals(4, again.err().lines().filter(line -> line.contains("trained before")).count());

    arguments[7] = 11;
    curve(arguments).assertRefused("percent-10", "the run was started with");
  }

  @Test
  void withoutDevAPartIsHeldOutAndSeedsAreAveraged() throws IOException {
    CommandRun run =
        curve(
                "--data",
                corpus(),
                "--out",
                folder.resolve("runs"),
                "--shares",
                "50,100",
                "--seeds",
                2,
                "--epochs",
                2)
            .assertOk();
    assertEquals(4, run.err().lines().count(), run.err());
    // A fifth of 32 sentences is held out.
    assertTrue(run.out().contains("\n100 %         26"), run.out());
    assertTrue(run.out().contains("deviation"), run.out());
    assertTrue(run.out().contains("from 50 % to 100 % of the sentences, changed F1 by"), run.out());
    assertTrue(run.out().contains("found 2 sizes, too few points"), run.out());
  }

  @Test
  void typesThatASmallPartLacksCountAsMissed() throws IOException {
    StringBuilder text = new StringBuilder(SmallRun.corpus());
    text.append("Monday\tB-day\nis\tO\nfree\tO\n.\tO\n\n");
    Path corpus = Files.writeString(folder.resolve("rare.conll"), text);
    CommandRun run =
        curve(
                "--data",
                corpus,
                "--dev",
                corpus,
                "--out",
                folder.resolve("runs"),
                "--shares",
                "5,10",
                "--epochs",
                1,
                "--json")
            .assertOk();
    JsonObject step =
        JsonParser.parseString(run.out())
            .getAsJsonObject()
            .getAsJsonArray("steps")
            .get(0)
            .getAsJsonObject();
    assertEquals(0, step.getAsJsonObject("perType").get("day").getAsDouble());
  }

  @Test
  void refusals() throws IOException {
    Path corpus = corpus();
    Path out = folder.resolve("runs");
    for (String shares : new String[] {"50,10", "0,50", "50,101", "50,50"}) {
      curve("--data", corpus, "--out", out, "--shares", shares).assertNotUnderstood("--shares");
    }
    curve("--data", corpus, "--out", out, "--seeds", 0).assertNotUnderstood("--seeds is 0");
    curve("--data", corpus, "--out", out, "--dev-share", 1).assertNotUnderstood("--dev-share");
    curve("--data", corpus, "--out", corpus).assertRefused(corpus, "expected a directory");
    Path plain = Files.writeString(folder.resolve("plain.conll"), "Otto\tO\n\nAnna\tB-per\n\n");
    curve("--data", plain, "--dev", plain, "--out", out, "--shares", "1,100", "--seeds", 8)
        .assertRefused("plain.conll", "found no entity in the 1 sentences that are 1 %");
    assertTrue(Files.notExists(out), "nothing is begun");
  }
}
