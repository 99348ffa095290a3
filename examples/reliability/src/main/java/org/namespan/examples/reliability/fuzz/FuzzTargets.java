package org.namespan.examples.reliability.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.namespan.examples.reliability.ChildJvm;
import org.namespan.examples.reliability.Findings;
import org.namespan.examples.reliability.Part;
import org.namespan.examples.reliability.Size;

/**
 * Explores every {@code @FuzzTest} of the modules by Jazzer, each in a JVM of its own. What it has
 * found stays in the folder, and the next run goes on from there.
 */
public final class FuzzTargets implements Part {

  private static final List<String> MODULES = List.of("sdk/core", "sdk/personal-data", "trainer");
  private static final String TESTS = "src/test/java";
  private static final Pattern TARGET = Pattern.compile("@FuzzTest\\([^)]*\\)\\s+void (\\w+)\\(");
  private static final Pattern DONE =
      Pattern.compile("#(\\d+)\\s+DONE\\s+cov: (\\d+) ft: (\\d+) corp: (\\d+)");
  private static final long START_SECONDS = 300;

  private final List<String> failures = new ArrayList<>();

  private record Target(String module, String type, String method) {

    String name() {
      return type.substring(type.lastIndexOf('.') + 1) + "." + method;
    }
  }

  @Override
  public Findings run(Size size, Path folder) throws IOException, InterruptedException {
    StringBuilder table =
        new StringBuilder("| target | executions | edges | inputs kept |\n|---|---:|---:|---:|\n");
    long executions = 0;
    for (Target target : targets()) {
      long[] told = explore(target, size, folder);
      executions += told[0];
      table.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %,d | %,d | %,d |%n",
              target.name(),
              told[0],
              told[1],
              told[2]));
    }
    table.append(String.format(Locale.ROOT, "| **all** | %,d | | |%n", executions));
    return new Findings(table.toString(), failures);
  }

  private static List<Target> targets() throws IOException {
    List<Target> targets = new ArrayList<>();
    for (String module : MODULES) {
      Path tests = ChildJvm.inClone(module).resolve(TESTS);
      try (Stream<Path> files = Files.walk(tests)) {
        for (Path file : files.filter(f -> f.toString().endsWith("Test.java")).sorted().toList()) {
          String name = tests.relativize(file).toString().replace(File.separatorChar, '.');
          Matcher method = TARGET.matcher(Files.readString(file));
          while (method.find()) {
            String type = name.substring(0, name.length() - ".java".length());
            targets.add(new Target(module, type, method.group(1)));
          }
        }
      }
    }
    return targets;
  }

  /** Executions, edges covered and inputs kept. */
  private long[] explore(Target target, Size size, Path folder)
      throws IOException, InterruptedException {
    Path found = Files.createDirectories(folder.resolve(target.name()));
    Path log = folder.resolve(target.name() + ".log");
    Path module = ChildJvm.inClone(target.module());
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:-UsePerfData", "-cp"));
    command.add(
        module.resolve("target/test-classes")
            + File.pathSeparator
            + module.resolve("target/classes")
            + File.pathSeparator
            + Files.readString(ChildJvm.inClone("examples/reliability/target/fuzz-classpath")));
    command.add("com.code_intelligence.jazzer.Jazzer");
    command.add("--target_class=" + target.type());
    command.add("--target_method=" + target.method());
    command.add("--instrumentation_includes=org.namespan.**");
    // The JVM does not find the fields of this one once Jazzer 0.24.0 has instrumented it.
    command.add("--instrumentation_excludes=org.namespan.trainer.record.RawRecord");
    command.add("-runs=" + size.fuzzExecutions());
    command.add("-max_total_time=" + size.fuzzSeconds());
    command.add("-timeout=10");
    command.add("-rss_limit_mb=0");
    command.add("-artifact_prefix=" + folder + File.separator + target.name() + "-");
    command.add(found.toString());
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    boolean ended = process.waitFor(START_SECONDS + 2L * size.fuzzSeconds(), TimeUnit.SECONDS);
    if (!ended) {
      process.destroyForcibly().waitFor();
    }
    Matcher done = DONE.matcher(Files.readString(log));
    if (!ended || process.exitValue() != 0 || !done.find()) {
      failures.add(target.name() + ": see " + log);
      return new long[3];
    }
    return new long[] {
      Long.parseLong(done.group(1)), Long.parseLong(done.group(2)), Long.parseLong(done.group(4))
    };
  }
}
