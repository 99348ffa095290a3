package org.namespan.model.session;

import java.io.IOException;
import java.nio.ByteBuffer;
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

  private static final int KEY = 1;
  private static final int VALUE = 2;

  /** Bits of a tag that tell how its field is written. */
  private static final int WRITTEN_AS = 7;

  private static final int VARINT = 0;

  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FOUR_BYTES = 5;

  /** Bytes of a tag and a length, or of a tag and a number. */
  private static final int MOST_BEFORE_CONTENT = 20;

  private OnnxMetadata() {}

  /**
   * The entries of a file, their values in UTF-8.
   *
   * @throws IllegalArgumentException if it is not such a file
   * @throws IOException if it cannot be read
   */
  static Map<String, byte[]> read(ModelSource model) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    long size = model.size();
    long at = 0;
    while (at < size) {
      ByteBuffer field = model.read(at, MOST_BEFORE_CONTENT);
      long tag = varint(field);
      if (((int) tag & WRITTEN_AS) != LENGTH_DELIMITED) {
        skip(field, (int) tag & WRITTEN_AS);
        at += field.position();
        continue;
      }
      long length = varint(field);
      at += field.position();
      if (length < 0 || length > size - at) {
        throw cutOff();
      }
      if (tag == (METADATA_PROPS << 3 | LENGTH_DELIMITED)) {
        addEntry(model.read(at, Math.toIntExact(length)), entries);
      }
      at += length;
    }
    return entries;
  }

  private static void addEntry(ByteBuffer entry, Map<String, byte[]> entries) {
    String key = "";
    byte[] value = new byte[0];
    while (entry.hasRemaining()) {
      long tag = varint(entry);
      if (tag == (KEY << 3 | LENGTH_DELIMITED)) {
        key = new String(message(entry), StandardCharsets.UTF_8);
      } else if (tag == (VALUE << 3 | LENGTH_DELIMITED)) {
        value = message(entry);
      } else {
        skip(entry, (int) tag & WRITTEN_AS);
      }
    }
    entries.put(key, value);
  }

  private static byte[] message(ByteBuffer rest) {
    byte[] message = new byte[length(rest)];
    rest.get(message);
    return message;
  }

  private static int length(ByteBuffer rest) {
    long length = varint(rest);
    if (length < 0 || length > rest.remaining()) {
      throw cutOff();
    }
    return (int) length;
  }

  private static void skip(ByteBuffer rest, int writtenAs) {
    switch (writtenAs) {
      case VARINT:
        varint(rest);
        return;
      case EIGHT_BYTES:
        advance(rest, Long.BYTES);
        return;
      case LENGTH_DELIMITED:
        advance(rest, length(rest));
        return;
      case FOUR_BYTES:
        advance(rest, Integer.BYTES);
        return;
      default:
        throw new IllegalArgumentException(
            "a field written as " + writtenAs + ", expected " + VARINT + " to " + FOUR_BYTES);
    }
  }

  private static void advance(ByteBuffer rest, int bytes) {
    if (bytes > rest.remaining()) {
      throw cutOff();
    }
    rest.position(rest.position() + bytes);
  }

  private static long varint(ByteBuffer rest) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE; shift += 7) {
      if (!rest.hasRemaining()) {
        throw cutOff();
      }
      byte next = rest.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("a number of more than 10 bytes");
  }

  private static IllegalArgumentException cutOff() {
    return new IllegalArgumentException("the file ends inside a field");
  }
}
