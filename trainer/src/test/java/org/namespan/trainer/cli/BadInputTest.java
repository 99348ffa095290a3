package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.namespan.trainer.cli.CommandRun.SECRET;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each kind of bad input, for each command it can reach: one line, exit code 1, nothing written.
 */
class BadInputTest {

  @TempDir private Path folder;
  private Map<String, String> before = new HashMap<>();

  @BeforeEach
  void writeFiles() throws IOException {
    write("good.conll", SmallRun.corpus());
    write("half.conll", SmallRun.corpus().substring(SmallRun.corpus().indexOf("\n\n") + 2));
    write("empty.conll", "");
    write("ragged.conll", SECRET + "\tO\n" + SECRET + "\n\n");
    write("blank.conll", "\n\n");
    write("tag.conll", SECRET + "\tB-per\n" + SECRET + "\tX-" + SECRET + "\n\n");
    write("types.conll", SECRET + "\tB-ship\n\n");
    write("plain.conll", SECRET + "\tO\n\n");
    write("text.onnx", SECRET + " is a text\n");
    write("empty.onnx", "");
    Files.write(
        folder.resolve("latin1.conll"),
        (SECRET + "\u00e9\tO\n\n").getBytes(StandardCharsets.ISO_8859_1));
    Files.createDirectory(folder.resolve("folder.conll"));
    Files.createDirectory(folder.resolve("folder.onnx"));
    byte[] model = Files.readAllBytes(SmallRun.model());
    Files.write(folder.resolve("truncated.onnx"), Arrays.copyOf(model, model.length / 2));
    Files.write(folder.resolve("cut.onnx"), Arrays.copyOf(model, model.length - 1));
    Files.write(folder.resolve("future.onnx"), SmallRun.futureModel());
    byte[] checkpoint = Files.readAllBytes(SmallRun.checkpoint());
    Files.write(
        folder.resolve("cut.safetensors"), Arrays.copyOf(checkpoint, checkpoint.length / 2));
    before = CommandRun.contents(folder);
  }

  @AfterEach
  void nothingWritten() throws IOException {
    assertEquals(before, CommandRun.contents(folder));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  @ParameterizedTest
  @CsvSource({
    "missing.conll, no such file",
    "empty.conll, no sentence",
    "blank.conll, no sentence",
    "ragged.conll, found 1 column",
    "tag.conll, found a tag with the prefix X-",
    "latin1.conll, not UTF-8",
    "folder.conll, found a folder",
    "text.onnx, is no tag",
  })
  void corpus(String name, String reason) {
    Path bad = file(name);
    Path good = file("good.conll");
    Path out = file("new/run");
    for (List<Object> args :
        List.<List<Object>>of(
            List.of("train", "--data", bad, "--dev", good, "--out", out),
            List.of("train", "--data", good, "--dev", bad, "--out", out),
            List.of("evaluate", "--model", SmallRun.model(), "--data", bad),
            List.of("evaluate", "--model", SmallRun.model(), "--data", bad, "--json"),
            List.of("split", "--data", bad, "--at", 1, "--out", out),
            List.of("export", SmallRun.folder(), "--data", bad, "--out", file("new.onnx")))) {
      CommandRun.of(args.toArray()).assertRefused(bad, reason);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "missing.onnx, no such model file",
    "empty.onnx, is empty",
    "text.onnx, not a usable ONNX model",
    "truncated.onnx, not a usable ONNX model",
    "cut.onnx, not a usable ONNX model",
    "future.onnx, format version 9",
    "folder.onnx, is a directory",
  })
  void model(String name, String reason) {
    Path bad = file(name);
    CommandRun.of("inspect", bad).assertRefused(bad, reason);
    CommandRun.of("tag", "--model", bad, SECRET).assertRefused(bad, reason);
    CommandRun.of("evaluate", "--model", bad, "--data", file("good.conll"))
        .assertRefused(bad, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "missing.conll, no such file",
    "empty.conll, is empty",
    "latin1.conll, not UTF-8",
    "folder.conll, is a directory",
  })
  void textFile(String name, String reason) {
    Path bad = file(name);
    CommandRun.of("tag", "--model", SmallRun.model(), "--file", bad).assertRefused(bad, reason);
    CommandRun.of("tag", "-m", SmallRun.model(), "-f", file("good.conll"), "-f", bad)
        .assertRefused(bad, reason);
    CommandRun.of("tag", "-m", SmallRun.model(), "--document", "-f", bad)
        .assertRefused(bad, reason);
  }

  @Test
  void standardInputIsNotUtf8() {
    CommandRun.withInput(new byte[] {'a', (byte) 0xE9, '\n'}, "tag", "-m", SmallRun.model())
        .assertRefused("standard input:1", "not UTF-8");
  }

  @ParameterizedTest
  @CsvSource({"'a\nb\n', 3", "'a\r\n\r\n', 3", "'a\rb', 2", "'', 1"})
  void theLineOfABadByteIsNamed(String before, int line) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(before.translateEscapes().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {(byte) 0xE9, 'x', '\n'});
    Path bad = Files.write(file("bad.txt"), bytes.toByteArray());
    this.before = CommandRun.contents(folder);
    CommandRun.of("tag", "-m", SmallRun.model(), "-f", bad)
        .assertRefused(bad + ":" + line, "not UTF-8");
    CommandRun.of("label", "-m", SmallRun.model(), "--text", bad, "--out", file("new.soft.gz"))
        .assertRefused(bad + ":" + line, "not UTF-8");
  }

