package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

  /** All are renamed, some left open: intervals and sides are of what is scored. */
  @Test
  void intervalsAndSeenEntitiesAreOfMappedGold() throws IOException {
    String corpus = SmallRun.corpus().replace("-per", "-PER").replace("-geo", "-X");
    Path data = write("some.conll", corpus.replace("Oslo\tB-X", "Oslo\tB-maybe"));
    Path map = write("gold.map", "PER = person\nX = place\nmaybe = place?\n");
    Path modelMap = write("model.map", "per = person\ngeo = place\n");
    // The training corpus has the types of the model; one person is known, and one place.
    Path train = write("train.conll", "Otto\tB-per\nlives\tO\n\nParis\tB-geo\n");
    JsonObject scores =
        scores("--data", data, "--map", map, "--model-map", modelMap, "--train", train);
    assertScores(1, 64 - 8, "[]", scores);
    assertEquals(8, scores.get("unscored").getAsLong());
    assertEquals("[1.0,1.0]", scores.get("f1Interval").toString());
    assertEquals(16, scores.getAsJsonObject("seen").get("support").getAsLong());
    assertEquals(1, scores.getAsJsonObject("seen").get("precision").getAsDouble());
    assertEquals(64 - 8 - 16, scores.getAsJsonObject("unseen").get("support").getAsLong());
    assertEquals(1, scores.getAsJsonObject("unseen").get("precision").getAsDouble());
    // The same, its types mapped already when it was trained on.
    Path named = write("named.conll", "Otto\tB-P\nlives\tO\n\nParis\tB-G\n");
    Path trained = write("trained.map", "P = per\nG = geo\n");
    Path joined = Path.of(named + "=" + trained);
    JsonObject same =
        scores("--data", data, "--map", map, "--model-map", modelMap, "--train", joined);
    assertEquals(scores.get("seen"), same.get("seen"));
  }

  @Test
  void compareMapsBothAndTellsWhatIsLeftOut() throws IOException {
    Path gold = write("gold.map", "PER = person\nX = O\nopen time\n");
    Path model = write("model.map", "per = person\ngeo = place\n");
    Object[] command = {
      "compare",
      SmallRun.model(),
      "--data",
      renamed(),
      "--map",
      gold,
      "--model-map",
      model,
      "--json"
    };
    JsonObject row =
        JsonParser.parseString(CommandRun.of(command).assertOk().out())
            .getAsJsonObject()
            .getAsJsonArray("rows")
            .get(2)
            .getAsJsonObject();
    JsonObject alone =
        scores("--data", renamed(), "--map", gold, "--model-map", model, "--case", "upper");
    alone.remove("tokensPerSecond");
    for (String member : alone.keySet()) {
      assertEquals(alone.get(member), row.get(member), member);
    }
    assertEquals("[\"place\"]", row.get("droppedTypes").toString());
    command[command.length - 1] = "--markdown";
    String told = CommandRun.of(command).assertOk().out();
    assertTrue(
        told.startsWith(
            "renamed.conll: 32 sentences, 256 tokens, 32 spans\n\n"
                + SmallRun.model()
                + ": left out, for the corpus is not annotated with them: place\n\n| model "),
        told);
  }

  /** Only what is open and predicted gets a column. */
  @Test
  void compareCountsWhatIsNotScored() throws IOException {
    Path data = write("some.conll", SmallRun.corpus().replace("Oslo\tB-geo", "Oslo\tB-maybe"));
    Path map = write("gold.map", "per = per\ngeo = geo\nmaybe = geo?\n");
    String told =
        CommandRun.of("compare", SmallRun.model(), "--data", data, "--map", map).assertOk().out();
    assertTrue(told.replaceAll(" +", " ").contains("keep 1.0000 1.0000 1.0000 8 "), told);
    String without =
        CommandRun.of("compare", SmallRun.model(), "--data", SmallRun.corpusFile())
            .assertOk()
            .out();
    assertFalse(without.contains("unscored"), without);
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

  @Test
  void exportComparesOnAMappedCorpus() throws IOException {
    Path gold = write("gold.map", "PER = per\nX = geo\n");
    Path out = folder.resolve("small.onnx");
    Object[] command = {
      "export", SmallRun.folder(), "--precision", "int8", "--out", out, "--data", renamed()
    };
    CommandRun.of(command).assertRefused("renamed.conll:1", "'PER'");
    assertFalse(Files.exists(out));
    command[command.length - 1] = renamed() + "=" + gold;
    CommandRun run = CommandRun.of(command).assertOk();
    assertTrue(run.out().contains("1.0000 as trained"), run.out());
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
