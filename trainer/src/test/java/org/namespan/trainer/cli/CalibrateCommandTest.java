package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** {@code calibrate} and {@code evaluate --scores}, with the model of {@link SmallRun}. */
class CalibrateCommandTest {

  private static final String TEXT =
      "Otto lives in Paris .\n\n\" Kalmar is far \" , said Emil Nils .";

  @TempDir private Path folder;
  private Path data;
  private Path out;

  /** The corpus, and again with names that the model does not know, which are none. */
  @BeforeEach
  void writeCorpus() throws IOException {
    String unknown =
        SmallRun.corpus()
            .replaceAll("(?m)^\\S+\t[BI]-per$", "rain\tO")
            .replaceAll("(?m)^(New|York)\t[BI]-geo$", "Snow\tO")
            .replace("Paris\tB-geo", "Monday\tO");
    data = Files.writeString(folder.resolve("data.conll"), SmallRun.corpus() + unknown);
    out = folder.resolve("calibrated.onnx");
  }

  private static ModelProto read(Path model) throws IOException {
    return ModelProto.parseFrom(Files.readAllBytes(model));
  }

  private static Map<String, String> entries(Path model) throws IOException {
    Map<String, String> entries = new TreeMap<>();
    for (StringStringEntryProto entry : read(model).getMetadataPropsList()) {
      entries.put(entry.getKey(), entry.getValue());
    }
    return entries;
  }

  private static JsonObject scores(Object... args) {
    Object[] all = new Object[args.length + 3];
    System.arraycopy(args, 0, all, 3, args.length);
    System.arraycopy(new Object[] {"evaluate", "--json", "--scores"}, 0, all, 0, 3);
    return JsonParser.parseString(CommandRun.of(all).assertOk().out()).getAsJsonObject();
  }

  private static double error(JsonObject evaluation) {
    return evaluation.getAsJsonObject("scores").get("expectedCalibrationError").getAsDouble();
  }

  @Test
  void changesMetadataAlone() throws IOException {
    CommandRun run =
        CommandRun.of("calibrate", "-m", SmallRun.model(), "--data", data, "-o", out).assertOk();
    assertEquals("", run.err());
    ModelProto before = read(SmallRun.model());
    ModelProto after = read(out);
    assertArrayEquals(before.getGraph().toByteArray(), after.getGraph().toByteArray());
    assertEquals(
        before.toBuilder().clearMetadataProps().build(),
        after.toBuilder().clearMetadataProps().build());
    Map<String, String> entries = entries(out);
    String[] numbers = entries.remove("namespan.calibration").split("\n");
    assertEquals(2, numbers.length);
    assertTrue(
        run.out().contains("slope " + numbers[0] + ", offset " + numbers[1] + ", min score "),
        run.out());
    assertEquals("6", entries.get("namespan.format"));
    assertEquals("data.conll", entries.remove("namespan.fact.calibration.data"));
    Map<String, String> old = entries(SmallRun.model());
    assertNotEquals(old.remove("namespan.sha256"), entries.remove("namespan.sha256"));
    assertEquals(old, entries);
  }

  @Test
  void changesScoresAlone() throws IOException {
    CommandRun.of("calibrate", "-m", SmallRun.model(), "--data", data, "-o", out).assertOk();
    try (EntityTagger before = EntityTagger.load(SmallRun.model());
        EntityTagger after = EntityTagger.load(out)) {
      List<Entity> plain = before.tag(TEXT);
      List<Entity> calibrated = after.tag(TEXT);
      assertTrue(plain.size() > 1, plain.toString());
      assertEquals(plain.size(), calibrated.size());
      for (int i = 0; i < plain.size(); i++) {
        assertEquals(plain.get(i).start(), calibrated.get(i).start());
        assertEquals(plain.get(i).end(), calibrated.get(i).end());
        assertEquals(plain.get(i).type(), calibrated.get(i).type());
        assertNotEquals(plain.get(i).score(), calibrated.get(i).score());
      }
    }
  }

  @Test
  void calibratingAgainChangesNothing() throws IOException {
    CommandRun first =
        CommandRun.of("calibrate", "-m", SmallRun.model(), "--data", data, "-o", out).assertOk();
    byte[] bytes = Files.readAllBytes(out);
    CommandRun again = CommandRun.of("calibrate", "-m", out, "--data", data, "-o", out).assertOk();
    assertArrayEquals(bytes, Files.readAllBytes(out));
    assertEquals(first.out(), again.out());
  }

  @Test
  void scoresComeCloserToProbabilities() {
    CommandRun run =
        CommandRun.of("calibrate", "-m", SmallRun.model(), "--data", data, "-o", out).assertOk();
    double before = error(scores("-m", SmallRun.model(), "--data", data));
    double after = error(scores("-m", out, "--data", data));
    assertTrue(after < before, before + " before, " + after + " after");
    String row = run.lines().get(1).replaceAll(" +", " ");
    assertTrue(row.startsWith("data.conll "), row);
    assertTrue(row.endsWith(String.format(" %.4f %.4f", before, after)), row);
  }

