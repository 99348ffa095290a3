package org.namespan.trainer.server;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.namespan.EntityTagger;
import org.namespan.html.DocumentHtml;

/**
 * Offers a tagger over HTTP, with a page to try it on. {@code docs/server.md} tells what it
 * answers.
 *
 * <p>Keeps nothing of a request when it is over, writes no file and no log. It does not own its
 * tagger, which must stay open until {@link #close} has returned.
 */
public final class TaggerServer implements AutoCloseable {

  /** How long requests that are running may still take when the server stops. */
  private static final Duration STOP_LIMIT = Duration.ofSeconds(10);

  /**
   * How long a client may then read nothing of its answer; so long does a stop take where a
   * connection is kept open without a request.
   */
  private static final Duration STOP_IDLE = Duration.ofSeconds(3);

  private static final int MOST_HEADERS = 8 << 10;

  private final Server server;
  private final ServerConnector connector;
  private final Workers workers;

  private TaggerServer(EntityTagger tagger, Set<String> types, ServerOptions options) {
    workers = new Workers(options.threads());
    QueuedThreadPool threads = new QueuedThreadPool(16, 4);
    threads.setName("serve-http");
    threads.setDaemon(true);
    server = new Server(threads);
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setSendDateHeader(false);
    http.setRequestHeaderSize(MOST_HEADERS);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(options.host());
    connector.setPort(options.port());
    connector.setAcceptQueueSize(1024);
    // For clients that read no answer; all else has limits of its own, which come first.
    connector.setIdleTimeout(options.timeLimit().plusSeconds(1).toMillis());
    connector.setShutdownIdleTimeout(STOP_IDLE.toMillis());
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(options.connections(), connector));
    server.setErrorHandler(new JsonErrorHandler());
    server.setStopTimeout(STOP_LIMIT.toMillis());

    // An eighth of the heap: what a text becomes while it is tagged takes a multiple of it.
    long most = Math.max(options.maxBody(), Runtime.getRuntime().maxMemory() / 8);
    MemoryBudget budget = new MemoryBudget(most);
    ServerMetrics metrics =
        new ServerMetrics(() -> connector.getConnectedEndPoints().size(), budget::held);
    Router router = new Router(options, workers, metrics, budget);
    // An answer is held as text, as JSON and as bytes before it is sent.
    addEndpoints(router, tagger, types, metrics, most / 4);
    HeadDeadline heads = new HeadDeadline(options.timeLimit(), router);
    connector.addBean((Connection.Listener) heads);
    workers.every(Duration.ofSeconds(1), heads::sweep);
    Set<String> hosts = new HashSet<>(options.hosts());
    hosts.add(options.host());
    Handler guarded = new OriginGuard(hosts, heads);
    server.setHandler(new GracefulHandler(guarded));
  }

  private static void addEndpoints(
      Router router,
      EntityTagger tagger,
      Set<String> types,
      ServerMetrics metrics,
      long longestAnswer) {
    TagEndpoint tag = new TagEndpoint(tagger, metrics);
    JsonObject up = new JsonObject();
    up.addProperty("status", "up");
    Reply health = Reply.of(up);
    Reply entities = Reply.of(array(PresidioTypes.of(types)));
    Reply recognizers = Reply.of(array(List.of("NameSpanRecognizer")));
    Reply anonymizers = Reply.of(array(Anonymizer.OPERATORS));
    router
        .get(Router.PAGE, new PageEndpoint("page.html", "text/html", ""))
        .get("/page.js", new PageEndpoint("page.js", "text/javascript", ""))
        .get("/page.css", new PageEndpoint("page.css", "text/css", DocumentHtml.style()))
        .get("/health", call -> health)
        .get("/metrics", call -> metrics.reply())
        .get("/supportedentities", call -> entities)
        .get("/recognizers", call -> recognizers)
        .get("/anonymizers", call -> anonymizers)
        .post("/tag", tag)
        .postLines("/tag", tag)
        .post("/analyze", new AnalyzeEndpoint(tagger, types, metrics))
        .post("/anonymize", new AnonymizeEndpoint(longestAnswer))
        .post("/redact", new RedactEndpoint(tagger, types, metrics))
        .post("/restore", new RestoreEndpoint());
  }

  private static JsonArray array(Collection<String> strings) {
    JsonArray array = new JsonArray();
    strings.forEach(array::add);
    return array;
  }

  /**
   * Starts a server, which answers when this returns.
   *
   * @param types that the tagger finds: those of its model and of its recognizers
   * @throws IOException if it cannot listen where it should; the message says where and why
   */
  public static TaggerServer start(EntityTagger tagger, Set<String> types, ServerOptions options)
      throws IOException {
    TaggerServer server = new TaggerServer(tagger, types, options);
    boolean started = false;
    try {
      server.server.start();
      started = true;
      return server;
    } catch (IOException | UnresolvedAddressException e) {
      throw cannotListen(e, options);
    } catch (Exception e) {
      throw new IllegalStateException("the server cannot be started", e);
    } finally {
      if (!started) {
        server.close();
      }
    }
  }

  private static IOException cannotListen(Exception cause, ServerOptions options) {
    String where = options.host() + ":" + options.port();
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof BindException && String.valueOf(each.getMessage()).contains("in use")) {
        return new IOException(
            where + ": the port is in use; choose another with --port, 0 for any free one", cause);
      }
    }
    return new IOException(where + ": cannot listen there: " + cause.getMessage(), cause);
  }

  /** Where it listens. */
  public InetSocketAddress address() {
    return new InetSocketAddress(connector.getHost(), connector.getLocalPort());
  }

  /**
   * Stops taking requests, lets those that are running end within ten seconds, and stops.
   *
   * @throws IOException if some did not end in that time; they are cut off, and the server has
   *     stopped all the same
   */
  @Override
  public void close() throws IOException {
    workers.end();
    try {
      server.stop();
    } catch (TimeoutException e) {
      throw new IOException(
          "requests that had not ended "
              + STOP_LIMIT.toSeconds()
              + " s after the server was told to stop were cut off",
          e);
    } catch (Exception e) {
      throw new IllegalStateException("the server did not stop cleanly", e);
    } finally {
      workers.close();
    }
  }
}
