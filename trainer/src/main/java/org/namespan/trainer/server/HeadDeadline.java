package org.namespan.trainer.server;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Closes connections whose client takes too long for the head of a request, or sends none. Jetty's
 * idle timeout begins anew at each byte, so a client that sends one now and then would stay for
 * ever.
 */
final class HeadDeadline extends Handler.Wrapper implements Connection.Listener {

  private final long nanos;

  /** Since when connections are without a request. */
  private final Map<Connection, Long> waiting = new ConcurrentHashMap<>();

  HeadDeadline(Duration most, Handler handler) {
    super(handler);
    nanos = most.toNanos();
  }

  @Override
  public void onOpened(Connection connection) {
    waiting.put(connection, System.nanoTime());
  }

  @Override
  public void onClosed(Connection connection) {
    waiting.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Connection connection = request.getConnectionMetaData().getConnection();
    waiting.remove(connection);
    Request.addCompletionListener(
        request,
        failure -> {
          if (connection.getEndPoint().isOpen()) {
            waiting.put(connection, System.nanoTime());
            if (!connection.getEndPoint().isOpen()) {
              waiting.remove(connection);
            }
          }
        });
    return super.handle(request, response, callback);
  }

  /** Closes those that are late. */
  void sweep() {
    long now = System.nanoTime();
    waiting.forEach(
        (connection, since) -> {
          if (now - since > nanos && waiting.remove(connection, since)) {
            connection.getEndPoint().close();
          }
        });
  }
}
