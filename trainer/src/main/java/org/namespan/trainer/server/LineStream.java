package org.namespan.trainer.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CancellationException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers JSON lines one by one, in order: a line for a line. No more than one is held. Blank lines
 * are passed over.
 */
final class LineStream {

  static final String TYPE = "application/x-ndjson";

  private static final int PART = 1 << 15;

  private final Request request;
  private final Response response;
  private final Callback callback;
  private final ServerOptions limits;
  private final MemoryBudget budget;
  private final Runnable nextLine;
  private final byte[] part = new byte[PART];
  private int at;
  private int end;
  private int number;
  private long held;
  private boolean late;
  private @Nullable Thread thread;

  /**
   * A stream.
   *
   * @param nextLine is run before each line, whose time begins
   */
  LineStream(
      Request request,
      Response response,
      Callback callback,
      ServerOptions limits,
      MemoryBudget budget,
      Runnable nextLine) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.limits = limits;
    this.budget = budget;
    this.nextLine = nextLine;
  }

  /**
   * Reads, answers and writes until the client or its time ends; ends the request, come what may.
   */
  void answer(LineEndpoint endpoint) {
    setThread(Thread.currentThread());
    try {
      response.setStatus(200);
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
      InputStream in = Content.Source.asInputStream(request);
      OutputStream out = Response.asBufferedOutputStream(request, response);
      try {
        answer(endpoint, in, out);
      } catch (IOException | CancellationException e) {
        if (!isLate()) {
          throw e;
        }
        // The interrupt has done its work, and would break the last line, which has its own time.
        boolean unused = Thread.interrupted();
        nextLine.run();
        String limit = limits.timeLimit().toMillis() + " ms";
        write(out, error(null, "took longer than " + limit + " to come and be answered"));
      }
      out.close();
      callback.succeeded();
    } catch (Throwable e) {
      // The client has gone, or Java itself has failed: there is nobody to tell.
      callback.failed(e);
    } finally {
      setThread(null);
      release();
    }
  }

  /** Ends the stream with an error line, for the time of its line is over. */
  synchronized void expire() {
    late = true;
    if (thread != null) {
      thread.interrupt();
    }
  }

  private synchronized void setThread(@Nullable Thread thread) {
    this.thread = thread;
  }

  private synchronized boolean isLate() {
    return late;
  }

  private void answer(LineEndpoint endpoint, InputStream in, OutputStream out) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      nextLine.run();
      if (at == end && in.available() == 0) {
        out.flush();
      }
      line.reset();
      release();
      number++;
      String refusal = read(in, line);
      if (isLate()) {
        throw new CancellationException();
      }
      if (refusal != null) {
        write(out, error(null, refusal));
      } else if (!line.toString(StandardCharsets.ISO_8859_1).isBlank()) {
        write(out, answer(endpoint, line.toByteArray()));
      }
      if (end < 0) {
        return;
      }
    }
  }

  private String answer(LineEndpoint endpoint, byte[] line) {
    JsonElement id = null;
    try {
      JsonFields fields = Json.parseObject(Json.decode(line));
      id = fields.object().get("id");
      JsonObject json = start(id);
      endpoint.answer(fields).entrySet().forEach(e -> json.add(e.getKey(), e.getValue()));
      String answer = Json.write(json);
      return take(answer.length()) ? answer : error(id, Exchange.FULL);
    } catch (RequestException e) {
      return error(id, String.valueOf(e.getMessage()));
    } catch (CancellationException e) {
      throw e;
    } catch (OutOfMemoryError | StackOverflowError e) {
      return error(id, "needs more memory than the server has");
    } catch (RuntimeException | Error e) {
      return error(id, "failed in the server: " + e.getClass().getSimpleName());
    }
  }

  /** An answer that begins with the {@code id} of its line, if it has one. */
  private static JsonObject start(@Nullable JsonElement id) {
    JsonObject json = new JsonObject();
    if (id != null) {
      json.add("id", id);
    }
    return json;
  }

  private String error(@Nullable JsonElement id, String message) {
    JsonObject json = start(id);
    json.addProperty("error", "line " + number + ": " + message);
    return Json.write(json);
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a line to its end, beyond which {@link #end} is -1 if it is the last.
   *
   * @return why it cannot be answered, or null; what cannot be held is passed over
   */
  private @Nullable String read(InputStream in, ByteArrayOutputStream line) throws IOException {
    String refusal = null;
    while (true) {
      if (at == end) {
        at = 0;
        end = in.read(part);
        if (end < 0) {
          return refusal;
        }
      }
      int from = at;
      while (at < end && part[at] != '\n') {
        at++;
      }
      int length = at - from;
      if (refusal == null && length > limits.maxBody() - line.size()) {
        refusal = "longer than " + limits.maxBody() + " bytes";
      } else if (refusal == null && !take(length)) {
        refusal = Exchange.FULL;
      }
      if (refusal == null) {
        line.write(part, from, length);
      }
      if (at < end) {
        at++;
        return refusal;
      }
    }
  }

  private boolean take(int bytes) {
    if (!budget.tryTake(bytes)) {
      return false;
    }
    held += bytes;
    return true;
  }

  private void release() {
    budget.give(held);
    held = 0;
  }
}
