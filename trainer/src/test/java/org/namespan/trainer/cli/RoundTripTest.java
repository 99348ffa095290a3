package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.EntityTagger;

/** From a corpus to a model and back through every command. */
class RoundTripTest {

  @TempDir private Path folder;

  @Test
  void runHoldsItsFiles() throws IOException {
    assertEquals(
        Set.of(
            "",
            "corpus.conll",
            "model.onnx",
            "checkpoint.safetensors",
            "training.jsonl",
            "training.html"),
        CommandRun.contents(SmallRun.folder()).keySet());
    assertEquals(40, Files.readAllLines(SmallRun.folder().resolve("training.jsonl")).size());
  }

  @Test
  void inspect() {
    String told = inspected(SmallRun.model());
    for (String line :
        new String[] {
          "types geo per",
          "type.per names of people, without titles",
          "labels O B-geo I-geo B-per I-per",
          "scheme BIO",
          "training.data corpus.conll",
          "training.licence CC0",
          "training.sentences 32",
          "language en",
          "dev.f1 1.0000",
          "min score 0.5"
        }) {
      assertTrue(told.lines().anyMatch(line::equals), line + " in " + told);
    }
    assertTrue(told.contains("size ") && told.contains(" bytes"), told);
    assertEquals(1, told.lines().filter(line -> line.startsWith("type.")).count(), told);
  }

  /** What inspect prints, with single spaces. */
  private static String inspected(Path model) {
    return CommandRun.of("inspect", model).assertOk().out().replaceAll(" +", " ");
  }

  @Test
  void trainWithoutDev() {
    Path out = folder.resolve("all");
    Object[] command = {
      "train",
      "--preset",
      "plain",
      "--data",
      SmallRun.corpusFile(),
      "--test",
      SmallRun.corpusFile(),
      "--out",
      out,
      "--epochs",
      2,
      "--patience",
      1,
      "--min-score",
      0.4
    };
    CommandRun run = CommandRun.of(command).assertOk();
    assertTrue(run.err().contains("; dev: none; "), run.err());
    assertTrue(
        run.err()
            .lines()
            .anyMatch(
                line -> line.matches("epoch 2/2  loss [.0-9]+  [.0-9]+ s  [,0-9]+ tokens/s")));
    assertEquals("last epoch 2", run.lines().get(0));
    assertTrue(run.lines().get(1).startsWith("test token accuracy "), run.out());
    String told = inspected(out.resolve("model.onnx"));
    assertTrue(told.lines().anyMatch("min score 0.4"::equals), told);
    assertTrue(told.lines().noneMatch(line -> line.startsWith("dev.")), told);

    Path other = folder.resolve("other.onnx");
    run =
        CommandRun.of(
                "export", out, "--data", SmallRun.corpusFile(), "--out", other, "--min-score", 0.3)
            .assertOk();
    assertEquals("last epoch 2", run.lines().get(0));
    told = inspected(other);
    assertTrue(told.lines().anyMatch("min score 0.3"::equals), told);
  }

  @Test
  void evaluate() {
    CommandRun json =
        CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", SmallRun.corpusFile(), "--json")
            .assertOk();
    assertEquals(1, json.lines().size());
    JsonObject object = JsonParser.parseString(json.out()).getAsJsonObject();
    for (String name : new String[] {"tokenAccuracy", "precision", "recall", "f1"}) {
      assertEquals(1, object.get(name).getAsDouble(), name);
    }
    assertEquals(Set.of("geo", "per"), object.getAsJsonObject("perType").keySet());
    assertTrue(object.get("tokensPerSecond").getAsDouble() > 0);
    CommandRun text =
        CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", SmallRun.corpusFile())
            .assertOk();
    assertTrue(text.out().contains("token accuracy    1.0000"), text.out());
  }

