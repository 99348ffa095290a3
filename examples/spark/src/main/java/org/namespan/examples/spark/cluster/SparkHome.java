package org.namespan.examples.spark.cluster;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A Spark as its distribution has it, made of the jars that the build has: a folder with links to
 * them, and JVMs that run its programs. All of them bind to 127.0.0.1 and write below one folder.
 */
final class SparkHome {

  private static final String HOST = "127.0.0.1";

  private final Path folder;
  private final Path module;

  /**
   * @param folder of the run
   * @param module folder of this module, after the build
   */
  SparkHome(Path folder, Path module) throws IOException {
    this.folder = folder.toAbsolutePath();
    this.module = module;
    Path jars = Files.createDirectories(this.folder.resolve("home/jars"));
    for (String folderOfRun : List.of("logs", "tmp", "local")) {
      Files.createDirectories(this.folder.resolve(folderOfRun));
    }
    Set<String> ofJob = new TreeSet<>();
    libraries().forEach(jar -> ofJob.add(jar.getFileName().toString()));
    for (String each :
        Files.readString(module.resolve("target/classpath"))
            .strip()
            .split(File.pathSeparator, -1)) {
      Path jar = Path.of(each);
      String name = jar.getFileName().toString();
      Path link = jars.resolve(name);
      if (name.endsWith(".jar") && !name.startsWith("namespan") && !ofJob.contains(name)) {
        Files.createSymbolicLink(link, jar);
      }
    }
  }

  /** The address that everything binds to. */
  static String host() {
    return HOST;
  }

  /** What a job brings along. */
  List<Path> libraries() throws IOException {
    return jars(module.resolve("target/lib"));
  }

  /** The jar of this module. */
  private Path jobJar() throws IOException {
    return jars(module.resolve("target")).stream()
        .filter(jar -> !jar.toString().matches(".*-(sources|javadoc)\\.jar"))
        .findFirst()
        .orElseThrow(() -> new IOException(module + ": found no jar below target; build it first"));
  }

  private static List<Path> jars(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** Where programs put what is deleted at their end. */
  Path temporary() {
    return folder.resolve("tmp");
  }

  /**
   * Starts one of Spark's programs; what it says goes to a file of the name.
   *
   * @param cores that it and what it starts may use; all if none is named
   */
  Process start(String name, List<String> command, int... cores) throws IOException {
    List<String> all = java(cores);
    all.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    all.addAll(List.of("-Xmx1g", "-cp", folder.resolve("home/jars") + "/*"));
    // Or the master takes jobs over HTTP too, from whoever asks.
    all.add("-Dspark.master.rest.enabled=false");
    // Whoever shares the machine may halt a worker for a while.
    all.add("-Dspark.worker.timeout=300");
    all.addAll(command);
    return start(name, new ProcessBuilder(all));
  }

  /** Starts a job of a class of this module by Spark's submit. */
  Process submit(String name, List<String> options, Class<?> job, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add("org.apache.spark.deploy.SparkSubmit");
    command.addAll(options);
    for (String setting :
        List.of(
            "spark.driver.host=" + HOST,
            "spark.driver.bindAddress=" + HOST,
            "spark.sql.warehouse.dir=" + folder.resolve("warehouse"))) {
      command.addAll(List.of("--conf", setting));
    }
    command.add("--jars");
    command.add(libraries().stream().map(Path::toString).collect(Collectors.joining(",")));
    command.addAll(List.of("--class", job.getName(), jobJar().toString()));
    command.addAll(arguments);
    return start(name, command);
  }

  /**
   * Starts a program of this module without Spark.
   *
   * @param cores that it may use
   */
  Process startAlone(String name, Class<?> program, List<String> arguments, int... cores)
      throws IOException {
    List<String> command = java(cores);
    String libraries = module.resolve("target/lib") + "/*";
    command.addAll(List.of("-Xmx1g", "-cp", jobJar() + File.pathSeparator + libraries));
    // That there is no provider of logs is no news here.
    command.add("-Dslf4j.internal.verbosity=ERROR");
    command.add(program.getName());
    command.addAll(arguments);
    return start(name, new ProcessBuilder(command));
  }

  private List<String> java(int... cores) {
    List<String> command = new ArrayList<>();
    if (cores.length > 0) {
      String list = Arrays.stream(cores).mapToObj(String::valueOf).collect(Collectors.joining(","));
      command.addAll(List.of("taskset", "--cpu-list", list));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary());
    return command;
  }

  private Process start(String name, ProcessBuilder builder) throws IOException {
    builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", HOST);
    builder.environment().put("SPARK_LOCAL_DIRS", folder.resolve("local").toString());
    builder.redirectError(folder.resolve("logs/" + name + ".log").toFile());
    builder.redirectOutput(folder.resolve("logs/" + name + ".out").toFile());
    return builder.directory(folder.toFile()).start();
  }

  /** Waits for a program to end, and gives the last line that it printed. */
  String lastLine(String name, Process process) throws IOException {
    try {
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new IOException(
            name + " ended with exit code " + exitCode + ", expected 0; see logs/" + name + ".log");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while " + name + " was running", e);
    }
    List<String> lines = Files.readAllLines(folder.resolve("logs/" + name + ".out"));
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }
}
