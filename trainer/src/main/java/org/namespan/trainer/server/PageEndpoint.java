package org.namespan.trainer.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A file of the page to try the model on, which stands beside this class. */
final class PageEndpoint implements Endpoint {

  private final Reply reply;

  /**
   * An endpoint.
   *
   * @param contentType without its character set
   * @param before what comes before the text of the file
   */
  PageEndpoint(String file, String contentType, String before) {
    reply = Reply.of(contentType + ";charset=utf-8", before + read(file));
  }

  @Override
  public Reply answer(Call call) {
    return reply;
  }

  private static String read(String name) {
    try (InputStream stream = PageEndpoint.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException(
            "found no " + name + " among the resources of the trainer: build it anew with Maven");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
