package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.namespan.examples.benchmarks.speed.Measured.Kind;

/** The measurements by JMH: every benchmark once in each round. */
final class SpeedRounds {

  private final SpeedSettings settings;
  private final Path data;
  private final Map<String, Path> models;
  private final Map<String, Path> openNlp;
  private final Path log;
  private final JmhRun jmh;
  private final PrintWriter progress;

  /**
   * @param data corpus that is tagged
   * @param models NameSpan's models by name
   * @param openNlp OpenNLP's models by name
   * @param folder for JMH's log
   * @param progress told each figure as it is measured
   */
  SpeedRounds(
      SpeedSettings settings,
      Path data,
      Map<String, Path> models,
      Map<String, Path> openNlp,
      Path folder,
      PrintWriter progress) {
    this.settings = settings;
    this.data = data;
    this.models = models;
    this.openNlp = openNlp;
    this.log = folder.resolve("jmh.log");
    this.jmh = new JmhRun(settings, log);
    this.progress = progress;
  }

  /** Adds the figures of all rounds. */
  void measure(SpeedResults results) throws IOException {
    Files.deleteIfExists(log);
    for (int round = 1; round <= settings.rounds(); round++) {
      progress.println("round " + round + " of " + settings.rounds());
      for (Map.Entry<String, Path> model : models.entrySet()) {
        batches(results, model.getKey(), model.getValue());
      }
      for (Map.Entry<String, Path> model : models.entrySet()) {
        sentences(results, model.getKey(), on(model.getValue()));
      }
      for (Map.Entry<String, Path> model : openNlp.entrySet()) {
        openNlp(results, model.getKey(), on(model.getValue()));
      }
    }
  }

  private Map<String, String> on(Path model) {
    return Map.of("model", model.toString(), "corpus", data.toString());
  }

  /** What is divided by each other is measured one after the other. */
  private void batches(SpeedResults results, String name, Path model) throws IOException {
    Map<String, String> parameters = on(model);
    Class<?> nameSpan = NameSpanBenchmark.class;
    Class<?> bareSession = BareSessionBenchmark.class;
    Measured row = new Measured(Kind.NAMESPAN, name);
    Measured bare = new Measured(Kind.BARE_SESSION, name);
    throughput(results, row, Figure.RAW_BATCHES_OF_TWO, nameSpan, "rawBatches", parameters, 2);
    JmhRun.Throughput raw =
        throughput(results, row, Figure.RAW_BATCHES, nameSpan, "rawBatches", parameters, 1);
    add(results, row, Figure.RAW_ALLOCATION, raw.bytesPerToken());
    throughput(results, bare, Figure.TOKEN_BATCHES, bareSession, "tensorBatches", parameters, 1);
    JmhRun.Throughput tokens =
        throughput(results, row, Figure.TOKEN_BATCHES, nameSpan, "tokenBatches", parameters, 1);
    add(results, row, Figure.TOKEN_ALLOCATION, tokens.bytesPerToken());
    String multiplyAdds = Long.toString(MultiplyAdds.perToken(model));
    throughput(
        results,
        new Measured(Kind.MATRIX_PRODUCT, name),
        Figure.TOKEN_BATCHES,
        MatrixProductBenchmark.class,
        "product",
        Map.of("multiplyAdds", multiplyAdds),
        1);
    throughput(
        results, bare, Figure.TOKEN_BATCHES_OF_TWO, bareSession, "tensorBatches", parameters, 2);
  }

  private void sentences(SpeedResults results, String name, Map<String, String> parameters)
      throws IOException {
    Class<?> nameSpan = NameSpanBenchmark.class;
    Class<?> bareSession = BareSessionBenchmark.class;
    Measured row = new Measured(Kind.NAMESPAN, name);
    Measured bare = new Measured(Kind.BARE_SESSION, name);
    throughput(results, row, Figure.RAW_SINGLE, nameSpan, "rawSingle", parameters, 1);
    throughput(results, bare, Figure.TOKEN_SINGLE, bareSession, "tensorSingle", parameters, 1);
    throughput(results, row, Figure.TOKEN_SINGLE, nameSpan, "tokenSingle", parameters, 1);
    JmhRun.Latency sentence = jmh.latency(nameSpan, "rawSingle", parameters);
    add(results, row, Figure.RAW_P50, sentence.p50());
    add(results, row, Figure.RAW_P99, sentence.p99());
    latency(results, bare, bareSession, "tensorSingle", parameters);
    latency(results, row, nameSpan, "tokenSingle", parameters);
  }

  private void openNlp(SpeedResults results, String name, Map<String, String> parameters)
      throws IOException {
    Class<?> benchmark = OpenNlpBenchmark.class;
    Measured row = new Measured(Kind.OPENNLP, name);
    throughput(results, row, Figure.TOKEN_SINGLE, benchmark, "tokenSingle", parameters, 1);
    latency(results, row, benchmark, "tokenSingle", parameters);
  }

  /** Notes the tokens per second; gives all that was measured. */
  private JmhRun.Throughput throughput(
      SpeedResults results,
      Measured row,
      Figure figure,
      Class<?> benchmark,
      String method,
      Map<String, String> parameters,
      int threads)
      throws IOException {
    JmhRun.Throughput measured = jmh.throughput(benchmark, method, parameters, threads);
    add(results, row, figure, measured.tokensPerSecond());
    return measured;
  }

  private void latency(
      SpeedResults results,
      Measured row,
      Class<?> benchmark,
      String method,
      Map<String, String> parameters)
      throws IOException {
    JmhRun.Latency sentence = jmh.latency(benchmark, method, parameters);
    add(results, row, Figure.TOKEN_P50, sentence.p50());
    add(results, row, Figure.TOKEN_P99, sentence.p99());
  }

  private void add(SpeedResults results, Measured row, Figure figure, double value) {
    results.add(row, figure, value);
    progress.println("  " + row.label() + ": " + figure.title() + ": " + figure.format(value));
    progress.flush();
  }
}
