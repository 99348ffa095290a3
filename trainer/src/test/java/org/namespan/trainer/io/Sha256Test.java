package org.namespan.trainer.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Against the examples of FIPS 180-4. */
class Sha256Test {

  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void isTheDigestOfThePartsInOrder() {
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", new Sha256().hex());
    ByteBuffer b = ByteBuffer.wrap("xbx".getBytes(StandardCharsets.UTF_8), 1, 1);
    assertEquals(OF_ABC, new Sha256().add("a").add(b).add("c").hex());
  }

  @Test
  void digestsWhatIsRead() throws IOException {
    Sha256 digest = new Sha256();
    try (InputStream in =
        digest.adding(new ByteArrayInputStream("abcd".getBytes(StandardCharsets.UTF_8)))) {
      in.readNBytes(3);
    }
    assertEquals(OF_ABC, digest.hex());
  }
}
