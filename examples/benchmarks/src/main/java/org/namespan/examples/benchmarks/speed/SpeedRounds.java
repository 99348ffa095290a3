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
        nameSpan(results, model.getKey(), on(model.getValue()));
        bareSession(results, model.getKey(), on(model.getValue()));
        String multiplyAdds = Long.toString(MultiplyAdds.perToken(model.getValue()));
        JmhRun.Throughput product =
            jmh.throughput(
                MatrixProductBenchmark.class, "product", Map.of("multiplyAdds", multiplyAdds), 1);
        Measured row = new Measured(Kind.MATRIX_PRODUCT, model.getKey());
        add(results, row, Figure.TOKEN_BATCHES, product.tokensPerSecond());
      }
      for (Map.Entry<String, Path> model : openNlp.entrySet()) {
        openNlp(results, model.getKey(), on(model.getValue()));
      }
    }
  }

  private Map<String, String> on(Path model) {
    return Map.of("model", model.toString(), "corpus", data.toString());
  }

  private void nameSpan(SpeedResults results, String name, Map<String, String> parameters)
      throws IOException {
    Class<?> benchmark = NameSpanBenchmark.class;
    Measured row = new Measured(Kind.NAMESPAN, name);
    JmhRun.Throughput raw = jmh.throughput(benchmark, "rawBatches", parameters, 1);
    add(results, row, Figure.RAW_BATCHES, raw.tokensPerSecond());
    add(results, row, Figure.RAW_ALLOCATION, raw.bytesPerToken());
    JmhRun.Throughput tokens = jmh.throughput(benchmark, "tokenBatches", parameters, 1);
    add(results, row, Figure.TOKEN_BATCHES, tokens.tokensPerSecond());
    add(results, row, Figure.TOKEN_ALLOCATION, tokens.bytesPerToken());
    throughput(results, row, Figure.RAW_SINGLE, benchmark, "rawSingle", parameters, 1);
    throughput(results, row, Figure.TOKEN_SINGLE, benchmark, "tokenSingle", parameters, 1);
    throughput(results, row, Figure.RAW_BATCHES_OF_TWO, benchmark, "rawBatches", parameters, 2);
    JmhRun.Latency sentence = jmh.latency(benchmark, "rawSingle", parameters);
    add(results, row, Figure.RAW_P50, sentence.p50());
    add(results, row, Figure.RAW_P99, sentence.p99());
    latency(results, row, benchmark, "tokenSingle", parameters);
  }

  private void bareSession(SpeedResults results, String name, Map<String, String> parameters)
      throws IOException {
    Class<?> benchmark = BareSessionBenchmark.class;
    Measured row = new Measured(Kind.BARE_SESSION, name);
    throughput(results, row, Figure.TOKEN_BATCHES, benchmark, "tensorBatches", parameters, 1);
    throughput(results, row, Figure.TOKEN_SINGLE, benchmark, "tensorSingle", parameters, 1);
    throughput(
        results, row, Figure.TOKEN_BATCHES_OF_TWO, benchmark, "tensorBatches", parameters, 2);
    latency(results, row, benchmark, "tensorSingle", parameters);
  }

  private void openNlp(SpeedResults results, String name, Map<String, String> parameters)
      throws IOException {
    Class<?> benchmark = OpenNlpBenchmark.class;
    Measured row = new Measured(Kind.OPENNLP, name);
    throughput(results, row, Figure.TOKEN_SINGLE, benchmark, "tokenSingle", parameters, 1);
    latency(results, row, benchmark, "tokenSingle", parameters);
  }

  private void throughput(
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
