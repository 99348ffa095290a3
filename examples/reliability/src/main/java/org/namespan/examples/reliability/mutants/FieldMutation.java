package org.namespan.examples.reliability.mutants;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Changes one field of a protobuf message, at any depth, and keeps the lengths of what it stands in
 * right, so that what reads it gets as far as the field. Fields are those of onnx.proto.
 */
final class FieldMutation {

  /** Of the graph and what stands in it: nodes, constants, inputs, outputs. */
  static final FieldMutation GRAPH =
      new FieldMutation(
          7,
          Map.of(
              "7", "1 5 11 12",
              "7.1", "5",
              "7.11", "2",
              "7.11.2", "1",
              "7.11.2.1", "2",
              "7.11.2.1.2", "1",
              "7.12", "2",
              "7.12.2", "1"));

  /** Of one of the entries of the metadata, its key and its value. */
  static final FieldMutation METADATA = new FieldMutation(14, Map.of("14", ""));

  private static final int LENGTH_DELIMITED = 2;

  private static final List<String> VALUES =
      List.of("", "0", "-1", "2147483647", "1e999", "NaN", "\n\n\n", "\u001b[2J", "maxent", "ANY");

  private final int top;
  private final Map<String, String> messages;

  /**
   * @param top the field of the model that is gone into
   * @param messages by path, the fields that are messages themselves
   */
  private FieldMutation(int top, Map<String, String> messages) {
    this.top = top;
    this.messages = messages;
  }

  /** A field as it stands: number, type, and all of its bytes or those of its content. */
  private record Field(int number, int type, byte[] whole, byte[] content) {}

  byte[] apply(byte[] model, Random random) {
    return change(model, "", random);
  }

  private byte[] change(byte[] message, String path, Random random) {
    List<Field> fields = fields(message);
    List<Integer> candidates = new ArrayList<>();
    for (int i = 0; i < fields.size(); i++) {
      if (!path.isEmpty() || fields.get(i).number == top) {
        candidates.add(i);
      }
    }
    if (candidates.isEmpty()) {
      return message;
    }
    int chosen = candidates.get(random.nextInt(candidates.size()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < fields.size(); i++) {
      byte[] bytes = fields.get(i).whole;
      out.writeBytes(i == chosen ? changed(fields.get(i), path, random) : bytes);
    }
    return out.toByteArray();
  }

  private byte[] changed(Field field, String parent, Random random) {
    String path = (parent.isEmpty() ? "" : parent + ".") + field.number;
    boolean isMessage =
        parent.isEmpty()
            || List.of(messages.getOrDefault(parent, "").split(" ", -1))
                .contains(Integer.toString(field.number));
    if (field.type == LENGTH_DELIMITED && isMessage && random.nextInt(8) > 0) {
      return field(field.number, change(field.content, path, random));
    }
    switch (random.nextInt(4)) {
      case 0:
        return new byte[0];
      case 1:
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(field.whole);
        twice.writeBytes(field.whole);
        return twice.toByteArray();
      default:
        return field.type == LENGTH_DELIMITED
            ? field(field.number, content(field.content, random))
            : number(field, random);
    }
  }

  private static byte[] content(byte[] content, Random random) {
    byte[] other = VALUES.get(random.nextInt(VALUES.size())).getBytes(StandardCharsets.UTF_8);
    int at = random.nextInt(content.length + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (random.nextInt(4)) {
      case 0:
        return other;
      case 1:
        out.write(content, 0, at);
        out.writeBytes(other);
        out.write(content, at, content.length - at);
        return out.toByteArray();
      case 2:
        out.write(content, 0, at);
        return out.toByteArray();
      default:
        byte[] changed = content.clone();
        for (int left = 1 + random.nextInt(4); left > 0 && changed.length > 0; left--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt();
        }
        return changed;
    }
  }

  private static byte[] number(Field field, Random random) {
    long[] numbers = {
      0, 1, -1, 127, 1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE, random.nextInt(20)
    };
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (field.type == 0) {
      varint((long) field.number << 3, out);
      varint(numbers[random.nextInt(numbers.length)], out);
    } else {
      out.writeBytes(field.whole);
      byte[] bytes = out.toByteArray();
      bytes[bytes.length - 1 - random.nextInt(4)] = (byte) random.nextInt();
      return bytes;
    }
    return out.toByteArray();
  }

  private static byte[] field(int number, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    varint(((long) number << 3) | LENGTH_DELIMITED, out);
    varint(content.length, out);
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static void varint(long value, ByteArrayOutputStream out) {
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      out.write((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.write((int) rest);
  }

  private static List<Field> fields(byte[] message) {
    List<Field> fields = new ArrayList<>();
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      int start = in.position();
      long tag = varint(in);
      int type = (int) (tag & 7);
      int length =
          switch (type) {
            case 0 -> {
              varint(in);
              yield 0;
            }
            case 1 -> Long.BYTES;
            case LENGTH_DELIMITED -> (int) varint(in);
            case 5 -> Integer.BYTES;
            default -> throw new IllegalArgumentException("found wire type " + type);
          };
      byte[] content = new byte[length];
      in.get(content);
      byte[] whole = new byte[in.position() - start];
      System.arraycopy(message, start, whole, 0, whole.length);
      fields.add(new Field((int) (tag >>> 3), type, whole, content));
    }
    return fields;
  }

  private static long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte part = in.get();
      value |= (long) (part & 0x7F) << shift;
      if (part >= 0) {
        return value;
      }
    }
  }
}
