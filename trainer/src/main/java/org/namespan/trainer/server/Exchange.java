package org.namespan.trainer.server;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/** One request from its head to its answer, within the limits of the server. */
final class Exchange {

  /** Why something is refused for which the memory budget has no room. */
  static final String FULL = "the server holds as many bytes as it may; try again";

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final ServerOptions limits;
  private final Workers workers;
  private final MemoryBudget budget;
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicLong held = new AtomicLong();
  private volatile @Nullable Future<?> work;
  private volatile @Nullable LineStream stream;
  private volatile @Nullable String offsets;
  private volatile boolean unread;
  private volatile boolean late;
  private volatile @Nullable ScheduledFuture<?> deadline;

  Exchange(
      Request request,
      Response response,
      Callback callback,
      ServerOptions limits,
      Workers workers,
      MemoryBudget budget) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.limits = limits;
    this.workers = workers;
    this.budget = budget;
  }

  /** Answers at once, by this thread. */
  void answerNow(Endpoint endpoint) {
    answer(reply(endpoint, new byte[0]));
  }

  /** Reads the body and has it answered by a thread that tags. */
  void answer(Endpoint endpoint) {
    if (refusesHead() || refusesLength()) {
      return;
    }
    begin();
    unread = true;
    new BodyReader(request, this, limits.maxBody(), body -> tag(endpoint, body)).read();
  }

  /** Has the body read and answered line by line. */
  void stream(LineEndpoint endpoint) {
    if (refusesHead()) {
      return;
    }
    begin();
    LineStream lines = new LineStream(request, response, callback, limits, budget, this::restart);
    unread = true;
    Future<?> task =
        workers.stream(
            () -> {
              if (claim()) {
                stream = lines;
                lines.answer(line -> endpoint.answer(withOffsets(line)));
              }
            });
    started(task);
  }

  /** A line, which counts offsets as the query says if it does not say how itself. */
  private JsonFields withOffsets(JsonFields line) {
    if (offsets != null && !line.has("offsets")) {
      line.object().addProperty("offsets", offsets);
    }
    return line;
  }

  private void begin() {
    Request.addCompletionListener(request, failure -> end());
    request.addFailureListener(failure -> cancel());
    // A connection on which nothing moves while a text is tagged is not broken.
    request.addIdleTimeoutListener(timeout -> false);
    deadline = workers.after(limits.timeLimit(), this::late);
  }

  /** Begins the time limit anew. */
  private void restart() {
    ScheduledFuture<?> before = deadline;
    if (before != null) {
      before.cancel(false);
    }
    deadline = workers.after(limits.timeLimit(), this::late);
  }

  private boolean refusesHead() {
    HttpFields headers = request.getHeaders();
    String reason = null;
    if (headers.contains(HttpHeader.CONTENT_ENCODING)) {
      reason = "found a Content-Encoding, expected a body that is not compressed";
    } else if (!Call.isUtf8(headers.get(HttpHeader.CONTENT_TYPE))) {
      reason = "found another charset in Content-Type, expected utf-8";
    }
    if (reason != null) {
      refuse(Reply.error(RequestException.UNSUPPORTED_TYPE, reason));
      return true;
    }
    try {
      offsets = offsets();
      return false;
    } catch (RequestException e) {
      refuse(e.reply());
      return true;
    }
  }

  private boolean refusesLength() {
    if (request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) <= limits.maxBody()) {
      return false;
    }
    unread = true;
    tooLarge();
    return true;
  }

  void tooLarge() {
    answer(
        Reply.error(
            413,
            "found a larger body, expected at most "
                + limits.maxBody()
                + " bytes; send JSON lines, or start the server with a larger --max-body"));
  }

  /** Takes memory for a part of the body; answers if there is none. */
  boolean take(int bytes) {
    if (!budget.tryTake(bytes)) {
      answer(Reply.error(503, FULL));
      return false;
    }
    held.addAndGet(bytes);
    return true;
  }

  void bodyFailed(Throwable failure) {
    unread = false;
    if (failure instanceof TimeoutException) {
      answer(bodyTookTooLong());
      return;
    }
    int status = failure instanceof HttpException http ? http.getCode() : 400;
    answer(Reply.error(status, "the body could not be read to its end"));
  }

  private void tag(Endpoint endpoint, byte[] body) {
    unread = false;
    started(workers.tag(() -> answer(reply(endpoint, body))));
  }

  private void started(@Nullable Future<?> task) {
    if (task == null) {
      answer(Reply.error(503, "the server has as many requests as it can take; try again"));
      return;
    }
    work = task;
    if (late) {
      task.cancel(true);
    }
  }

  private Reply reply(Endpoint endpoint, byte[] body) {
    try {
      String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
      return endpoint.answer(new Call(type == null ? "" : type, offsets(), body));
    } catch (RequestException e) {
      return e.reply();
    } catch (CancellationException e) {
      return tookTooLong(limits.timeLimit());
    } catch (RuntimeException e) {
      // What went wrong may tell of the text, so nobody is told.
      return Reply.error(500, "the request failed in the server: " + e.getClass().getSimpleName());
    } catch (OutOfMemoryError | StackOverflowError e) {
      return Reply.error(503, "the request needs more memory than the server has");
    } catch (Error e) {
      return Reply.error(500, "the request failed in the server: " + e.getClass().getSimpleName());
    }
  }

  /** The query parameter {@code offsets}; null if there is none. */
  private @Nullable String offsets() throws RequestException {
    Fields query;
    try {
      query = Request.extractQueryParameters(request);
    } catch (RuntimeException e) {
      throw new RequestException(
          "found a query that cannot be decoded, expected percent-encoded UTF-8");
    }
    for (Fields.Field each : query) {
      if (each.getValues().size() > 1) {
        throw new RequestException(
            "found a parameter more than once in the query, expected each once");
      }
    }
    return query.getValue("offsets");
  }

  private static Reply tookTooLong(Duration limit) {
    return Reply.error(503, "the request took longer than " + limit.toMillis() + " ms");
  }

  private Reply bodyTookTooLong() {
    if (workers.isEnding()) {
      return Reply.error(503, "the server stops, and the body has not come to its end");
    }
    return Reply.error(408, "the body did not come in " + limits.timeLimit().toMillis() + " ms");
  }

  private void late() {
    LineStream lines = stream;
    if (lines != null) {
      lines.expire();
      return;
    }
    late = true;
    // Somebody else may be reading.
    unread = false;
    if (work == null) {
      answer(bodyTookTooLong());
    } else {
      answer(tookTooLong(limits.timeLimit()));
    }
    cancel();
  }

  private void cancel() {
    Future<?> running = work;
    if (running != null) {
      running.cancel(true);
    }
  }

  boolean isAnswered() {
    return answered.get();
  }

  /** Whether the caller, alone, may answer. */
  private boolean claim() {
    return answered.compareAndSet(false, true);
  }

  /** Answers a request whose body nobody reads. */
  void refuse(Reply reply) {
    unread = true;
    answer(reply);
  }

  void answer(Reply reply) {
    if (!claim()) {
      return;
    }
    budget.take(reply.body().length);
    held.addAndGet(reply.body().length);
    if (deadline == null) {
      Request.addCompletionListener(request, failure -> end());
    }
    // A client that waits for leave to send its body has sent none.
    boolean drain = unread && !request.getHeaders().contains(HttpHeader.EXPECT);
    try {
      Replies.write(
          reply, response, drain ? BodyDrain.before(callback, request, workers) : callback);
    } catch (Throwable e) {
      // Nobody else ends it, and an answer that is never ended holds its connection for ever.
      callback.failed(e);
    }
  }

  private void end() {
    ScheduledFuture<?> clock = deadline;
    if (clock != null) {
      clock.cancel(false);
    }
    budget.give(held.getAndSet(0));
  }
}
