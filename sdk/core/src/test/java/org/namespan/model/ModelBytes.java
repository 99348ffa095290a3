package org.namespan.model;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The bytes of a model file with other metadata. Of the protobuf message {@code ModelProto} only
 * the top level is read: its {@code metadata_props} (field 14, each a key, field 1, and a value,
 * field 2) are taken out and written again; all else is copied.
 */
public final class ModelBytes {

  private static final int METADATA_PROPS = 14 << 3 | 2;

  private final byte[] rest;
  private final Map<String, String> entries;

  private ModelBytes(byte[] rest, Map<String, String> entries) {
    this.rest = rest;
    this.entries = entries;
  }

  /** The fixture of a format version, as it stands. */
  public static byte[] fixture(int version) {
    return fixture("format-" + version);
  }

  /** The fixture that reads characters, as it stands. */
  public static byte[] fixtureWithCharacters() {
    return fixture("format-2-characters");
  }

  /** The classifier whose texts have any number of classes, as it stands. */
  public static byte[] fixtureOfSeveralClasses() {
    return fixture("format-5-several");
  }

  /** The classifier that ends with its digest, as it stands. */
  public static byte[] fixtureOfAClassifier() {
    return fixture("format-6-classifier");
  }

  private static byte[] fixture(String name) {
    try (InputStream in = ModelBytes.class.getResourceAsStream("/fixtures/" + name + ".onnx")) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A model taken apart. */
  public static ModelBytes of(byte[] model) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    Map<String, String> entries = new LinkedHashMap<>();
    for (Field field : fields(model, 0, model.length)) {
      if (field.tag == METADATA_PROPS) {
        List<Field> pair = fields(model, field.from, field.to);
        entries.put(text(model, pair.get(0)), text(model, pair.get(1)));
      } else {
        rest.write(model, field.start, field.to - field.start);
      }
    }
    return new ModelBytes(rest.toByteArray(), entries);
  }

  /** Its metadata. */
  public Map<String, String> entries() {
    return entries;
  }

  /** The model with another value of one metadata entry. */
  public ModelBytes with(String key, String value) {
    Map<String, String> changed = new LinkedHashMap<>(entries);
    changed.put(key, value);
    return new ModelBytes(rest, changed);
  }

  /** The model without a metadata entry. */
  public ModelBytes without(String key) {
    Map<String, String> changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    return new ModelBytes(rest, changed);
  }

  /** The model with other metadata. */
  public ModelBytes withEntries(Map<String, String> others) {
    return new ModelBytes(rest, others);
  }

  /** The model put together again. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(rest);
    entries.forEach(
        (key, value) -> {
          ByteArrayOutputStream pair = new ByteArrayOutputStream();
          writeField(pair, 1 << 3 | 2, key.getBytes(StandardCharsets.UTF_8));
          writeField(pair, 2 << 3 | 2, value.getBytes(StandardCharsets.UTF_8));
          writeField(out, METADATA_PROPS, pair.toByteArray());
        });
    return out.toByteArray();
  }

  /** A field from {@code start}, whose content is {@code from..to}. */
  private record Field(int tag, int start, int from, int to) {}

  private static List<Field> fields(byte[] bytes, int start, int end) {
    List<Field> fields = new ArrayList<>();
    int[] at = {start};
    while (at[0] < end) {
      int fieldStart = at[0];
      int tag = (int) readNumber(bytes, at);
      int wireType = tag & 7;
      if (wireType != 0 && wireType != 2) {
        throw new IllegalArgumentException("wire type " + wireType);
      }
      int value = (int) readNumber(bytes, at);
      int from = at[0];
      at[0] += wireType == 2 ? value : 0;
      fields.add(new Field(tag, fieldStart, from, at[0]));
    }
    return fields;
  }

  private static long readNumber(byte[] bytes, int[] at) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte b = bytes[at[0]++];
      number |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return number;
      }
    }
  }

  private static void writeField(ByteArrayOutputStream out, int tag, byte[] content) {
    writeNumber(out, tag);
    writeNumber(out, content.length);
    out.writeBytes(content);
  }

  private static void writeNumber(ByteArrayOutputStream out, int number) {
    for (int rest = number; ; rest >>>= 7) {
      if (rest < 0x80) {
        out.write(rest);
        return;
      }
      out.write(rest & 0x7F | 0x80);
    }
  }

  private static String text(byte[] bytes, Field field) {
    return new String(bytes, field.from, field.to - field.from, StandardCharsets.UTF_8);
  }
}
