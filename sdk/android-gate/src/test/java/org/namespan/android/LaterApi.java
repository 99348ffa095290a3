package org.namespan.android;

import java.io.IOException;
import java.io.InputStream;

/** Uses what Android has from API 33 on; stands for a slip in the SDK. */
final class LaterApi {

  private LaterApi() {}

  static byte[] read(InputStream stream) throws IOException {
    return stream.readAllBytes();
  }
}
