package org.namespan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.namespan.ModelFormatException;

/**
 * Whatever the entries of a model file are, they are read, and then written and read again to the
 * same, or refused in one line. An input is their keys and values, each ended by NUL.
 */
class MetadataFuzzTest {

  @FuzzTest(maxDuration = "1m")
  void tagger(byte[] bytes) throws ModelFormatException {
    ModelMetadata metadata;
    try {
      metadata = MetadataCodec.fromBytes(entries(bytes), "model");
    } catch (ModelFormatException e) {
      requireOneLine(e);
      return;
    }
    Map<String, String> written = MetadataCodec.toEntries(metadata);
    assertEquals(
        written, MetadataCodec.toEntries(MetadataCodec.fromEntries(written, "written again")));
  }

  @FuzzTest(maxDuration = "1m")
  void classifier(byte[] bytes) throws ModelFormatException {
    ClassifierMetadata metadata;
    try {
      metadata = ClassifierCodec.fromBytes(entries(bytes), "model");
    } catch (ModelFormatException e) {
      requireOneLine(e);
      return;
    }
    Map<String, String> written = ClassifierCodec.toEntries(metadata);
    assertEquals(
        written, ClassifierCodec.toEntries(ClassifierCodec.fromEntries(written, "written again")));
  }

  private static Map<String, byte[]> entries(byte[] bytes) {
    Map<String, byte[]> entries = new HashMap<>();
    String key = null;
    for (int from = 0; from < bytes.length; ) {
      int end = from;
      while (end < bytes.length && bytes[end] != 0) {
        end++;
      }
      byte[] part = Arrays.copyOfRange(bytes, from, end);
      if (key == null) {
        key = new String(part, StandardCharsets.UTF_8);
      } else {
        entries.put(key, part);
        key = null;
      }
      from = end + 1;
    }
    return entries;
  }

  private static void requireOneLine(ModelFormatException e) {
    assertTrue(e.getMessage().startsWith("model"), e.getMessage());
    assertEquals(1, e.getMessage().lines().count(), e.getMessage());
    assertTrue(e.getMessage().length() <= 605, e.getMessage());
  }
}
