package org.namespan.examples.benchmarks.serve;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.namespan.examples.benchmarks.Programs;
import org.namespan.trainer.corpus.CorpusFormats;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures how late a server answers; {@code serve} starts it. */
@Command(
    name = "examples/benchmarks/serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends the sentences of a corpus, one in each request, to a server that 'namespan serve' has"
          + " started, at random times of a given rate, and prints how late the answers are."
    })
public final class LoadCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "URL", description = "What 'namespan serve' has printed.")
  private URI url;

  @Parameters(index = "1", paramLabel = "DATA", description = "Corpus whose sentences are sent.")
  private Path data;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "Requests a second. Default: ${DEFAULT-VALUE}.")
  private double rate = 1000;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "How long they are sent. Default: ${DEFAULT-VALUE}.")
  private int seconds = 30;

  @Option(
      names = "--warm-up",
      paramLabel = "N",
      description = "Seconds before, which are not measured. Default: ${DEFAULT-VALUE}.")
  private int warmUp = 15;

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Connections over which they are sent. Default: ${DEFAULT-VALUE}.")
  private int connections = 32;

  @Option(
      names = "--flood",
      paramLabel = "N",
      description =
          "Silent connections that are open meanwhile, beside slow, oversized, wrong and cut"
              + " requests. Default: none.")
  private int flood;

  /** Runs the program; its failures end it with exit code 1, bad arguments with 2. */
  public static void main(String[] args) {
    System.exit(Programs.commandLine(new LoadCommand()).execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<String> texts =
        CorpusFormats.read(data).sentences().stream()
            .map(sentence -> String.join(" ", sentence.tokens()))
            .toList();
    InetSocketAddress address = new InetSocketAddress(url.getHost(), url.getPort());
    PrintWriter out = spec.commandLine().getOut();
    new OpenLoop(address, texts, rate, warmUp, 1).run(connections);
    if (flood == 0) {
      measure(address, texts, out);
    } else {
      try (Flood clients = new Flood(address)) {
        clients.start(flood);
        measure(address, texts, out);
        out.printf("%,d other clients came and went%n", clients.count());
      }
    }
    out.println(metric("namespan_http_connections") + ", " + metric("namespan_http_held_bytes"));
    out.flush();
    return 0;
  }

  private void measure(InetSocketAddress address, List<String> texts, PrintWriter out)
      throws InterruptedException {
    OpenLoop load = new OpenLoop(address, texts, rate, seconds, 2);
    load.run(connections);
    out.printf(
        "%,d requests at %,.0f a second, %,d failed; ms: p50 %.2f, p90 %.2f, p99 %.2f, p99.9 %.2f,"
            + " most %.2f%n",
        load.count(),
        rate,
        load.failures(),
        load.millis(.5),
        load.millis(.9),
        load.millis(.99),
        load.millis(.999),
        load.millis(1));
  }

  private String metric(String name) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(url.resolve("/metrics")).build();
    String metrics = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
    return metrics.lines().filter(line -> line.startsWith(name)).findFirst().orElse(name + " ?");
  }
}
