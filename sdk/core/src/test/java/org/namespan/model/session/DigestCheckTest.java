package org.namespan.model.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelBytes;
import org.namespan.model.ModelDigest;

class DigestCheckTest {

  private static final byte[] TAGGER = ModelBytes.fixture(6);
  private static final byte[] CLASSIFIER = ModelBytes.fixtureOfAClassifier();

  private static String refusal(byte[] model) {
    ModelFormatException refusal =
        assertThrows(
            ModelFormatException.class,
            () -> TaggerSession.open(ByteBuffer.wrap(model), "memory").close());
    assertTrue(refusal.getMessage().contains("expected"), refusal.getMessage());
    return refusal.getMessage();
  }

  private static byte[] flipped(byte[] model, int at, int bit) {
    byte[] flipped = model.clone();
    flipped[at] ^= (byte) (1 << bit);
    return flipped;
  }

  @Test
  void wholeFilesTellTheirDigest(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("model.onnx"), TAGGER);
    String end = new String(TAGGER, TAGGER.length - 64, 64, "US-ASCII");
    for (boolean verified : new boolean[] {true, false}) {
      ByteBuffer buffer = ByteBuffer.wrap(TAGGER);
      try (TaggerSession ofFile = TaggerSession.open(file, verified);
          TaggerSession ofBuffer = TaggerSession.open(buffer, "memory", verified);
          TaggerSession ofStream = TaggerSession.open(new ByteArrayInputStream(TAGGER), verified)) {
        assertEquals(end, ofFile.sha256());
        assertEquals(end, ofBuffer.sha256());
        assertEquals(end, ofStream.sha256());
      }
    }
    try (TaggerSession older =
        TaggerSession.open(ByteBuffer.wrap(ModelBytes.fixture(4)), "memory")) {
      assertNull(older.sha256());
    }
  }

  /** Of 400 files with 1 to 16 flipped bits, none is loaded, wherever the bits are. */
  @Test
  void flippedBitsAreRefused(@TempDir Path folder) throws IOException {
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) {
      byte[] model = (i % 2 == 0 ? TAGGER : CLASSIFIER).clone();
      for (int bit = 0; bit <= i % 16; bit++) {
        model[random.nextInt(model.length)] ^= (byte) (1 << random.nextInt(8));
      }
      ModelFormatException refusal;
      if (i % 2 == 0) {
        Path file = Files.write(folder.resolve("model.onnx"), model);
        refusal = assertThrows(ModelFormatException.class, () -> TaggerSession.open(file).close());
      } else {
        ByteArrayInputStream stream = new ByteArrayInputStream(model);
        refusal =
            assertThrows(ModelFormatException.class, () -> ClassifierSession.open(stream).close());
      }
      assertTrue(refusal.getMessage().contains("expected"), refusal.getMessage());
    }
  }

  @Test
  void everyBitOfTheDigestIsCompared() {
    for (int at = TAGGER.length - ModelDigest.SIZE; at < TAGGER.length; at++) {
      refusal(flipped(TAGGER, at, at % 8));
    }
  }

  @Test
  void theReasonIsTold() {
    String message = refusal(flipped(TAGGER, TAGGER.length / 2, 3));
    assertTrue(
        message.matches(
            "memory: is damaged or was changed: the SHA-256 of its bytes begins"
                + " with [0-9a-f]{12}, expected [0-9a-f]{12}, as it says itself; .*"),
        message);
    byte[] without = Arrays.copyOf(TAGGER, TAGGER.length - ModelDigest.SIZE);
    assertEquals(
        "memory: metadata entry 'namespan.sha256': found nothing, expected an entry",
        refusal(without));
    byte[] longer = Arrays.copyOf(TAGGER, TAGGER.length + 2);
    // An empty metadata entry more.
    longer[TAGGER.length] = 14 << 3 | 2;
    assertTrue(refusal(longer).contains("found before other bytes, expected at the end"));
  }

  @Test
  void anOlderFileWithADigestIsVerifiedToo() throws IOException {
    for (int format : new int[] {1, 2, 3, 4}) {
      byte[] model = ModelDigest.append(ModelBytes.fixture(format));
      TaggerSession.open(ByteBuffer.wrap(model), "memory").close();
      assertTrue(refusal(flipped(model, model.length / 3, 0)).contains("is damaged"));
    }
  }

  /** A weight is changed by one bit of its fraction. */
  @Test
  void isComparedUnlessThatIsNotAskedFor() throws IOException {
    byte[] changed = flipped(TAGGER, weight(TAGGER), 0);
    assertTrue(refusal(changed).contains("is damaged"));
    TaggerSession.open(ByteBuffer.wrap(changed), "memory", false).close();
  }

  /** Where the first number of the largest constant stands. */
  private static int weight(byte[] model) throws IOException {
    int largest = 0;
    int found = 0;
    for (ByteBuffer each : constants(model)) {
      if (each.remaining() > largest) {
        largest = each.remaining();
        found = each.arrayOffset() + each.position();
      }
    }
    return found;
  }

  private static List<ByteBuffer> constants(byte[] model) throws IOException {
    List<ByteBuffer> constants = new ArrayList<>();
    MessageFields fields =
        MessageFields.of(new ModelSource.InMemory(ByteBuffer.wrap(model), "memory"));
    while (fields.next()) {
      MessageFields graph = fields.message();
      while (fields.isContent(7) && graph.next()) {
        MessageFields tensor = graph.message();
        while (graph.isContent(5) && tensor.next()) {
          if (tensor.isContent(9)) {
            constants.add(tensor.content());
          }
        }
      }
    }
    return constants;
  }
}
