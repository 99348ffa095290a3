package org.namespan.trainer.server;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** Reads the body of a request as it comes in, without a thread that waits for it. */
final class BodyReader {

  private final Request request;
  private final Exchange exchange;
  private final int most;
  private final Consumer<byte[]> whole;
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  /**
   * A reader.
   *
   * @param most bytes that are taken
   * @param whole gets the body when all of it is there
   */
  BodyReader(Request request, Exchange exchange, int most, Consumer<byte[]> whole) {
    this.request = request;
    this.exchange = exchange;
    this.most = most;
    this.whole = whole;
  }

  /** Reads what is there, and goes on when more is. */
  void read() {
    while (!exchange.isAnswered()) {
      Content.Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this::read);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        exchange.bodyFailed(chunk.getFailure());
        return;
      }
      boolean last = chunk.isLast();
      boolean taken = append(chunk.getByteBuffer());
      chunk.release();
      if (taken && last) {
        whole.accept(body.toByteArray());
        return;
      }
    }
  }

  private boolean append(ByteBuffer bytes) {
    int length = bytes.remaining();
    if (length > most - body.size()) {
      exchange.tooLarge();
      return false;
    }
    if (!exchange.take(length)) {
      return false;
    }
    byte[] part = new byte[length];
    bytes.get(part);
    body.write(part, 0, length);
    return true;
  }
}
