package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierCommandTest {

  private static final Path TEXTS = Path.of("src/test/resources/fixtures/format-5.tsv");

  @TempDir static Path folder;

  private static Path run;
  private static Path model;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    model = run.resolve("model.onnx");
    CommandRun trained = train(run, "--epochs", "12", "--clean", "punctuation,lower-case");
    trained.assertOk();
    assertTrue(
        trained.err().contains("train: 40 texts of 3 classes; dev: 40 texts"), trained.err());
    assertTrue(trained.err().contains("epoch 12/12  loss "), trained.err());
    assertTrue(trained.out().contains("best epoch "), trained.out());
    assertTrue(trained.out().contains("40 have the same classes"), trained.out());
  }

  private static CommandRun train(Path out, String... more) {
    String[] args = {
      "classifier",
      "train",
      "--data",
      TEXTS + "",
      "--dev",
      TEXTS + "",
      "--out",
      out + "",
      "--tokenizer",
      "whitespace",
      "--hidden",
      "12",
      "--word-dim",
      "12",
      "--learning-rate",
      "0.01"
    };
    Object[] all = new Object[args.length + more.length];
    System.arraycopy(args, 0, all, 0, args.length);
    System.arraycopy(more, 0, all, args.length, more.length);
    return CommandRun.of(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"train", "evaluate", "export", "check", "inspect"})
  void everyCommandHasHelpLikeAManualPage(String command) {
    CommandRun help = CommandRun.of("classifier", command, "--help").assertOk();
    assertEquals("", help.err());
    for (String part :
        new String[] {"Usage: namespan classifier " + command, "Options:", "Example"}) {
      assertTrue(help.out().contains(part), help.out());
    }
    assertTrue(help.lines().stream().allMatch(line -> line.length() <= 80), help.out());
    assertTrue(!help.out().contains("${"), help.out());
  }

  @Test
  void evaluatesWhatItTrained() {
    CommandRun text =
        CommandRun.of("classifier", "evaluate", "--model", model, "--data", TEXTS).assertOk();
    for (String part :
        new String[] {"40 texts", "roc area", "complaint", "macro avg", "accuracy "}) {
      assertTrue(text.out().contains(part), text.out());
    }
    CommandRun json =
        CommandRun.of("classifier", "evaluate", "--model", model, "--data", TEXTS, "--json")
            .assertOk();
    JsonObject object = JsonParser.parseString(json.out()).getAsJsonObject();
    assertTrue(object.get("accuracy").getAsDouble() > 0.9, json.out());
    assertEquals(3, object.getAsJsonObject("classes").size());
  }

  @Test
  void exportsWithInt8() throws IOException {
    Path file = folder.resolve("small.onnx");
    CommandRun exported =
        CommandRun.of(
                "classifier",
                "export",
                run,
                "--data",
                TEXTS,
                "--out",
                file,
                "--precision",
                "int8",
                "--max-loss",
                "0.1")
            .assertOk();
    assertTrue(exported.out().contains("int8, "), exported.out());
    assertTrue(Files.size(file) < Files.size(model));
    CommandRun.of("classifier", "evaluate", "--model", file, "--data", TEXTS).assertOk();
  }

  @Test
  void goesOnFromAModel() {
    Path more = folder.resolve("more");
    CommandRun trained =
        CommandRun.of(
                "classifier",
                "train",
                "--from",
                model,
                "--data",
                TEXTS,
                "--epochs",
                1,
                "--out",
                more)
            .assertOk();
    assertTrue(
        trained.err().contains("from model.onnx: knows 3 of these classes; drops 0 others"),
        trained.err());
    CommandRun told = CommandRun.of("classifier", "inspect", more.resolve("model.onnx"));
    assertTrue(told.lines().contains("from                  model.onnx"), told.out());
    assertTrue(told.lines().contains("cleaning              punctuation lower-case"), told.out());
    for (String[] refused :
        new String[][] {
          {"--clean", "html"}, {"--preset", "plain"}, {"--hidden", "7"}, {"--language", "de"}
        }) {
      CommandRun.of(
              "classifier",
              "train",
              "--from",
              model,
              "--data",
              TEXTS,
              "--out",
              folder.resolve("new"),
              refused[0],
              refused[1])
          .assertNotUnderstood(refused[0]);
    }
  }

  @Test
  void writesPages() throws IOException {
    String trained = Files.readString(run.resolve("training.html"));
    assertTrue(trained.contains("\"state\":\"done\""), "page of a run that is done");
    Path pages = folder.resolve("pages");
    CommandRun scored =
        CommandRun.of(
                "classifier", "evaluate", "--model", model, "--data", TEXTS, "--report", pages)
            .assertOk();
    assertTrue(scored.err().contains("report: " + pages.resolve("evaluation.html")), scored.err());
    assertTrue(
        Files.readString(pages.resolve("evaluation.html")).contains("\"rocArea\""), "its curves");
  }

  @Test
  void inspectTellsWhatAModelIs() {
    CommandRun run = CommandRun.of("classifier", "inspect", model).assertOk();
    for (String line :
        new String[] {
          "classes               complaint praise question",
          "classes of a text     one",
          "cleaning              punctuation lower-case",
          "training.texts        40",
        }) {
      assertTrue(run.lines().contains(line), run.out());
    }
  }

  @Test
  void classifiesArgumentsAndLines() {
    CommandRun table =
        CommandRun.of("classify", "--model", model, "--format", "table", "Burnt fish and bread.")
            .assertOk();
    assertTrue(table.out().startsWith("Burnt fish and bread.\n"), table.out());
    assertTrue(table.out().contains("CLASS"), table.out());
    byte[] input = "What is in the soup?\nGreat people.\n".getBytes(StandardCharsets.UTF_8);
    CommandRun lines =
        CommandRun.withInput(input, "classify", "--model", model, "--top", "1", "--explain")
            .assertOk();
    assertEquals(2, lines.lines().size());
    JsonObject first = JsonParser.parseString(lines.lines().get(0)).getAsJsonObject();
    assertEquals("What is in the soup?", first.get("text").getAsString());
    assertEquals(1, first.getAsJsonArray("classes").size());
    assertEquals(1, first.getAsJsonArray("scores").size());
    assertEquals(5, first.getAsJsonArray("tokens").size());
    JsonObject token = first.getAsJsonArray("tokens").get(4).getAsJsonObject();
    assertEquals("soup", token.get("text").getAsString());
    assertEquals(15, token.get("start").getAsInt());
  }

  @Test
  void whatDoesNotFitIsRefusedBeforeAnyWork() {
    train(run).assertRefused(run.resolve("classifier.safetensors"), "the folder holds another run");
    train(run, "--resume")
        .assertRefused(run.resolve("classifier.safetensors"), "the run was started with epochs 12");
    assertEquals(2, train(folder.resolve("new"), "--clean", "soap").exitCode());
    assertEquals(2, train(folder.resolve("new"), "--dropout", "2").exitCode());
    assertEquals(2, CommandRun.of("classifier").exitCode());
    CommandRun.of("classify", "--model", model + "x", "text").assertRefused(model + "x", "");
    Path tagger = Path.of("../sdk/core/src/test/resources/fixtures/format-4.onnx");
    CommandRun.of("classify", "--model", tagger, "text")
        .assertRefused(tagger, "found a tagger, expected a text classifier");
    CommandRun.of("tag", "--model", model, "text")
        .assertRefused(model, "found a text classifier, expected a tagger");
  }

  @Test
  void textsOfAnotherLanguageAreListedAndLeftOut() throws IOException {
    String german = "Wann fährt morgen früh der erste Zug nach Hamburg?";
    Path mixed =
        Files.writeString(
            folder.resolve("mixed.tsv"), Files.readString(TEXTS) + "question\t" + german + "\n");
    CommandRun checked =
        CommandRun.of("classifier", "check", "--data", mixed, "--language", "en").assertOk();
    assertTrue(checked.out().contains("other-language (1): "), checked.out());
    assertTrue(checked.out().contains(mixed + ":41  [question]  " + german), checked.out());
    Path filtered = folder.resolve("filtered");
    CommandRun trained =
        CommandRun.of(
                "classifier",
                "train",
                "--data",
                mixed,
                "--dev",
                TEXTS,
                "--filter-language",
                "--epochs",
                1,
                "--out",
                filtered)
            .assertOk();
    assertTrue(
        trained.err().contains(mixed + ": 1 of 41 texts are in another language, left out"),
        trained.err());
    CommandRun told = CommandRun.of("classifier", "inspect", filtered.resolve("model.onnx"));
    assertTrue(told.lines().contains("training.left_out     1"), told.out());
    assertTrue(told.lines().contains("dev.left_out          0"), told.out());
    assertTrue(told.out().contains("training.texts        40\n"), told.out());
    CommandRun.of("classifier", "check", "--data", TEXTS, "--language", "xx")
        .assertNotUnderstood("found the language 'xx'");
  }

  @Test
  void checkTellsWhatIsWrong() throws IOException {
    Path train =
        Files.writeString(
            folder.resolve("train.tsv"),
            "good\tIt is  fine\nbad\tit is FINE\nonly\ngood\t...\nodd\tOdd\nodd\todd\n");
    Path dev = Files.writeString(folder.resolve("dev.tsv"), "good\tit is fine\nnew\tx\n");
    CommandRun run = CommandRun.of("classifier", "check", "--data", train, "--dev", dev);
    assertEquals(1, run.exitCode(), run.err());
    for (String part :
        new String[] {
          "error    bad-lines (1): ",
          "  " + train + ":3  found 1 column; expected at least 2",
          "error    unknown-classes (1): ",
          "  " + dev + ":2  new",
          "warning  empty-texts (1): ",
          "  " + train + ":4  [good]  ...",
          "warning  conflicts (1): ",
          "  "
              + train
              + ":1  [good]  It is fine\n    "
              + train
              + ":2  [bad]  it is FINE\n    "
              + dev,
          "warning  copies-across (1): ",
          "note     copies (1): ",
          "note     rare-classes (3): ",
          "note     unused-classes (2): ",
          "all        5    2"
        }) {
      assertTrue(run.out().contains(part), part + " in " + run.out());
    }
    CommandRun json =
        CommandRun.of(
                "classifier",
                "check",
                "--data",
                train,
                "--dev",
                dev,
                "--json",
                "--fail-on",
                "never")
            .assertOk();
    JsonObject object = JsonParser.parseString(json.out()).getAsJsonObject();
    assertEquals(8, object.getAsJsonArray("findings").size());
    assertEquals(5, object.getAsJsonObject("parts").get("train").getAsInt());
    // A single finding, as of annotated corpora.
    assertEquals(
        1, CommandRun.of("classifier", "check", "--data", train, "--fail-on", "copies").exitCode());
    CommandRun.of("classifier", "check", "--data", train, "--fail-on", "rare-types")
        .assertNotUnderstood("rare-classes");
    CommandRun clean = CommandRun.of("classifier", "check", "--data", TEXTS).assertOk();
    assertTrue(clean.out().contains("nothing found: bad-lines, unknown-classes"), clean.out());
  }
}