  @Test
  void evaluateFromAnotherScoreOn() {
    Object[] command = {
      "evaluate",
      "-m",
      SmallRun.model(),
      "--data",
      SmallRun.corpusFile(),
      "--json",
      "--min-score",
      0
    };
    assertEquals(1, f1(command));
    command[command.length - 1] = 0.99999;
    assertTrue(f1(command) < 1);
    for (Object none : new Object[] {1, -0.5, "NaN"}) {
      command[command.length - 1] = none;
      CommandRun.of(command).assertNotUnderstood("--min-score is ");
    }
  }

  private static double f1(Object... command) {
    String json = CommandRun.of(command).assertOk().out();
    return JsonParser.parseString(json).getAsJsonObject().get("f1").getAsDouble();
  }

  @Test
  void evaluateInOtherCasesAndOnSeenEntities() throws IOException {
    // One of the four people and one of the four places is known.
    Path train =
        Files.writeString(folder.resolve("train.conll"), "Otto\tB-per\nlives\tO\n\nOslo\tB-geo\n");
    Object[] command = {
      "evaluate",
      "-m",
      SmallRun.model(),
      "--data",
      SmallRun.corpusFile(),
      "--json",
      "--train",
      train
    };
    JsonObject kept =
        JsonParser.parseString(CommandRun.of(command).assertOk().out()).getAsJsonObject();
    // Each of the 4 people and 4 places stands in 8 of the 32 sentences.
    assertEquals(16, kept.getAsJsonObject("seen").get("support").getAsLong());
    assertEquals(48, kept.getAsJsonObject("unseen").get("support").getAsLong());
    Object[] upper = Arrays.copyOf(command, command.length + 2);
    upper[command.length] = "--case";
    upper[command.length + 1] = "upper";
    JsonObject shouted =
        JsonParser.parseString(CommandRun.of(upper).assertOk().out()).getAsJsonObject();
    assertEquals(16, shouted.getAsJsonObject("seen").get("support").getAsLong());
    assertTrue(shouted.get("f1").getAsDouble() < 1, shouted.toString());
    CommandRun.of("evaluate", "--data", train, "--case", "spoken").assertNotUnderstood("--case");
  }

  @Test
  void compare() {
    Object[] command = {
      "compare",
      SmallRun.model(),
      SmallRun.model(),
      "--data",
      SmallRun.corpusFile(),
      "--train",
      SmallRun.corpusFile(),
      "--seeds",
      "--json"
    };
    JsonObject object =
        JsonParser.parseString(CommandRun.of(command).assertOk().out()).getAsJsonObject();
    assertEquals(6, object.getAsJsonArray("rows").size());
    JsonObject spread = object.getAsJsonObject("standardDeviation").getAsJsonObject("upper");
    assertEquals(0, spread.get("f1").getAsDouble());
    JsonObject mean = object.getAsJsonObject("mean").getAsJsonObject("keep");
    assertEquals(1, mean.get("seen recall").getAsDouble());
    command[8] = "--markdown";
    String markdown = CommandRun.of(command).assertOk().out();
    assertTrue(markdown.contains("\n| mean of 2 | keep | 1.0000 | "), markdown);
    JsonObject alone =
        JsonParser.parseString(
                CommandRun.of(
                        "evaluate",
                        "-m",
                        SmallRun.model(),
                        "--data",
                        SmallRun.corpusFile(),
                        "--case",
                        "upper",
                        "--json")
                    .assertOk()
                    .out())
            .getAsJsonObject();
    JsonObject upper = object.getAsJsonArray("rows").get(5).getAsJsonObject();
    assertEquals(SmallRun.model().toString(), upper.get("model").getAsString());
    assertEquals("upper", upper.get("case").getAsString());
    assertEquals(alone.get("f1Interval"), upper.get("f1Interval"));
    assertEquals(alone.get("perType"), upper.get("perType"));
  }

