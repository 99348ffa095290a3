package org.namespan.examples.spark.cluster;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.namespan.examples.spark.job.Jobs;
import org.namespan.examples.spark.job.TextJob;
import org.namespan.examples.spark.model.NamespanPlugin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a cluster on this machine; {@code cluster} starts it. */
@Command(
    name = "examples/spark/cluster",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Tags rows by the library alone with one thread on one core and with two on two, and by a"
          + " master and two workers that have a core each: with one executor, with two, and with two"
          + " of which one is killed half-way."
          + " Checks that each row is answered once, with the entities of the library."
    })
public final class ClusterCommand implements Callable<Integer> {

  private static final Pattern SUMMARY =
      Pattern.compile("([\\d,]+) rows, ([\\d,]+) tokens, .* failures, ([\\d,.]+) s, .*");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "TEXT", description = "Text file, a sentence a line.")
  private Path text;

  @Option(names = "--rows", paramLabel = "N", description = "Default: ${DEFAULT-VALUE}.")
  private long rows = 1_000_000;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Tasks of a job. Default: ${DEFAULT-VALUE}.")
  private int partitions = 24;

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      description = "Heap of an executor. Default: ${DEFAULT-VALUE}.")
  private String memory = "1g";

  @Option(
      names = "--executor-java",
      paramLabel = "OPTIONS",
      description = {
        "Of the JVMs of executors. Default: ${DEFAULT-VALUE}, the quick compiler alone: the other"
            + " one takes longer over all of Spark than a core tags in this job."
      })
  private String executorJava = "-XX:TieredStopAtLevel=1";

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Folder of what is written; must not exist. Default: runs/spark.")
  private Path run = Path.of("runs/spark");

  /** Runs the program. */
  public static void main(String[] args) {
    Jobs.run(new ClusterCommand(), args);
  }

  /**
   * What a job has said of itself.
   *
   * @param seconds from its start to its end, in which executors start and end too
   */
  private record Measured(long tokens, double seconds, TaggingTasks tasks) {

    /** Tokens a second while it tagged. */
    double rate() {
      return tokens / tasks.seconds();
    }

    /** Tokens a second of a core that tagged. */
    double ratePerCore() {
      return tokens / tasks.coreSeconds();
    }
  }

  @Override
  public Integer call() throws IOException {
    Files.createDirectories(run.toAbsolutePath().getParent());
    Files.createDirectory(run);
    SparkHome spark = new SparkHome(run, Path.of(System.getProperty("namespan.spark")));
    Path input = run.resolve("rows").toAbsolutePath();
    finish(
        spark,
        "rows",
        spark.submit(
            "rows",
            List.of("--master", "local[2]"),
            RepeatedRows.class,
            List.of(lines(), String.valueOf(rows), String.valueOf(partitions), input.toString())));
    double one = library(spark, 0);
    double two = library(spark, 0, 1);
    try (Cluster cluster = Cluster.start(spark, 2, run)) {
      Measured alone = tag(spark, cluster, "one", 1, false);
      double oneThread = alone.tokens() / one;
      double twoThreads = alone.tokens() / two;
      print("library, one thread, tokens/s", oneThread);
      print("library, two threads, tokens/s", twoThreads);
      print("library, two threads by one", twoThreads / oneThread);
      print(alone, "one executor");
      print("a core of it by one thread", alone.ratePerCore() / oneThread);
      Measured both = tag(spark, cluster, "two", 2, false);
      print(both, "two executors");
      print("a core by half of two threads", both.ratePerCore() / (twoThreads / 2));
      print("two executors by one", both.rate() / alone.rate());
      Measured killed = tag(spark, cluster, "killed", 2, true);
      print("two executors, one killed, s", killed.seconds());
    }
    return 0;
  }

  private String lines() {
    return text.toAbsolutePath().toString();
  }

  /** Seconds of the library alone with a thread for each core. */
  private double library(SparkHome spark, int... cores) throws IOException {
    String name = "library" + cores.length;
    List<String> arguments = List.of(lines(), String.valueOf(rows), String.valueOf(cores.length));
    return Double.parseDouble(
        spark.lastLine(name, spark.startAlone(name, LibrarySpeed.class, arguments, cores)));
  }

  private Measured tag(SparkHome spark, Cluster cluster, String name, int executors, boolean kill)
      throws IOException {
    Path output = run.resolve(name).toAbsolutePath();
    List<String> options = new ArrayList<>(List.of("--master", cluster.url()));
    options.addAll(List.of("--executor-memory", memory, "--executor-cores", "1"));
    options.addAll(List.of("--total-executor-cores", String.valueOf(executors)));
    Path events = Files.createDirectory(run.resolve("events-" + name)).toAbsolutePath();
    List<String> settings = new ArrayList<>(TaggingTasks.settings(events));
    settings.add("spark.plugins=" + NamespanPlugin.class.getName());
    // Begins once all executors are there, and makes a task of each file.
    settings.add("spark.scheduler.minRegisteredResourcesRatio=1");
    settings.add("spark.scheduler.maxRegisteredResourcesWaitingTime=120s");
    settings.add("spark.sql.files.minPartitionNum=" + partitions);
    settings.add(
        "spark.executor.extraJavaOptions="
            + executorJava
            + " -Djava.io.tmpdir="
            + spark.temporary());
    settings.forEach(setting -> options.addAll(List.of("--conf", setting)));
    List<String> arguments =
        List.of(
            "--input",
            run.resolve("rows").toAbsolutePath().toString(),
            "--output",
            output.toString());
    Process job = spark.submit(name, options, TextJob.class, arguments);
    long peak = 0;
    boolean killed = false;
    while (job.isAlive()) {
      peak = Math.max(peak, cluster.peakMemory());
      if (kill && !killed && finishedTasks(output) >= partitions / 2) {
        // SIGKILL: nothing of the executor runs any more.
        cluster.executors().get(0).destroyForcibly();
        killed = true;
      }
      Cluster.pause();
    }
    String summary = spark.lastLine(name, job);
    Matcher matcher = SUMMARY.matcher(summary);
    if (!matcher.matches() || (kill && !killed)) {
      throw new IOException(name + ": found '" + summary + "' and killed: " + killed);
    }
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, "%s: %s%n", name, summary);
    print("its largest executor, MB", peak / 1e6);
    check(spark, name, output);
    return new Measured(
        Long.parseLong(matcher.group(2).replace(",", "")),
        Double.parseDouble(matcher.group(3).replace(",", "")),
        TaggingTasks.read(events));
  }

  /** Tasks whose files are moved to where the job will take them from. */
  private static int finishedTasks(Path output) throws IOException {
    Path attempt = output.resolve("_temporary/0");
    if (!Files.exists(attempt)) {
      return 0;
    }
    try (Stream<Path> tasks = Files.list(attempt)) {
      return (int) tasks.filter(task -> task.getFileName().toString().startsWith("task_")).count();
    }
  }

  private void check(SparkHome spark, String name, Path output) throws IOException {
    String check = "check-" + name;
    finish(
        spark,
        check,
        spark.submit(
            check,
            List.of("--master", "local[2]"),
            CheckedRows.class,
            List.of(lines(), String.valueOf(rows), output.toString())));
  }

  private void finish(SparkHome spark, String name, Process process) throws IOException {
    String said = spark.lastLine(name, process);
    if (!said.isEmpty()) {
      spec.commandLine().getOut().println(said);
    }
    spec.commandLine().getOut().flush();
  }

  private void print(Measured job, String name) {
    print(name + ", tokens/s", job.rate());
    print(name + ", tokens/s of a core", job.ratePerCore());
    print(name + ", start and end, s", job.seconds() - job.tasks().seconds());
  }

  private void print(String name, double value) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(Locale.ROOT, value < 10 ? "%-40s %10.2f%n" : "%-40s %,10.0f%n", name, value);
    out.flush();
  }
}
