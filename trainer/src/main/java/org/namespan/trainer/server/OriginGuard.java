package org.namespan.trainer.server;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages of others out: one that is open in a browser on this machine reaches every local
 * server. A page that has its own name point here (DNS rebinding) is known by the {@code Host} that
 * its requests name, any other by their {@code Origin} or {@code Sec-Fetch-Site}.
 */
final class OriginGuard extends Handler.Wrapper {

  private final Set<String> hosts;

  /**
   * A guard.
   *
   * @param hosts names that requests may call the server by, beside localhost and addresses
   */
  OriginGuard(Set<String> hosts, Handler handler) {
    super(handler);
    this.hosts = new TreeSet<>();
    hosts.forEach(host -> this.hosts.add(host.toLowerCase(Locale.ROOT)));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String refusal = refusal(request);
    if (refusal == null) {
      return super.handle(request, response, callback);
    }
    Replies.write(Reply.error(403, refusal), response, callback);
    return true;
  }

  private @Nullable String refusal(Request request) {
    if (!isOurs(Request.getServerName(request).toLowerCase(Locale.ROOT))) {
      return "found a Host that is not this server's, expected localhost, an address, or a name"
          + " given with --allow-host";
    }
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    String host = request.getHeaders().get(HttpHeader.HOST);
    if (origin != null && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(host)) {
      return "found a request of another web page; the server answers its own page and programs";
    }
    String site = request.getHeaders().get("Sec-Fetch-Site");
    boolean foreign = site != null && !site.equals("same-origin") && !site.equals("none");
    // A link to the page may be followed.
    if (foreign && !Router.PAGE.equals(Request.getPathInContext(request))) {
      return "found a request of another web page; the server answers its own page and programs";
    }
    return null;
  }

  /** Names are refused, for they may point anywhere; addresses cannot lie. */
  private boolean isOurs(String host) {
    return host.equals("localhost")
        || host.endsWith(".localhost")
        || host.matches("[0-9.]+")
        || host.indexOf(':') >= 0
        || hosts.contains(host);
  }
}
