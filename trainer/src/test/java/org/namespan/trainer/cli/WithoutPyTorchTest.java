package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands in a JVM whose class path lacks all of DJL, or the natives of PyTorch. */
class WithoutPyTorchTest {

  @TempDir private Path folder;

  private static String run(String... args) throws IOException, InterruptedException {
    return run("/ai/djl/", 0, Map.of(), args);
  }

  private static String run(
      String missing, int exitCode, Map<String, String> environment, String... args)
      throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.replace('\\', '/').contains(missing))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.add(NamespanCommand.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(exitCode, process.waitFor(), printed);
    return printed;
  }

  /** As on a platform for which there are none, or after a build with {@code -DskipNatives}. */
  @Test
  void trainNeedsTheNatives() throws IOException, InterruptedException {
    Path out = folder.resolve("run");
    String corpus = SmallRun.corpusFile().toString();
    String printed =
        run(
            "/pytorch-native-",
            1,
            Map.of("DJL_CACHE_DIR", folder.resolve("cache").toString()),
            "train",
            "--tokenizer",
            "whitespace",
            "--data",
            corpus,
            "--dev",
            corpus,
            "--out",
            out.toString());
    List<String> lines = printed.lines().toList();
    assertEquals(2, lines.size(), printed);
    assertTrue(lines.get(1).startsWith("namespan: PyTorch does not start"), printed);
    assertTrue(lines.get(1).matches(".* https://\\S+/pytorch-native-cpu/[0-9.]+; .*"), printed);
    assertTrue(
        lines.get(1).endsWith("'mvn -ntp package -pl trainer -am -Dmaven.test.skip' fetches them"),
        printed);
    assertFalse(Files.exists(out));
  }

  @Tag("slow")
  @Test
  void tagEvaluateCheckAndInspectWork() throws IOException, InterruptedException {
    String model = SmallRun.model().toString();
    String tagged = run("tag", "-m", model, "Otto lives in Paris .");
    assertTrue(tagged.startsWith("{\"text\":\"Otto lives in Paris .\",\"entities\":[{"), tagged);
    assertEquals(1, tagged.lines().count(), tagged);
    String scores = run("evaluate", "-m", model, "--data", SmallRun.corpusFile().toString());
    assertFalse(scores.isEmpty());
    assertFalse(run("check", "--data", SmallRun.corpusFile().toString()).isEmpty());
    assertFalse(run("inspect", model).isEmpty());
    assertFalse(run("--help").isEmpty());
  }
}
