package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.namespan.EntityTagger;
import org.namespan.trainer.server.ServerOptions;
import org.namespan.trainer.server.TaggerServer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code namespan serve}. */
@Command(
    name = "serve",
    header = "Finds the entities of texts that other programs send, and shows a page to try it.",
    description = {
      "Answers HTTP at an address of this machine until it is stopped with Ctrl-C or SIGTERM. It"
          + " has no password and no encryption: whoever reaches the address can use it. Texts are"
          + " kept nowhere. docs/server.md tells the paths: /tag, /redact, /restore, and /analyze and"
          + " /anonymize as Presidio has them."
    },
    footer = {
      "",
      "Examples:",
      "  namespan serve",
      "  namespan serve --model mine.onnx --port 9000",
      "  curl -H 'Content-Type: text/plain' -d 'Ann left Oslo.' \\",
      "    http://127.0.0.1:8080/tag"
    })
final class ServeCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;
  @Mixin private ModelOption model;
  @Mixin private PersonalDataOption personalData;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port to listen at; 0 for any free one. Default: ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Address to listen at. Any but that of this machine to itself lets others in. Default:"
              + " ${DEFAULT-VALUE}.")
  private String host;

  @Option(
      names = "--allow-host",
      paramLabel = "NAME",
      description =
          "Name that clients call the server by, beside localhost and addresses. May be repeated.")
  private Set<String> hosts = Set.of();

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that tag. Default: one for each processor.")
  private int threads = ServerOptions.defaults().threads();

  @Option(
      names = "--max-body",
      paramLabel = "BYTES",
      description =
          "Longest body of a request, and longest line of JSON lines. Default: 4194304 (4 MiB).")
  private int maxBody = ServerOptions.defaults().maxBody();

  @Option(
      names = "--time-limit",
      paramLabel = "SECONDS",
      description = "For a request to come in and be answered. Default: 30.")
  private int seconds = (int) ServerOptions.defaults().timeLimit().toSeconds();

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Most connections at once; more wait. Default: 2000.")
  private int connections = ServerOptions.defaults().connections();

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > 65_535) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--port is " + port + ", expected 0 to 65535");
    }
    AtLeast.one("--threads", threads, spec);
    AtLeast.one("--max-body", maxBody, spec);
    AtLeast.one("--time-limit", seconds, spec);
    AtLeast.one("--connections", connections, spec);
    StopSignals signals = new StopSignals();
    ServerOptions options =
        new ServerOptions(
            host, port, hosts, threads, maxBody, Duration.ofSeconds(seconds), connections);
    try (EntityTagger tagger = model.load(personalData::addTo);
        TaggerServer server = TaggerServer.start(tagger, typesOf(tagger), options)) {
      tell(server.address());
      signals.await();
    }
    return CommandLine.ExitCode.OK;
  }

  private static Set<String> typesOf(EntityTagger tagger) {
    Set<String> types = new TreeSet<>(tagger.info().types());
    types.addAll(tagger.typeDescriptions().keySet());
    return types;
  }

  private void tell(InetSocketAddress address) throws IOException {
    PrintWriter err = spec.commandLine().getErr();
    if (!isLoopback(host)) {
      err.println(
          "namespan: "
              + host
              + " can be reached from other machines: whoever reaches it can use this server, and"
              + " texts cross the network unencrypted");
      err.flush();
    }
    String name = host.indexOf(':') >= 0 && host.charAt(0) != '[' ? "[" + host + "]" : host;
    PrintWriter out = spec.commandLine().getOut();
    out.println("http://" + name + ":" + address.getPort() + "/");
    StandardOutput.send(out);
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
