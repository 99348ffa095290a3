package org.namespan.trainer.server;

import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/**
 * Reads what a client still sends of a body that is refused, for a short while, and throws it away.
 * A connection that is closed with bytes unread is reset, and many clients then lose the answer.
 */
final class BodyDrain {

  /** Long enough for tens of megabytes in a local network, and too short to be worth an attack. */
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final Request request;
  private final Callback callback;
  private final AtomicBoolean ended = new AtomicBoolean();
  private final ScheduledFuture<?> clock;

  private BodyDrain(Request request, Callback callback, Workers workers) {
    this.request = request;
    this.callback = callback;
    clock = workers.after(LONGEST, this::end);
  }

  /**
   * A callback that, when the answer has been written, drains the body and then ends the request.
   */
  static Callback before(Callback callback, Request request, Workers workers) {
    return Callback.from(() -> new BodyDrain(request, callback, workers).read(), callback::failed);
  }

  private void read() {
    while (!ended.get()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::read);
        return;
      }
      boolean over = chunk.isLast() || Content.Chunk.isFailure(chunk);
      chunk.release();
      if (over) {
        end();
      }
    }
  }

  private void end() {
    if (ended.compareAndSet(false, true)) {
      clock.cancel(false);
      callback.succeeded();
    }
  }
}
