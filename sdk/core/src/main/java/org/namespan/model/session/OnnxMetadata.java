package org.namespan.model.session;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads the {@code metadata_props} of an ONNX file, and of its protocol buffer nothing else: what
 * stands there can be made ready while ONNX Runtime is still at the graph. Of several entries of
 * one key the last counts.
 */
final class OnnxMetadata {

  /** Field of {@code ModelProto}: repeated {@code StringStringEntryProto}. */
  private static final int METADATA_PROPS = 14;

  /** Beside some twenty keys there are facts, one for each type or class among them. */
  static final int MOST_ENTRIES = 20_000;

  private static final int KEY = 1;
  private static final int VALUE = 2;

  private OnnxMetadata() {}

  /**
   * The entries of a file, their values in UTF-8.
   *
   * @throws IllegalArgumentException if it is not such a file, or has more than {@link
   *     #MOST_ENTRIES}
   * @throws IOException if it cannot be read
   */
  static Map<String, byte[]> read(ModelSource model) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    MessageFields fields = MessageFields.of(model);
    int count = 0;
    while (fields.next()) {
      if (fields.isContent(METADATA_PROPS)) {
        count++;
        if (count > MOST_ENTRIES) {
          throw new IllegalArgumentException(
              "found more than " + MOST_ENTRIES + " metadata entries, expected fewer");
        }
        addEntry(
            MessageFields.of(new ModelSource.InMemory(fields.content(), model.name())), entries);
      }
    }
    return entries;
  }

  private static void addEntry(MessageFields entry, Map<String, byte[]> entries)
      throws IOException {
    String key = "";
    byte[] value = new byte[0];
    while (entry.next()) {
      if (entry.isContent(KEY)) {
        key = new String(entry.bytes(), StandardCharsets.UTF_8);
      } else if (entry.isContent(VALUE)) {
        value = entry.bytes();
      }
    }
    entries.put(key, value);
  }
}
