package org.namespan.trainer.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The commands that only use a model, in a JVM whose class path lacks DJL and PyTorch. */
class WithoutPyTorchTest {

  private static String run(String... args) throws IOException, InterruptedException {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.replace('\\', '/').contains("/ai/djl/"))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.add(NamespanCommand.class.getName());
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), printed);
    return printed;
  }

  @Test
  void tagEvaluateAndInspectWork() throws IOException, InterruptedException {
    String model = SmallRun.model().toString();
    String tagged = run("tag", "-m", model, "Otto lives in Paris .");
    assertTrue(tagged.startsWith("{\"text\":\"Otto lives in Paris .\",\"entities\":[{"), tagged);
    assertEquals(1, tagged.lines().count(), tagged);
    String scores = run("evaluate", "-m", model, "--data", SmallRun.corpusFile().toString());
    assertFalse(scores.isEmpty());
    assertFalse(run("inspect", model).isEmpty());
    assertFalse(run("--help").isEmpty());
  }
}
