package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.namespan.Entity;
import org.namespan.EntityTagger;

/** A model of people and places learns verbs, by the command. */
class FromCommandTest {

  @TempDir private Path folder;

  /** The sentences of {@link SmallRun} with their verbs alone, and some words it has not seen. */
  private static String verbs() {
    return SmallRun.corpus()
        .replaceAll("\t[BI]-(per|geo)", "\tO")
        .replace("lives\tO", "lives\tB-verb")
        .replace("said\tO", "said\tB-verb")
        .replace("far\tO", "near\tO");
  }

  private Object[] train(Path out, Object... more) throws IOException {
    Path corpus = Files.writeString(folder.resolve("verbs.conll"), verbs());
    List<Object> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--from",
                SmallRun.model(),
                "--data",
                corpus,
                "--out",
                out,
                "--epochs",
                15,
                "--learning-rate",
                0.02,
                "--dropout",
                0.1));
    arguments.addAll(Arrays.asList(more));
    return arguments.toArray();
  }

  private static List<String> found(Path model) throws IOException {
    List<String> found = new ArrayList<>();
    try (EntityTagger tagger = EntityTagger.load(model)) {
      for (Entity entity : tagger.tag("Otto lives in New York .")) {
        found.add(entity.type() + " " + entity.text());
      }
    }
    return found;
  }

  @Test
  void learnsATypeBesideThoseOfTheModel() throws IOException {
    Path out = folder.resolve("run");
    CommandRun run = CommandRun.of(train(out, "--test", SmallRun.corpusFile())).assertOk();
    assertTrue(run.err().contains("from model.onnx: keeps geo per; adds verb"), run.err());
    Path model = out.resolve("model.onnx");
    assertEquals(List.of("per Otto", "verb lives", "geo New York"), found(model));
    String inspected = CommandRun.of("inspect", model).assertOk().out();
    for (String line :
        List.of(
            "min score             0\\.5",
            "from                  model\\.onnx",
            "from\\.sha256           [0-9a-f]{64}",
            "from\\.training\\.data    corpus\\.conll",
            "training\\.data         verbs\\.conll",
            "training\\.licence      CC0",
            "type\\.per              names of people, without titles")) {
      assertTrue(
          inspected.lines().anyMatch(found -> found.matches(line)), line + " in " + inspected);
    }
    CommandRun.of(train(out)).assertRefused(out, "the folder holds another run");
    CommandRun.of(train(out, "--resume", "--test", SmallRun.corpusFile())).assertOk();
    byte[] whole = Files.readAllBytes(model);
    Path again = folder.resolve("again");
    CommandRun.of(train(again, "--test", SmallRun.corpusFile())).assertOk();
    assertEquals(-1, Arrays.mismatch(whole, Files.readAllBytes(again.resolve("model.onnx"))));
  }

  @Test
  void dropsTypes() throws IOException {
    Path out = folder.resolve("run");
    CommandRun run = CommandRun.of(train(out, "--drop-types")).assertOk();
    assertTrue(run.err().contains("from model.onnx: drops geo per; adds verb"), run.err());
    assertEquals(List.of("verb lives"), found(out.resolve("model.onnx")));
  }

  @Test
  void tellsOfTypesThatDifferInCaseAlone() throws IOException {
    Path corpus =
        Files.writeString(folder.resolve("upper.conll"), verbs().replace("B-verb", "B-PER"));
    CommandRun run =
        CommandRun.of(
                "train",
                "--from",
                SmallRun.model(),
                "--data",
                corpus,
                "--out",
                folder.resolve("run"),
                "--epochs",
                1)
            .assertOk();
    assertTrue(run.err().contains("found type PER beside per of the model"), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "--hidden 3, '--hidden is 3, but 50 in model.onnx'",
    "--head crf, '--head is crf, but softmax in model.onnx'",
    "--labels-as bilou, '--labels-as is BILOU, but BIO in model.onnx'",
    "--char-filters 5 --char-dim 5, '--char-dim is 5, but 0 in model.onnx'",
    "--hashed shape=8 --hash-dim 4, --hashed is shape=8",
    "--preset plain, --preset does not go with --from",
    "--language da, --language does not go with --from",
    "--tokenizer whitespace, --tokenizer does not go with --from",
    "--vectors a.vec, --vectors does not go with --from",
    "--min-score 1, minScore"
  })
  void refusesWhatTheModelDecides(String options, String reason) throws IOException {
    Path out = folder.resolve("run");
    CommandRun.of(train(out, (Object[]) options.split(" "))).assertNotUnderstood(reason);
    assertFalse(Files.exists(out));
  }

  @Test
  void takesWhatIsSaidOfTheSameNetworkAgain() throws IOException {
    CommandRun.of(train(folder.resolve("run"), "--hidden", 50, "--word-dim", 50)).assertOk();
  }

  @Test
  void beginsFromTheBundledModelWhereNoneIsNamed() throws IOException {
    Path corpus = Files.writeString(folder.resolve("verbs.conll"), verbs());
    CommandRun.of(
            "train", "--from", "--data", corpus, "--hidden", 3, "--out", folder.resolve("run"))
        .assertNotUnderstood("--hidden is 3, but 126 in namespan-en.onnx");
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    Path text = Files.writeString(folder.resolve("a.onnx"), CommandRun.SECRET);
    Path corpus = Files.writeString(folder.resolve("verbs.conll"), verbs());
    for (Path file : List.of(text, folder.resolve("none.onnx"))) {
      CommandRun.of("train", "--from", file, "--data", corpus, "--out", folder.resolve("run"))
          .assertRefused(file, "");
    }
  }
}
