package org.namespan.trainer.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Writes replies. */
final class Replies {

  /** What the page may load and reach: its own two files, and this server. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
          + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  private Replies() {}

  /** Writes a reply, with its headers, and ends the request. */
  static void write(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    response
        .getHeaders()
        .put(HttpHeader.CONTENT_TYPE, reply.contentType())
        .put(HttpHeader.CACHE_CONTROL, "no-store")
        .put("Content-Security-Policy", POLICY)
        .put("X-Content-Type-Options", "nosniff")
        .put("Cross-Origin-Resource-Policy", "same-origin");
    if (reply.status() == 408 || reply.status() == 413) {
      // What is left of the body is not read.
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    if (reply.status() == 503) {
      response.getHeaders().put(HttpHeader.RETRY_AFTER, "1");
    }
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }
}
