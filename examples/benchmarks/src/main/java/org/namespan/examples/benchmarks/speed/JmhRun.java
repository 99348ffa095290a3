package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs one JMH benchmark once, in a new JVM. What JMH prints is added to a log file.
 *
 * <p>Speed is that of the fastest iteration. What else a machine does, and what its neighbours on
 * the same processor do, makes an iteration slower and never faster.
 */
final class JmhRun {

  private final SpeedSettings settings;
  private final Path log;

  JmhRun(SpeedSettings settings, Path log) {
    this.settings = settings;
    this.log = log;
  }

  /**
   * Throughput of one run.
   *
   * @param tokensPerSecond of all threads together
   * @param bytesPerToken allocated on the Java heap
   */
  record Throughput(double tokensPerSecond, double bytesPerToken) {}

  /**
   * Times of single calls.
   *
   * @param p50 median, microseconds
   * @param p99 99th percentile, microseconds
   */
  record Latency(double p50, double p99) {}

  /**
   * Measures tokens per second.
   *
   * @param benchmark class of the benchmark
   * @param method its method
   * @param parameters values of the benchmark's parameters, by their names
   * @throws IOException if the benchmark fails
   */
  Throughput throughput(
      Class<?> benchmark, String method, Map<String, String> parameters, int threads)
      throws IOException {
    RunResult result =
        run(
            options(benchmark, method, parameters)
                .mode(Mode.Throughput)
                .timeUnit(TimeUnit.SECONDS)
                .threads(threads)
                .addProfiler(GCProfiler.class));
    return new Throughput(
        iterations(result).mapToDouble(JmhRun::tokensPerSecond).max().orElseThrow(),
        score(result.getSecondaryResults(), "gc.alloc.rate.norm")
            / tokensPerCall(result.getSecondaryResults()));
  }

  private static double tokensPerSecond(IterationResult iteration) {
    return iteration.getPrimaryResult().getScore() * tokensPerCall(iteration.getSecondaryResults());
  }

  @SuppressWarnings("rawtypes")
  private static double tokensPerCall(Map<String, Result> results) {
    return score(results, "tokens") / score(results, "calls");
  }

  @SuppressWarnings("rawtypes")
  private static double score(Map<String, Result> results, String name) {
    Result result = results.get(name);
    if (result == null) {
      throw new IllegalStateException(
          "JMH gave " + results.keySet() + ", expected '" + name + "' among them");
    }
    return result.getScore();
  }

  private static Stream<IterationResult> iterations(RunResult result) {
    return result.getBenchmarkResults().stream()
        .flatMap(fork -> fork.getIterationResults().stream());
  }

  /**
   * Measures the time of single calls on one thread.
   *
   * @throws IOException if the benchmark fails
   * @see #throughput
   */
  Latency latency(Class<?> benchmark, String method, Map<String, String> parameters)
      throws IOException {
    RunResult result =
        run(
            options(benchmark, method, parameters)
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.MICROSECONDS)
                .threads(1));
    return iterations(result)
        .map(iteration -> iteration.getPrimaryResult().getStatistics())
        .map(times -> new Latency(times.getPercentile(50), times.getPercentile(99)))
        .min(Comparator.comparingDouble(Latency::p50))
        .orElseThrow();
  }

  private ChainedOptionsBuilder options(
      Class<?> benchmark, String method, Map<String, String> parameters) {
    TimeValue time = TimeValue.milliseconds(settings.iteration().toMillis());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^" + Pattern.quote(benchmark.getName() + "." + method) + "$")
            .forks(1)
            .warmupIterations(settings.warmups())
            .warmupTime(time)
            .measurementIterations(settings.measurements())
            .measurementTime(time)
            .shouldFailOnError(true)
            .jvmArgs("-Xmx2g");
    parameters.forEach(options::param);
    return options;
  }

  private RunResult run(ChainedOptionsBuilder options) throws IOException {
    try (PrintStream out =
        new PrintStream(
            Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            true,
            StandardCharsets.UTF_8)) {
      return new Runner(
              options.build(), OutputFormatFactory.createFormatInstance(out, VerboseMode.NORMAL))
          .runSingle();
    } catch (RunnerException e) {
      throw new IOException(
          "a benchmark failed (" + e.getMessage() + "); what it printed is in " + log, e);
    }
  }
}
