package org.namespan.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.namespan.ModelFormatException;
import org.namespan.model.text.TextModels;

class ModelDigestTest {

  /** SHA-256 of {@code abc}, as FIPS 180-2 has it. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void appendsOneEntryOfProtocolBuffers() {
    String entry = "\n\u000fnamespan.sha256\u0012@" + OF_ABC;
    assertEquals(83, entry.length());
    assertArrayEquals(latin("abcrS" + entry), ModelDigest.append(latin("abc")));
  }

  /** The fixtures' digests were computed by the page's lines of Python. */
  @Test
  void writesWhatThePageSays() throws ModelFormatException {
    for (int i = 0; i < 2; i++) {
      byte[] model = i == 0 ? ModelBytes.fixture(6) : ModelBytes.fixtureOfAClassifier();
      byte[] without = Arrays.copyOf(model, model.length - ModelDigest.SIZE);
      assertArrayEquals(model, ModelDigest.append(without));
    }
    ModelBytes older = ModelBytes.of(ModelBytes.fixture(4));
    Map<String, String> entries = ModelDigest.entriesWithVersion(older.entries());
    assertEquals("6", entries.get("namespan.format"));
    assertArrayEquals(
        ModelBytes.fixture(6), ModelDigest.append(older.withEntries(entries).bytes()));
  }

  @Test
  void readsADigestAtTheEndAlone() {
    byte[] model = ModelDigest.append(latin("abc"));
    assertEquals(OF_ABC, read(model, model.length));
    assertNull(read(model, model.length - 1));
    assertNull(read(latin("abc"), 3));
    for (int i = 3; i < model.length - OF_ABC.length(); i++) {
      byte[] other = model.clone();
      other[i] ^= 1;
      assertNull(read(other, other.length));
    }
  }

  private static String read(byte[] model, int end) {
    int start = Math.max(0, end - ModelDigest.SIZE);
    return ModelDigest.read(ByteBuffer.wrap(model, start, end - start));
  }

  /** So that every file can have a digest, version 6 takes what versions 1 and 2 take. */
  @Test
  void modelsOfOpenNlpMayBeOfVersionSix() throws ModelFormatException {
    Map<String, String> old = ModelBytes.of(ModelBytes.fixture(1)).entries();
    Map<String, String> entries = ModelDigest.entriesWithVersion(old);
    entries.put(ModelDigest.KEY, OF_ABC);
    ModelMetadata metadata = MetadataCodec.fromEntries(entries, "file");
    assertEquals(TextModels.Kind.OPENNLP, metadata.textModels().kind());
    assertEquals(old, MetadataCodec.toEntries(metadata));
  }

  /** A file of version 6 has no other reason for its version, so nothing else has to be there. */
  @Test
  void versionSixNeedsADigestAndNothingElse() throws ModelFormatException {
    Map<String, String> entries =
        ModelDigest.entriesWithVersion(ModelBytes.of(ModelBytes.fixture(3)).entries());
    entries.keySet().removeIf(key -> key.startsWith("namespan.transitions"));
    entries.put(ModelDigest.KEY, OF_ABC);
    assertEquals(true, MetadataCodec.fromEntries(entries, "file").transitions().isZero());
  }
}