  /** As the scores of the one model are at the min scores of the other. */
  @Test
  void evaluateTellsWhatMinScoresReach() {
    JsonObject whole = scores("-m", SmallRun.model(), "--data", data);
    JsonObject row = null;
    for (int i = 0; i < 11; i++) {
      JsonObject one =
          whole.getAsJsonObject("scores").getAsJsonArray("minScores").get(i).getAsJsonObject();
      row = one.get("minScore").getAsDouble() == 0.2 ? one : row;
    }
    JsonObject alone = scores("-m", SmallRun.model(), "--data", data, "--min-score", "0.2");
    for (String score : List.of("precision", "recall", "f1")) {
      assertEquals(alone.get(score), row.get(score));
    }
    assertNotEquals(whole.get("precision"), row.get("precision"));
    String text =
        CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--scores")
            .assertOk()
            .out()
            .replaceAll(" +", " ");
    String told =
        String.format(
            "\n 0.20 %.4f %.4f %.4f\n",
            row.get("precision").getAsDouble(),
            row.get("recall").getAsDouble(),
            row.get("f1").getAsDouble());
    assertTrue(text.contains(told), text);
    assertTrue(
        text.contains(String.format("\nexpected calibration error %.4f of ", error(whole))), text);
    assertFalse(
        CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data)
            .assertOk()
            .out()
            .contains("calibration"));
  }

  @Test
  void minScoreIsTheLowestOfThePrecisionAskedFor() throws IOException {
    double asked = 0.9;
    CommandRun.of(
            "calibrate",
            "-m",
            SmallRun.model(),
            "--data",
            data,
            "--min-precision",
            asked,
            "-o",
            out)
        .assertOk();
    assertTrue(scores("-m", out, "--data", data).get("precision").getAsDouble() >= asked);
    double minScore;
    try (EntityTagger tagger = EntityTagger.load(out)) {
      minScore = tagger.info().minScore();
      assertEquals("" + asked, tagger.info().facts().get("calibration.min_precision"));
    }
    assertEquals(Math.round(100 * minScore) / 100.0, minScore, 1e-9);
    JsonObject lower = scores("-m", out, "--data", data, "--min-score", minScore - 0.01);
    assertTrue(lower.get("precision").getAsDouble() < asked);
  }

  /** Places have no part: the corpus is not annotated with them. */
  @Test
  void takesMaps() throws IOException {
    Path other =
        Files.writeString(
            folder.resolve("other.conll"),
            Files.readString(data).replaceAll("[BI]-geo", "O").replace("-per", "-PERSON"));
    Path map = Files.writeString(folder.resolve("other.map"), "PERSON = per\n");
    CommandRun run =
        CommandRun.of(
                "calibrate",
                "-m",
                SmallRun.model(),
                "--data",
                data,
                "--data",
                other + "=" + map,
                "-o",
                out)
            .assertOk();
    int both = Integer.parseInt(run.lines().get(1).split(" +")[1]);
    int people = Integer.parseInt(run.lines().get(2).split(" +")[1]);
    assertTrue(people >= 32 && people <= both - 24, run.out());
    assertEquals("data.conll + other.conll", entries(out).get("namespan.fact.calibration.data"));
    CommandRun.of("calibrate", "-m", SmallRun.model(), "--data", other, "-o", out)
        .assertRefused("other.conll:1", "'PERSON'");
  }

  @Test
  void writesNothingWhereItRefuses() throws IOException {
    Path map = Files.writeString(folder.resolve("nothing.map"), "per = O\ngeo = O\n");
    Path nothing = Path.of(data + "=" + map);
    CommandRun.of("calibrate", "-m", SmallRun.model(), "--data", nothing, "-o", out)
        .assertRefused("", "found no entity");
    CommandRun.of("calibrate", "-m", data, "--data", data, "-o", out).assertRefused(data, "ONNX");
    CommandRun.of("calibrate", "-m", folder.resolve("none"), "--data", data, "-o", out)
        .assertRefused("none", "no such file");
    Path old = Path.of("../sdk/core/src/test/resources/fixtures/format-2.onnx");
    CommandRun.of("calibrate", "-m", old, "--data", data, "-o", out)
        .assertRefused(old, "text models of OpenNLP");
    // Whatever is found is right in the one half and wrong in the other.
    String known = SmallRun.corpus();
    Path half =
        Files.writeString(
            folder.resolve("half.conll"), known + known.replaceAll("\t[BI]-\\S+", "\tO"));
    CommandRun.of(
            "calibrate", "-m", SmallRun.model(), "--data", half, "--min-precision", 0.9, "-o", out)
        .assertRefused("", "found no min score up to 0.99 with a precision of 0.9");
    CommandRun.of("calibrate", "-m", SmallRun.model(), "--data", data, "-o", folder)
        .assertRefused(folder, "is a directory");
    assertFalse(Files.exists(out));
    assertEquals(3, CommandRun.contents(folder).size() - 1);
  }
}
