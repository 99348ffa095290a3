package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.ModelDigest;

/** What a model file says of itself is shown, and commands nothing, whoever made the file. */
class HostileModelTest {

  private static final String TEXT = "Otto lives in Paris .";

  @TempDir private Path folder;
  private Path model;

  /** The small model with an entity type and a fact that steer a terminal and break a line. */
  @BeforeEach
  void makeModel() throws IOException {
    OnnxMl.ModelProto.Builder proto =
        OnnxMl.ModelProto.parseFrom(Files.readAllBytes(SmallRun.model())).toBuilder();
    for (OnnxMl.StringStringEntryProto.Builder entry : proto.getMetadataPropsBuilderList()) {
      if (entry.getKey().equals("namespan.labels")) {
        entry.setValue(entry.getValue().replace("-per", "-p\u001b[2J\te\u009b1m\u202er"));
      }
      if (entry.getKey().equals("namespan.fact.training.licence")) {
        entry.setValue("free\nmin score             0.0\u001b]0;x\u0007");
      }
    }
    // Its digest, which is right, is the last entry.
    proto.removeMetadataProps(proto.getMetadataPropsCount() - 1);
    model =
        Files.write(
            folder.resolve("hostile.onnx"), ModelDigest.append(proto.build().toByteArray()));
  }

  /** Prints something, and beside line ends, and tabs where they belong, no control character. */
  private static CommandRun assertHarmless(CommandRun run, String allowed) {
    run.assertOk();
    assertEquals(
        List.of(),
        (run.out() + run.err())
            .chars()
            .filter(c -> Character.isISOControl(c) || c == 0x202e)
            .filter(c -> allowed.indexOf(c) < 0)
            .mapToObj(Integer::toHexString)
            .toList());
    // JSON writes a TAB in its own way.
    String out = run.out().replace("\\t", "\\u0009");
    assertTrue(out.contains("p\\u001b[2J\\u0009e\\u009b1m\\u202er"), out);
    return run;
  }

  @Test
  void inspect() {
    CommandRun run = assertHarmless(CommandRun.of("inspect", model), "\r\n");
    assertEquals(1, run.lines().stream().filter(line -> line.startsWith("min score")).count());
  }

  @Test
  void tag() {
    for (String format : List.of("table", "jsonl")) {
      assertHarmless(CommandRun.of("tag", "-m", model, "--format", format, TEXT), "\r\n");
    }
    CommandRun conll =
        assertHarmless(CommandRun.of("tag", "-m", model, "--format", "conll", TEXT), "\t\r\n");
    List<String> tokens = conll.lines().stream().filter(line -> !line.isEmpty()).toList();
    assertEquals(5, tokens.size());
    for (String line : tokens) {
      assertEquals(2, line.split("\t", -1).length, line);
    }
  }

  @Test
  void evaluateAndCompare() throws IOException {
    Path corpus =
        Files.writeString(folder.resolve("geo.conll"), "Paris\tB-geo\nis\tO\n\nOtto\tO\n");
    assertHarmless(CommandRun.of("evaluate", "-m", model, "--data", corpus), "\r\n");
    assertHarmless(CommandRun.of("evaluate", "-m", model, "--data", corpus, "--json"), "\r\n");
    Path map = Files.writeString(folder.resolve("geo.map"), "geo = geo\n");
    for (String format : List.of("--json", "--markdown")) {
      assertHarmless(
          CommandRun.of("compare", model, "--data", corpus, "--map", map, format), "\r\n");
    }
    assertHarmless(CommandRun.of("compare", model, "--data", corpus, "--map", map), "\r\n");
  }

  @Test
  void refusals() throws IOException {
    Path corpus = Files.writeString(folder.resolve("tim.conll"), "May\tB-tim\n");
    CommandRun run =
        CommandRun.of("label", "-m", model, "--data", corpus, "--out", folder.resolve("soft.gz"));
    run.assertRefused("soft.gz", "p\\u001b[2J\\u0009e\\u009b1m\\u202er");
    assertEquals(-1, run.err().indexOf('\u001b'));
  }
}
