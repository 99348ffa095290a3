package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;
import org.namespan.trainer.network.transformer.TinyEncoder;

/** From a pre-trained encoder to a student, by the commands. */
class TeacherCommandTest {

  @TempDir private Path folder;

  private Object[] train(Path out, Object... more) throws IOException {
    Path jar = TinyEncoder.writeJar(folder.resolve("tiny.jar"), 1);
    Object[] arguments = {
      "train",
      "--preset",
      "teacher",
      "--encoder",
      jar,
      "--data",
      SmallRun.corpusFile(),
      "--dev",
      SmallRun.corpusFile(),
      "--out",
      out,
      "--epochs",
      12,
      "--patience",
      12,
      "--batch-size",
      4,
      "--learning-rate",
      0.02,
      "--encoder-rate",
      0.01
    };
    return Stream.concat(Arrays.stream(arguments), Arrays.stream(more)).toArray();
  }

  @Test
  void teacherLabelsWhatAStudentLearnsFrom() throws IOException {
    Path out = folder.resolve("teacher");
    CommandRun run = CommandRun.of(train(out, "--test", SmallRun.corpusFile())).assertOk();
    Path checkpoint = out.resolve("checkpoint.safetensors");
    List<String> lines = run.lines();
    assertEquals(3, lines.size(), run.out());
    assertTrue(lines.get(0).startsWith("best epoch "), run.out());
    assertTrue(lines.get(1).startsWith("test token accuracy "), run.out());
    assertTrue(lines.get(2).startsWith(checkpoint + ": teacher, "), run.out());
    assertFalse(Files.exists(out.resolve("model.onnx")));

    Path text =
        Files.writeString(
            folder.resolve("text.txt"), "Otto lives in Paris .\nAnna Berg lives in Oslo .\n");
    Path labelled = folder.resolve("a.soft.gz");
    CommandRun.of("label", "--model", out, "--text", text, "--out", labelled).assertOk();
    SoftCorpus soft = SoftCorpus.read(labelled);
    assertEquals(
        List.of("O", "B-geo", "I-geo", "L-geo", "U-geo", "B-per", "I-per", "L-per", "U-per"),
        soft.labels());
    for (SoftSentence sentence : soft.sentences()) {
      for (float[] weights : sentence.weights()) {
        double sum = 0;
        for (float weight : weights) {
          sum += weight;
        }
        assertEquals(1, sum, 0.05);
      }
    }
    // Twice the same teacher is that teacher.
    Path twice = folder.resolve("b.soft.gz");
    CommandRun.of("label", "-m", out, "-m", out, "--text", text, "--out", twice).assertOk();
    assertEquals(SoftCorpus.read(twice).labels(), soft.labels());

    String scores =
        CommandRun.of("evaluate", "-m", out, "--data", SmallRun.corpusFile()).assertOk().out();
    assertTrue(scores.contains("micro avg"), scores);
    String best = lines.get(0).substring(lines.get(0).length() - 6);
    assertTrue(scores.contains(best), best + " in " + scores);
    String compared =
        CommandRun.of("compare", out, SmallRun.model(), "--data", SmallRun.corpusFile())
            .assertOk()
            .out();
    assertTrue(compared.contains(out.toString()), compared);

    // The student has labels of BILOU too; of BIO these become fewer.
    student(labelled, "bilou").assertOk();
    student(labelled, "bio").assertOk();
  }

  private CommandRun student(Path soft, String scheme) {
    return CommandRun.of(
        "train",
        "--preset",
        "plain",
        "--labels-as",
        scheme,
        "--data",
        SmallRun.corpusFile(),
        "--soft",
        soft,
        "--epochs",
        1,
        "--out",
        folder.resolve("student-" + scheme));
  }

  @Test
  void softLabelsOfAnotherSchemeAreRefused() throws IOException {
    Path text = Files.writeString(folder.resolve("text.txt"), "Anna Berg lives in Oslo .\n");
    Path labelled = folder.resolve("bio.soft.gz");
    CommandRun.of("label", "-m", SmallRun.model(), "--text", text, "--out", labelled).assertOk();
    CommandRun run = student(labelled, "bilou");
    assertEquals(1, run.exitCode(), run.err());
    assertTrue(
        run.err().contains("bio.soft.gz: found labels of another tag scheme in sentence 1 ("),
        run.err());
    assertTrue(run.err().contains("expected those of a model in BILOU"), run.err());
    assertFalse(run.err().contains("Anna"), run.err());
    student(labelled, "bio").assertOk();
    student(labelled, "io").assertOk();
  }

  @Test
  void encoderAndPresetNeedEachOther() throws IOException {
    Path jar = TinyEncoder.writeJar(folder.resolve("tiny.jar"), 1);
    Path out = folder.resolve("run");
    for (Object[] arguments :
        List.of(
            new Object[] {"train", "--encoder", jar, "--data", SmallRun.corpusFile(), "-o", out},
            new Object[] {
              "train", "--preset", "teacher", "--data", SmallRun.corpusFile(), "-o", out
            })) {
      CommandRun run = CommandRun.of(arguments);
      assertEquals(2, run.exitCode(), run.err());
      assertTrue(run.err().contains("--encoder and --preset teacher need each other"), run.err());
      assertFalse(Files.exists(out));
    }
  }

  @Test
  void refusesWhatIsNoEncoderBeforeAnythingIsWritten() throws IOException {
    Path out = folder.resolve("run");
    Path wrong = Files.writeString(folder.resolve("wrong.onnx"), "nothing of the kind");
    CommandRun run =
        CommandRun.of(
            "train",
            "--preset",
            "teacher",
            "--encoder",
            wrong,
            "--data",
            SmallRun.corpusFile(),
            "-o",
            out);
    run.assertRefused(wrong, "found no");
    assertFalse(Files.exists(out));
  }

  @Test
  void labelRefusesAFolderThatHoldsNoRun() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("empty"));
    Path text = Files.writeString(folder.resolve("text.txt"), "Otto .\n");
    CommandRun.of("label", "-m", empty, "--text", text, "--out", folder.resolve("a.gz"))
        .assertRefused(empty, "is a directory");
  }
}
