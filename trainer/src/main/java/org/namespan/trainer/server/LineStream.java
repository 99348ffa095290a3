package org.namespan.trainer.server;

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
  private final int longest;
  private final Runnable nextLine;
  private final byte[] part = new byte[PART];
  private int at;
  private int end;

  /**
   * A stream.
   *
   * @param longest bytes of a line
   * @param nextLine is run before each line, whose time begins
   */
  LineStream(
      Request request, Response response, Callback callback, int longest, Runnable nextLine) {
    this.request = request;
    this.response = response;
    this.callback = callback;
    this.longest = longest;
    this.nextLine = nextLine;
  }

  /** Reads, answers and writes until the client or its time ends. */
  void answer(LineEndpoint endpoint) {
    response.setStatus(200);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, TYPE);
    try {
      InputStream in = Content.Source.asInputStream(request);
      OutputStream out = Response.asBufferedOutputStream(request, response);
      answer(endpoint, in, out);
      out.close();
      callback.succeeded();
    } catch (IOException | RuntimeException e) {
      // The client has gone, or has sent no line in time: there is nobody to tell.
      callback.failed(e);
    }
  }

  private void answer(LineEndpoint endpoint, InputStream in, OutputStream out) throws IOException {
    int number = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      nextLine.run();
      if (at == end && in.available() == 0) {
        out.flush();
      }
      line.reset();
      number++;
      Line read = read(in, line);
      if (read == Line.TOO_LONG) {
        write(out, error(number, "longer than " + longest + " bytes; nothing behind it is read"));
        return;
      }
      if (line.toString(StandardCharsets.ISO_8859_1).isBlank()) {
        if (read == Line.LAST) {
          return;
        }
        continue;
      }
      write(out, answer(endpoint, line.toByteArray(), number));
      if (read == Line.LAST) {
        return;
      }
    }
  }

  private static String answer(LineEndpoint endpoint, byte[] line, int number) {
    try {
      return endpoint.answer(line);
    } catch (RequestException e) {
      return error(number, String.valueOf(e.getMessage()));
    } catch (CancellationException e) {
      throw e;
    } catch (RuntimeException e) {
      return error(number, "failed in the server: " + e.getClass().getSimpleName());
    }
  }

  private static String error(int number, String message) {
    Reply error = Reply.error(400, "line " + number + ": " + message);
    return new String(error.body(), StandardCharsets.UTF_8);
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** How a line ended. */
  private enum Line {
    MORE,
    LAST,
    TOO_LONG
  }

  private Line read(InputStream in, ByteArrayOutputStream line) throws IOException {
    while (true) {
      if (at == end) {
        at = 0;
        end = Math.max(0, in.read(part));
        if (end == 0) {
          return Line.LAST;
        }
      }
      int from = at;
      while (at < end && part[at] != '\n') {
        at++;
      }
      if (at - from > longest - line.size()) {
        return Line.TOO_LONG;
      }
      line.write(part, from, at - from);
      if (at < end) {
        at++;
        return Line.MORE;
      }
    }
  }
}
