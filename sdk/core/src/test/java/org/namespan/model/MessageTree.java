package org.namespan.model;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The protocol buffer message of a model file, taken apart down to the fields that are no messages,
 * so that each can be changed, moved or left out, and put together again.
 */
final class MessageTree {

  /** What a message is: a name of onnx.proto. */
  enum Kind {
    MODEL,
    GRAPH,
    NODE,
    ATTRIBUTE,
    TENSOR,
    VALUE,
    TYPE,
    TENSOR_TYPE,
    SHAPE,
    DIMENSION,
    OPERATOR_SET,
    ENTRY
  }

  /** Of the fields that are messages, by their numbers. */
  private static final Map<Kind, Map<Integer, Kind>> MESSAGES =
      Map.of(
          Kind.MODEL, Map.of(7, Kind.GRAPH, 8, Kind.OPERATOR_SET, 14, Kind.ENTRY),
          Kind.GRAPH,
              Map.of(1, Kind.NODE, 5, Kind.TENSOR, 11, Kind.VALUE, 12, Kind.VALUE, 13, Kind.VALUE),
          Kind.NODE, Map.of(5, Kind.ATTRIBUTE),
          Kind.VALUE, Map.of(2, Kind.TYPE),
          Kind.TYPE, Map.of(1, Kind.TENSOR_TYPE),
          Kind.TENSOR_TYPE, Map.of(2, Kind.SHAPE),
          Kind.SHAPE, Map.of(1, Kind.DIMENSION));

  private static final int VARINT = 0;
  private static final int CONTENT = 2;

  /** One field, which has a number, a message or bytes. */
  static final class Field {
    int number;
    int writtenAs;
    long value;
    byte[] bytes = {};
    MessageTree message;

    /** What is added to the length that is written before the content. */
    long lie;

    Field copy() {
      Field copy = new Field();
      copy.number = number;
      copy.writtenAs = writtenAs;
      copy.value = value;
      copy.bytes = bytes.clone();
      copy.message = message == null ? null : message.copy();
      copy.lie = lie;
      return copy;
    }
  }

  final Kind kind;
  final List<Field> fields = new ArrayList<>();

  private MessageTree(Kind kind) {
    this.kind = kind;
  }

  /** A model file. */
  static MessageTree of(byte[] model) {
    return of(Kind.MODEL, model);
  }

  private static MessageTree of(Kind kind, byte[] bytes) {
    MessageTree message = new MessageTree(kind);
    int[] at = {0};
    while (at[0] < bytes.length) {
      Field field = new Field();
      long tag = varint(bytes, at);
      field.number = (int) (tag >>> 3);
      field.writtenAs = (int) tag & 7;
      if (field.writtenAs == VARINT) {
        field.value = varint(bytes, at);
      } else {
        int length = field.writtenAs == CONTENT ? (int) varint(bytes, at) : Float.BYTES;
        field.bytes = Arrays.copyOfRange(bytes, at[0], at[0] + length);
        at[0] += length;
        Kind inner = MESSAGES.getOrDefault(kind, Map.of()).get(field.number);
        if (field.writtenAs == CONTENT && inner != null) {
          field.message = of(inner, field.bytes);
        }
      }
      message.fields.add(field);
    }
    return message;
  }

  /** The same again, to be changed. */
  MessageTree copy() {
    MessageTree copy = new MessageTree(kind);
    fields.forEach(field -> copy.fields.add(field.copy()));
    return copy;
  }

  /** This message and all within. */
  List<MessageTree> all() {
    List<MessageTree> all = new ArrayList<>();
    all.add(this);
    for (Field field : fields) {
      if (field.message != null) {
        all.addAll(field.message.all());
      }
    }
    return all;
  }

  /** As protocol buffers write it. */
  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Field field : fields) {
      write(out, (long) field.number << 3 | field.writtenAs);
      if (field.writtenAs == VARINT) {
        write(out, field.value);
      } else {
        byte[] content = field.message == null ? field.bytes : field.message.toBytes();
        if (field.writtenAs == CONTENT) {
          write(out, content.length + field.lie);
        }
        out.writeBytes(content);
      }
    }
    return out.toByteArray();
  }

  private static long varint(byte[] bytes, int[] at) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at[0]++];
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
  }

  private static void write(ByteArrayOutputStream out, long number) {
    long rest = number;
    for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
      out.write((int) rest & 0x7F | 0x80);
    }
    out.write((int) rest);
  }
}