  @Test
  void exportGivesTheSameBytes() throws IOException {
    Path out = folder.resolve("deeper/model.onnx");
    for (Path run : new Path[] {SmallRun.folder(), SmallRun.checkpoint()}) {
      CommandRun.of("export", run, "--data", SmallRun.corpusFile(), "--out", out).assertOk();
      assertArrayEquals(Files.readAllBytes(SmallRun.model()), Files.readAllBytes(out));
    }
    assertEquals(1, Files.list(out.getParent()).count());
  }

  @Test
  void exportAtInt8() throws IOException {
    Path out = folder.resolve("small.onnx");
    CommandRun run =
        CommandRun.of(
                "export",
                SmallRun.folder(),
                "--data",
                SmallRun.corpusFile(),
                "--out",
                out,
                "--precision",
                "int8")
            .assertOk();
    assertTrue(run.out().contains(" tags agree (100.00 %)\n"), run.out());
    String f1 = "\nspan F1 on them 1.0000 in int8, 1.0000 as trained: +0.0000\n";
    assertTrue(run.out().contains(f1), run.out());
    String size = String.format(Locale.ROOT, "%s: int8, %,d bytes\n", out, Files.size(out));
    assertTrue(run.out().endsWith(size), run.out());
    assertTrue(Files.size(out) < Files.size(SmallRun.model()));
    for (Path model : new Path[] {out, SmallRun.model()}) {
      String precision = model == out ? "int8" : "fp32";
      String told = inspected(model);
      assertTrue(told.contains("\nprecision " + precision + "\n"), told);
      String tags =
          CommandRun.of("evaluate", "-m", model, "--data", SmallRun.corpusFile()).assertOk().out();
      assertTrue(tags.contains("token accuracy    1.0000"), tags);
    }
  }

  /** The dev set is tagged as the network itself does: each tag that int8 turns costs F1. */
  @Test
  void trainingFallsBackToAFinerPrecision() throws IOException {
    List<Object> arguments =
        new ArrayList<>(List.of(SmallRun.arguments(SmallRun.corpusFile(), folder.resolve("fp32"))));
    arguments.set(arguments.indexOf("--epochs") + 1, "15");
    CommandRun.of(arguments.toArray()).assertOk();
    Path dev = folder.resolve("dev.conll");
    Files.writeString(dev, taggedAtRandom(folder.resolve("fp32/model.onnx")));
    arguments.set(arguments.indexOf("--out") + 1, folder.resolve("int8"));
    arguments.set(arguments.indexOf("--dev") + 1, dev);
    arguments.addAll(List.of("--precision", "int8", "--max-loss", "0"));
    CommandRun run = CommandRun.of(arguments.toArray()).assertOk();
    Path model = folder.resolve("int8/model.onnx");
    assertTrue(run.err().contains(model + ": not written: in int8, span F1 is 0."), run.err());
    assertTrue(run.err().contains("\nwriting fp16 instead\n"), run.err());
    assertTrue(run.out().contains(model + ": fp"), run.out());
    assertTrue(inspected(model).contains("\nprecision fp"), inspected(model));
  }

  /** Sentences of the corpus' words in any order, tagged by a model. */
  private static String taggedAtRandom(Path model) throws IOException {
    List<String> words =
        SmallRun.corpus()
            .lines()
            .filter(line -> !line.isEmpty())
            .map(l -> l.split("\t")[0])
            .toList();
    Random random = new Random(1);
    StringBuilder text = new StringBuilder();
    try (EntityTagger tagger = EntityTagger.load(model)) {
      for (int i = 0; i < 300; i++) {
        List<String> tokens =
            random.ints(20, 0, words.size()).mapToObj(words::get).collect(Collectors.toList());
        List<String> tags = tagger.tagTokens(tokens);
        for (int t = 0; t < tokens.size(); t++) {
          text.append(tokens.get(t)).append('\t').append(tags.get(t)).append('\n');
        }
        text.append('\n');
      }
    }
    return text.toString();
  }

