package org.namespan.trainer.server;

import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Finds the endpoint of a request. Waits for nothing, so that few threads serve all connections.
 */
final class Router extends Handler.Abstract.NonBlocking {

  /** The path of the page for people. */
  static final String PAGE = "/";

  private final Map<String, Endpoint> gets = new TreeMap<>();
  private final Map<String, Endpoint> posts = new TreeMap<>();
  private final Map<String, LineEndpoint> streams = new TreeMap<>();
  private final ServerOptions limits;
  private final Workers workers;
  private final ServerMetrics metrics;
  private final MemoryBudget budget;

  Router(ServerOptions limits, Workers workers, ServerMetrics metrics, MemoryBudget budget) {
    this.limits = limits;
    this.workers = workers;
    this.metrics = metrics;
    this.budget = budget;
  }

  /** What GET and HEAD of a path give, made at once by the thread that reads. */
  Router get(String path, Endpoint endpoint) {
    gets.put(path, endpoint);
    return this;
  }

  /** What POST to a path gives. */
  Router post(String path, Endpoint endpoint) {
    posts.put(path, endpoint);
    return this;
  }

  /** What POST of JSON lines to a path gives, line by line. */
  Router postLines(String path, LineEndpoint endpoint) {
    streams.put(path, endpoint);
    return this;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = Request.getPathInContext(request);
    boolean known = gets.containsKey(path) || posts.containsKey(path);
    metrics.observe(known ? path : "other", request, response);
    Exchange exchange = new Exchange(request, response, callback, limits, workers, budget);
    switch (request.getMethod()) {
      case "GET", "HEAD" -> {
        Endpoint endpoint = gets.get(path);
        if (endpoint != null) {
          exchange.answerNow(endpoint);
          return true;
        }
      }
      case "POST" -> {
        LineEndpoint lines = isLines(request) ? streams.get(path) : null;
        if (lines != null) {
          exchange.stream(lines);
          return true;
        }
        Endpoint endpoint = posts.get(path);
        if (endpoint != null) {
          exchange.answer(endpoint);
          return true;
        }
      }
      default -> {}
    }
    if (known) {
      response.getHeaders().put(HttpHeader.ALLOW, posts.containsKey(path) ? "POST" : "GET, HEAD");
      exchange.refuse(Reply.error(405, "found another method, expected the one in Allow"));
    } else {
      exchange.refuse(Reply.error(404, "there is nothing at this path; see docs/server.md"));
    }
    return true;
  }

  private static boolean isLines(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return type != null && Call.mediaType(type).equals(LineStream.TYPE);
  }
}
