package org.namespan.trainer.server;

import java.time.Duration;
import java.util.Set;

/**
 * Where a {@link TaggerServer} listens and what it takes at most.
 *
 * @param host the address to listen at, a name or an address of this machine
 * @param port 0 for any free one
 * @param hosts names that requests may call the server by in their {@code Host}, beside {@code
 *     localhost}, {@code host} and addresses
 * @param threads that tag, at least 1
 * @param maxBody bytes of a request's body, or of one line of JSON lines
 * @param timeLimit for a request to come in and be answered, or for one line of JSON lines
 * @param connections at once; more wait until others are closed
 */
public record ServerOptions(
    String host,
    int port,
    Set<String> hosts,
    int threads,
    int maxBody,
    Duration timeLimit,
    int connections) {

  /** 127.0.0.1, any free port, a thread for each processor, 4 MiB, 30 seconds, 2,000. */
  public static ServerOptions defaults() {
    return new ServerOptions(
        "127.0.0.1",
        0,
        Set.of(),
        Runtime.getRuntime().availableProcessors(),
        4 << 20,
        Duration.ofSeconds(30),
        2000);
  }

  /** These options at another port. */
  public ServerOptions withPort(int port) {
    return new ServerOptions(host, port, hosts, threads, maxBody, timeLimit, connections);
  }

  /** These options with another limit for bodies. */
  public ServerOptions withMaxBody(int maxBody) {
    return new ServerOptions(host, port, hosts, threads, maxBody, timeLimit, connections);
  }

  /** These options with another time limit. */
  public ServerOptions withTimeLimit(Duration timeLimit) {
    return new ServerOptions(host, port, hosts, threads, maxBody, timeLimit, connections);
  }
}
