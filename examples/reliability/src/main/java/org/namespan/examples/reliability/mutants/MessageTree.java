package org.namespan.examples.reliability.mutants;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Wire types. */
  static final int VARINT = 0;

  static final int CONTENT = 2;
  private static final int FIXED_64 = 1;
  private static final int FIXED_32 = 5;

  private static final int ENTRY_KEY = 1;
  private static final int ENTRY_VALUE = 2;

  /** One field, which has a number, a message or bytes. */
  static final class Field {
    int number;
    int wireType;
    long value;
    byte[] bytes = {};
    @Nullable MessageTree message;

    /** What is added to the length that is written before the content. */
    long lie;

    Field copy() {
      Field copy = new Field();
      copy.number = number;
      copy.wireType = wireType;
      copy.value = value;
      copy.bytes = bytes.clone();
      copy.message = message == null ? null : message.copy();
      copy.lie = lie;
      return copy;
    }

    boolean is(Kind kind) {
      return message != null && message.kind == kind;
    }

    /** What stands behind its tag and its length. */
    byte[] content() {
      return message == null ? bytes : message.toBytes();
    }

    String text() {
      return new String(content(), StandardCharsets.UTF_8);
    }

    /** Puts bytes in the place of its content. */
    void set(byte[] content) {
      message = null;
      bytes = content;
    }
  }

  final Kind kind;
  final List<Field> fields = new ArrayList<>();

  private MessageTree(Kind kind) {
    this.kind = kind;
  }

  /**
   * A model file. What should be a message within it and is none stays as bytes.
   *
   * @throws IllegalArgumentException if it is no message itself
   */
  static MessageTree of(byte[] model) {
    return of(Kind.MODEL, ByteBuffer.wrap(model));
  }

  private static MessageTree of(Kind kind, ByteBuffer in) {
    MessageTree message = new MessageTree(kind);
    while (in.hasRemaining()) {
      Field field = new Field();
      long tag = readVarint(in);
      field.number = (int) (tag >>> 3);
      field.wireType = (int) tag & 7;
      if (field.wireType == VARINT) {
        field.value = readVarint(in);
      } else {
        int length = (int) length(field.wireType, in);
        Kind inner = MESSAGES.getOrDefault(kind, Map.of()).get(field.number);
        if (field.wireType == CONTENT && inner != null) {
          field.message = messageOrNull(inner, in.slice(in.position(), length));
        }
        if (field.message == null) {
          field.bytes = new byte[length];
          in.get(in.position(), field.bytes);
        }
        in.position(in.position() + length);
      }
      message.fields.add(field);
    }
    return message;
  }

  private static @Nullable MessageTree messageOrNull(Kind kind, ByteBuffer content) {
    try {
      return of(kind, content);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static long length(int wireType, ByteBuffer in) {
    long length =
        switch (wireType) {
          case FIXED_64 -> Long.BYTES;
          case CONTENT -> readVarint(in);
          case FIXED_32 -> Integer.BYTES;
          default ->
              throw new IllegalArgumentException(
                  "found wire type " + wireType + ", expected 0, 1, 2 or 5");
        };
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException(
          "found a length of " + length + ", expected at most " + in.remaining());
    }
    return length;
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

  /** Of a model, the entries of its metadata that have a value. */
  List<MessageTree> entries() {
    List<MessageTree> entries = new ArrayList<>();
    for (Field field : fields) {
      MessageTree message = field.message;
      if (message != null && message.kind == Kind.ENTRY && message.last(ENTRY_VALUE) != null) {
        entries.add(message);
      }
    }
    return entries;
  }

  /** Of a model, takes out the entries of a key. */
  void removeEntries(String key) {
    fields.removeIf(
        field ->
            field.message != null
                && field.message.kind == Kind.ENTRY
                && field.message.key().equals(key));
  }

  /** Of an entry. */
  String key() {
    Field key = last(ENTRY_KEY);
    return key == null ? "" : key.text();
  }

  /** Of an entry among {@link #entries}. */
  Field value() {
    Field value = last(ENTRY_VALUE);
    if (value == null) {
      throw new IllegalStateException("found an entry without a value");
    }
    return value;
  }

  /** Of several the last counts. */
  private @Nullable Field last(int number) {
    Field last = null;
    for (Field field : fields) {
      last = field.number == number && field.wireType == CONTENT ? field : last;
    }
    return last;
  }

  /** As protocol buffers write it. */
  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Field field : fields) {
      writeVarint(((long) field.number << 3) | field.wireType, out);
      if (field.wireType == VARINT) {
        writeVarint(field.value, out);
      } else {
        byte[] content = field.content();
        if (field.wireType == CONTENT) {
          writeVarint(content.length + field.lie, out);
        }
        out.writeBytes(content);
      }
    }
    return out.toByteArray();
  }

  private static long readVarint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE && in.hasRemaining(); shift += 7) {
      byte next = in.get();
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new IllegalArgumentException("found a number without end");
  }

  private static void writeVarint(long number, ByteArrayOutputStream out) {
    long rest = number;
    for (; (rest & ~0x7FL) != 0; rest >>>= 7) {
      out.write(((int) rest & 0x7F) | 0x80);
    }
    out.write((int) rest);
  }
}