  @Test
  void resumedRunThatWasDoneStaysAsItIs() throws IOException {
    Map<String, String> before = CommandRun.contents(SmallRun.folder());
    Object[] args = SmallRun.arguments(SmallRun.corpusFile(), SmallRun.folder());
    Object[] resume = Arrays.copyOf(args, args.length + 1);
    resume[args.length] = "--resume";
    CommandRun.of(resume).assertOk();
    assertEquals(before, CommandRun.contents(SmallRun.folder()));
  }

  @Test
  void trainingTellsPlainLinesWithoutTerminal() throws IOException {
    Path corpus = Files.writeString(folder.resolve("a b.conll"), SmallRun.corpus());
    CommandRun run =
        CommandRun.of(
                "train",
                "--preset",
                "plain",
                "--data",
                corpus,
                "--dev",
                corpus,
                "--test",
                corpus,
                "--out",
                folder.resolve("a run"),
                "--epochs",
                2,
                "--tokenizer",
                "whitespace",
                "--bidirectional",
                "--cell",
                "gru",
                "--precision",
                "int8")
            .assertOk();
    assertTrue(run.out().contains("\ntest token accuracy "), run.out());
    assertEquals(3, run.err().lines().count(), run.err());
    assertTrue(run.err().contains("epoch 2/2  loss "), run.err());
    assertFalse(run.err().contains("\r") || run.err().contains("\u001b"), run.err());
    assertEquals(5, run.lines().size(), run.out());
    String told = CommandRun.of("inspect", folder.resolve("a run/model.onnx")).assertOk().out();
    assertTrue(told.contains("gru 1x50 bidirectional"), told);
    assertTrue(told.contains("int8"), told);
  }

  @Test
  void split() throws IOException {
    Path out = folder.resolve("parts");
    CommandRun.of("split", "--data", SmallRun.corpusFile(), "--at", 24, "--out", out).assertOk();
    assertEquals(
        Set.of("", "dev.conll", "train.conll"), new TreeSet<>(CommandRun.contents(out).keySet()));
    assertEquals(
        SmallRun.corpus(),
        Files.readString(out.resolve("train.conll")) + Files.readString(out.resolve("dev.conll")));
  }

  @Test
  void splitIntoFolds() throws IOException {
    Path out = folder.resolve("folds");
    CommandRun run =
        CommandRun.of("split", "--data", SmallRun.corpusFile(), "--folds", 3, "--out", out)
            .assertOk();
    assertEquals(7, run.lines().size(), run.out());
    List<String> inDev = new ArrayList<>();
    for (String fold : List.of("fold1", "fold2", "fold3")) {
      List<String> train = sentences(out.resolve(fold).resolve("train.conll"));
      List<String> dev = sentences(out.resolve(fold).resolve("dev.conll"));
      assertEquals(32, train.size() + dev.size());
      assertTrue(Collections.disjoint(train, dev));
      inDev.addAll(dev);
    }
    Collections.sort(inDev);
    assertEquals(sentences(SmallRun.corpusFile()).stream().sorted().toList(), inDev);
    assertEquals(10, CommandRun.contents(out).size());
  }

  private static List<String> sentences(Path file) throws IOException {
    return List.of(Files.readString(file).split("\n\n"));
  }

  @Test
  void splitUntil() throws IOException {
    Path out = folder.resolve("first");
    CommandRun.of("split", "--data", SmallRun.corpusFile(), "--at", 4, "--until", 6, "--out", out)
        .assertOk();
    String kept =
        Files.readString(out.resolve("train.conll")) + Files.readString(out.resolve("dev.conll"));
    assertTrue(SmallRun.corpus().startsWith(kept));
    assertEquals(6, kept.split("\n\n").length);
    for (int until : new int[] {1, 1000}) {
      CommandRun refused =
          CommandRun.of(
              "split", "--data", SmallRun.corpusFile(), "--at", 4, "--until", until, "--out", out);
      assertEquals(2, refused.exitCode());
    }
  }
}