  @Test
  void typesThatAreNotKnown() {
    Path bad = file("types.conll");
    CommandRun.of("evaluate", "-m", SmallRun.model(), "--data", bad)
        .assertRefused("types.conll:1", "'ship'");
    CommandRun run =
        CommandRun.of("train", "--data", file("good.conll"), "--dev", bad, "--out", file("new"));
    assertEquals(1, run.exitCode());
    assertFalse(run.err().contains("unexpected"), run.err());
    assertEquals("", run.out());
  }

  @Test
  void noEntityToLearn() {
    Path bad = file("plain.conll");
    CommandRun run = CommandRun.of("train", "--data", bad, "--dev", bad, "--out", file("new/run"));
    assertEquals(1, run.exitCode());
    assertFalse(run.err().contains("unexpected"), run.err());
  }

  @ParameterizedTest
  @CsvSource({"good.conll", "good.conll/run"})
  void runCannotBeWritten(String out) {
    Path good = file("good.conll");
    CommandRun.of("train", "--data", good, "--dev", good, "--out", file(out))
        .assertRefused(file(out), "expected a directory");
    CommandRun.of("split", "--data", good, "--at", 1, "--out", file(out))
        .assertRefused(good, "expected a directory");
  }

  @ParameterizedTest
  @CsvSource({"folder.onnx, is a directory", "good.conll/new.onnx, expected a directory"})
  void exportCannotBeWritten(String out, String reason) {
    CommandRun.of("export", SmallRun.folder(), "--data", file("good.conll"), "--out", file(out))
        .assertRefused("", reason);
  }

  @Test
  void splitOverItsOwnInput() throws IOException {
    Path data = Files.copy(file("good.conll"), file("train.conll"));
    before = CommandRun.contents(folder);
    CommandRun.of("split", "--data", data, "--at", 5, "--out", folder)
        .assertRefused(data, "would be written over");
  }

  @Test
  void splitWhoseDevPartCannotBeWritten() throws IOException {
    Path data = Files.writeString(file("mark.conll"), "a\tO\n\nb\tO\n" + "\uFEFFc\tO\n\n");
    before = CommandRun.contents(folder);
    CommandRun.of("split", "--data", data, "--at", 1, "--out", file("new"))
        .assertRefused("dev.conll", "byte-order mark");
  }

  @Test
  void splitThatLeavesNothing() {
    CommandRun.of("split", "--data", file("good.conll"), "--at", 5000, "--out", file("new"))
        .assertRefused("good.conll", "empty");
  }

  @ParameterizedTest
  @CsvSource({
    "missing, no checkpoint",
    "folder.conll, no checkpoint",
    "text.onnx, safetensors",
    "empty.onnx, truncated",
    "cut.safetensors, truncated",
  })
  void checkpoint(String name, String reason) {
    CommandRun.of("export", file(name), "--data", file("good.conll"), "--out", file("new.onnx"))
        .assertRefused(file(name), reason);
  }

  @Test
  void deviceThatIsNotThere() {
    Path good = file("good.conll");
    CommandRun.of("train", "--data", good, "--out", file("new"), "--device", "gpu999")
        .assertRefused("expected gpu999", "-P cuda");
  }

  @Test
  void otherRunInTheFolder() throws IOException {
    Path good = file("good.conll");
    Path run = SmallRun.folder();
    Map<String, String> made = CommandRun.contents(run);
    CommandRun.of("train", "--data", good, "--dev", good, "--out", run)
        .assertRefused(SmallRun.checkpoint(), "--resume");
    CommandRun.of("train", "--data", good, "--dev", good, "--out", run, "--resume")
        .assertRefused(SmallRun.checkpoint(), "preset plain, not standard");
    List<Object> args = new ArrayList<>(Arrays.asList(SmallRun.arguments(good, run)));
    args.add("--resume");
    assertResumeRefused(args, "--tokenizer", "whitespace", "tokenizer learned, not whitespace;");
    assertResumeRefused(args, "--language", "de", "language en, not de;");
    assertResumeRefused(
        args, "--fact", "training.licence=MIT", "fact training.licence CC0, not MIT;");
    assertResumeRefused(args, "--fact", "a=b", "fact a none, not b;");
    args.set(args.indexOf("--data") + 1, file("half.conll"));
    CommandRun.of(args.toArray())
        .assertRefused(SmallRun.checkpoint(), "other training or dev sentences");
    CommandRun.of("train", "--data", good, "--dev", good, "--out", file("new"), "--resume")
        .assertRefused(file("new"), "no checkpoint");
    assertEquals(made, CommandRun.contents(run));
  }

  private static void assertResumeRefused(
      List<Object> args, String option, String value, String reason) {
    List<Object> changed = new ArrayList<>(args);
    changed.addAll(List.of(option, value));
    CommandRun.of(changed.toArray()).assertRefused(SmallRun.checkpoint(), reason);
  }
}
