package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on corpora whose types differ. The model of {@link SmallRun} finds per and geo. */
class TypeMapsTest {

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  /** The corpus with its types named otherwise. */
  private Path renamed() throws IOException {
    return write("renamed.conll", SmallRun.corpus().replace("-per", "-PER").replace("-geo", "-X"));
  }

  private static JsonObject scores(Object... args) {
    Object[] all = new Object[args.length + 4];
    System.arraycopy(new Object[] {"evaluate", "-m", SmallRun.model(), "--json"}, 0, all, 0, 4);
    System.arraycopy(args, 0, all, 4, args.length);
    return JsonParser.parseString(CommandRun.of(all).assertOk().out()).getAsJsonObject();
  }

  private static void assertScores(double f1, long support, String dropped, JsonObject scores) {
    assertEquals(f1, scores.get("f1").getAsDouble());
    assertEquals(support, scores.get("support").getAsLong());
    assertEquals(dropped, scores.get("droppedTypes").toString());
  }

  @Test
  void evaluateMapsGold() throws IOException {
    Path map = write("gold.map", "PER = per\nX = geo\n");
    assertScores(1, 64, "[]", scores("--data", renamed(), "--map", map));
  }

  @Test
  void evaluateMapsTheModel() throws IOException {
    Path map = write("model.map", "per = PER\ngeo = X\n");
    assertScores(1, 64, "[]", scores("--data", renamed(), "--model-map", map));
  }

  @Test
  void evaluateMapsBoth() throws IOException {
    Path gold = write("gold.map", "PER = person\nX = place\n");
    Path model = write("model.map", "per = person\ngeo = place\n");
    assertScores(1, 64, "[]", scores("--data", renamed(), "--map", gold, "--model-map", model));
  }

  /** Were geo scored, its 32 spans would all be wrong. */
  @Test
  void evaluateLeavesOutWhatGoldIsNotAnnotatedWith() throws IOException {
    Path gold = write("gold.map", "PER = per\nX = O\n");
    assertScores(1, 32, "[\"geo\"]", scores("--data", renamed(), "--map", gold));
    Path open = write("open.map", "PER = per\nX = geo?\n");
    assertScores(1, 32, "[\"geo\"]", scores("--data", renamed(), "--map", open));
    CommandRun text =
        CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", renamed(), "--map", gold)
            .assertOk();
    assertTrue(
        text.out()
            .startsWith("left out, for the corpus is not annotated with them: geo\n32 sentences, "),
        text.out());
  }

  @Test
  void evaluateLeavesOutWhatDoesNotOccur() throws IOException {
    Path data = write("per.conll", SmallRun.corpus().replaceAll("[BI]-geo", "O"));
    Path model = write("model.map", "per = per\ngeo = place\n");
    assertScores(1, 32, "[\"place\"]", scores("--data", data, "--model-map", model));
    JsonObject without = scores("--data", data);
    assertEquals("[]", without.get("droppedTypes").toString());
    assertEquals(32.0 / 64, without.get("precision").getAsDouble());
  }

  /** A quarter of the places is left open: found there, they are not scored. */
  @Test
  void evaluateDoesNotScoreWhatIsOpen() throws IOException {
    String corpus = SmallRun.corpus().replace("B-geo\nI-geo", "B-geo\nI-geo");
    Path data = write("some.conll", corpus.replace("Oslo\tB-geo", "Oslo\tB-maybe"));
    Path map = write("gold.map", "per = per\ngeo = geo\nmaybe = geo?\n");
    JsonObject scores = scores("--data", data, "--map", map);
    assertScores(1, 64 - 8, "[]", scores);
    assertEquals(8, scores.get("unscored").getAsLong());
    assertEquals(1, scores.get("precision").getAsDouble());
    assertEquals(1, scores.get("tokenAccuracy").getAsDouble());
  }

  @Test
  void evaluateRefusesMapsThatDoNotFit() throws IOException {
    Path data = SmallRun.corpusFile();
    Path open = write("open.map", "per = per\ngeo = place?\n");
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--model-map", open)
        .assertRefused(open + ":2", "leaves a type open");
    Path half = write("half.map", "per = per\n");
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--model-map", half)
        .assertRefused(half, "no rule for 'geo'");
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--map", half)
        .assertRefused("corpus.conll:1", "'geo = O' to the map");
    Path missing = folder.resolve("missing.map");
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--map", missing)
        .assertRefused(missing, "no such file");
    Path other = write("other.map", "per = per\ngeo = place\n");
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", data, "--map", other)
        .assertRefused("corpus.conll:1", "'place'");
  }

  @Test
  void trainJoinsCorpora() throws IOException {
    Path gold = write("gold.map", "PER = per\nX = geo\n");
    Path odd = write("a=b.conll", SmallRun.corpus());
    Path out = folder.resolve("run");
    CommandRun run = train(out, odd, renamed() + "=" + gold, odd).assertOk();
    assertTrue(run.err().startsWith("train: 96 sentences, "), run.err());
    String told = CommandRun.of("inspect", out.resolve("model.onnx")).assertOk().out();
    assertTrue(told.replaceAll(" +", " ").contains("types geo per\n"), told);
    assertTrue(told.contains("a=b.conll + renamed.conll"), told);
  }

  @Test
  void trainNamesTheFileOfAnUnknownType() throws IOException {
    Path data = SmallRun.corpusFile();
    CommandRun.of(
            "train",
            "--data",
            data,
            "--dev",
            data,
            "--dev",
            renamed(),
            "--out",
            folder.resolve("run"))
        .assertRefused("renamed.conll:1", "'PER'");
    assertEquals(Set.of("", "renamed.conll"), CommandRun.contents(folder).keySet());
  }

  private static CommandRun train(Path out, Object... data) {
    Object[] fixed = {
      "train",
      "--preset",
      "plain",
      "--dev",
      SmallRun.corpusFile(),
      "--dev",
      SmallRun.corpusFile(),
      "--out",
      out,
      "--epochs",
      1,
      "--tokenizer",
      "whitespace"
    };
    Object[] all = new Object[fixed.length + 2 * data.length];
    System.arraycopy(fixed, 0, all, 0, fixed.length);
    for (int i = 0; i < data.length; i++) {
      all[fixed.length + 2 * i] = "--data";
      all[fixed.length + 2 * i + 1] = data[i];
    }
    return CommandRun.of(all);
  }
}
