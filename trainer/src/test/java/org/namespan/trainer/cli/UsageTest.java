package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.trainer.Version;
import org.namespan.trainer.config.TrainingConfig;

class UsageTest {

  private static final Path ANY = Path.of("any.conll");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tag",
        "redact",
        "restore",
        "serve",
        "train",
        "evaluate",
        "compare",
        "export",
        "calibrate",
        "label",
        "vectors",
        "curve",
        "suggest",
        "split",
        "convert",
        "check",
        "inspect",
        "classify",
        "classifier"
      })
  void everyCommandHasHelpLikeAManualPage(String command) {
    CommandRun run = CommandRun.of(command, "--help").assertOk();
    assertEquals("", run.err());
    for (String part :
        new String[] {"Usage: namespan " + command, "Options:", "Exit codes:", "Example"}) {
      assertTrue(run.out().contains(part), run.out());
    }
    assertTrue(run.lines().stream().allMatch(line -> line.length() <= 80), run.out());
    assertEquals(run.out(), CommandRun.of("help", command).assertOk().out());
  }

  @Test
  void commandsAreListed() {
    String help = CommandRun.of("--help").assertOk().out();
    assertTrue(help.contains("Finds the entities of texts.\n  redact"), help);
  }

  @Test
  void helpTellsTheDefaultsOfThePresets() {
    String help = CommandRun.of("train", "--help").assertOk().out().replaceAll("\\s+", " ");
    TrainingConfig standard = TrainingConfig.standard().build();
    TrainingConfig plain = TrainingConfig.plain().build();
    TrainingConfig teacher = TrainingConfig.teacher().build();
    for (String part :
        new String[] {
          "at most. Default: "
              + standard.optimization().epochs()
              + ", "
              + plain.optimization().epochs()
              + ", "
              + teacher.optimization().epochs()
              + ".",
          "Default: "
              + standard.optimization().learningRate()
              + ", "
              + plain.optimization().learningRate()
              + ", "
              + teacher.optimization().learningRate()
              + "; tables ",
          "direction. Default: "
              + standard.architecture().hidden()
              + ", "
              + plain.architecture().hidden()
              + ", "
              + teacher.architecture().hidden()
              + ".",
          "backwards. Default: yes, no, no.",
          "over all labels. Default: 0, 0, 0.",
          "labels: io, iob1, bio, bilou. Default: "
              + (standard.architecture().scheme()
                      + ", "
                      + plain.architecture().scheme()
                      + ", "
                      + teacher.architecture().scheme())
                  .toLowerCase(Locale.ROOT)
              + ".",
          "tags write spans: io, iob1, bio, bilou, bioes; iob2 is bio, iobes is bioes.",
          "the run: constant, linear, cosine. Default: linear, linear, linear."
        }) {
      assertTrue(help.contains(part), part + " in " + help);
    }
    assertFalse(help.contains("${"), help);
    assertFalse(help.contains("0.0,") || help.contains("0.0."), help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "tag ",
        "train ",
        "evaluate ",
        "compare ",
        "export ",
        "calibrate ",
        "label ",
        "split ",
        "convert ",
        "check ",
        "inspect "
      })
  void version(String command) {
    CommandRun run = CommandRun.of((Object[]) (command + "--version").split(" ")).assertOk();
    assertEquals("namespan " + Version.current(), run.out().strip());
  }

  @Test
  void completion() {
    String script = CommandRun.of("generate-completion").assertOk().out();
    assertTrue(script.startsWith("#!"), script);
    assertTrue(script.contains("\"bilou\""), script);
  }

  @Test
  void whatIsNotUnderstood() {
    CommandRun.of().assertNotUnderstood("a command is missing");
    CommandRun.of("tagg").assertNotUnderstood("'tagg'");
    CommandRun.of("tag", "--nonsense").assertNotUnderstood("'--nonsense'");
    CommandRun.of("tag", "--format", "xml", "a").assertNotUnderstood("JSONL");
    CommandRun.of("tag", "--file", ANY, "a").assertNotUnderstood("not both");
    CommandRun.of("evaluate").assertNotUnderstood("--data");
    CommandRun.of("evaluate", "--data", ANY, "--scheme", "x").assertNotUnderstood("--scheme");
    CommandRun.of("evaluate", "--data", ANY, "--tag-column", 0).assertNotUnderstood("is 0");
    CommandRun.of("compare", ANY).assertNotUnderstood("--data");
    CommandRun.of("compare", ANY, "--data", ANY, "--seeds").assertNotUnderstood("two models");
    CommandRun.of("compare", ANY, "--data", ANY, "--json", "--markdown")
        .assertNotUnderstood("exclusive");
    CommandRun.of("train", "--data", ANY).assertNotUnderstood("--out");
    CommandRun.of("export", ANY).assertNotUnderstood("--data");
    CommandRun.of("export", ANY, "--data", ANY, "--out", ANY, "--precision", "int4")
        .assertNotUnderstood("int4");
    CommandRun.of("export", ANY, "--data", ANY, "--out", ANY, "--min-score", 1)
        .assertNotUnderstood("--min-score is 1");
    CommandRun.of("export", ANY, "--data", ANY, "--out", ANY, "--sentences", 0)
        .assertNotUnderstood("--sentences is 0");
    CommandRun.of("calibrate", "--data", ANY, "--out", ANY).assertNotUnderstood("--model");
    for (String precision : List.of("1.1", "-0.1", "NaN")) {
      CommandRun.of("calibrate", "-m", ANY, "--data", ANY, "-o", ANY, "--min-precision", precision)
          .assertNotUnderstood("--min-precision is " + precision);
    }
    CommandRun.of("split", "--data", ANY, "--out", ANY).assertNotUnderstood("--at");
    CommandRun.of("check").assertNotUnderstood("--data");
    CommandRun.of("check", "--data", ANY, "--fail-on", "sometimes")
        .assertNotUnderstood("bad-lines");
    CommandRun.of("check", "--data", ANY, "--cases", 0).assertNotUnderstood("--cases is 0");
    CommandRun.of("check", "--data", ANY, "--model", ANY).assertNotUnderstood("--doubts");
    CommandRun.of("check", "--data", ANY, "--doubts", "--folds", 1)
        .assertNotUnderstood("--folds is 1");
    CommandRun.of("serve", "--port", 65_536).assertNotUnderstood("--port is 65536");
    CommandRun.of("serve", "--threads", 0).assertNotUnderstood("--threads is 0");
    CommandRun.of("serve", "--time-limit", 0).assertNotUnderstood("--time-limit is 0");
    CommandRun.of("inspect", ANY, ANY).assertNotUnderstood("any.conll");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--preset grand",
        "--epochs 0",
        "--epochs many",
        "--learning-rate -1",
        "--dropout 1",
        "--hidden 0",
        "--cell cnn",
        "--language e!",
        "--tokenizer none",
        "--hashed nonsense=3",
        "--hashed lower=0",
        "--hashed lower=many",
        "--hashed lower",
        "--lower-case 1",
        "--lower-case 0.7 --upper-case 0.6",
        "--title-case -0.1",
        "--word-dropout 1",
        "--label-smoothing 2",
        "--averaging 1",
        "--schedule exponential",
        "--head hmm",
        "--device tpu",
        "--device gpu-1",
        "--labels-as bilo",
        "--vocabulary -1",
        "--min-count 0",
        "--min-score 1",
        "--min-score -0.1",
        "--min-score NaN",
        "--max-loss 1.1",
        "--max-loss NaN"
      })
  void trainingThatCannotBe(String options) {
    List<Object> args = new ArrayList<>(List.of("train", "--data", ANY, "--dev", ANY));
    args.addAll(List.of("--out", "new"));
    args.addAll(List.of(options.split(" ")));
    CommandRun run = CommandRun.of(args.toArray()).assertNotUnderstood("");
    assertTrue(run.err().contains("expected") || run.err().contains("for option"), run.err());
    assertFalse(Files.exists(Path.of("new")));
  }

  @Test
  void splitThatCannotBe() {
    Path data = SmallRun.corpusFile();
    CommandRun.of("split", "--data", data, "--out", "new", "--at", 0).assertNotUnderstood("0");
    CommandRun.of("split", "--data", data, "--out", "new", "--dev-share", 1.5)
        .assertNotUnderstood("1.5");
    CommandRun.of("split", "--data", data, "--out", "new", "--folds", 1)
        .assertNotUnderstood("1 folds: expected 2 or more");
    CommandRun.of("split", "--data", data, "--out", "new", "--folds", 2, "--at", 2)
        .assertNotUnderstood("--folds");
    CommandRun.of("split", "--data", data, "--out", "new", "--folds", Integer.MAX_VALUE)
        .assertRefused("corpus.conll", "found 32 different sentences");
    assertFalse(Files.exists(Path.of("new")));
  }
}
