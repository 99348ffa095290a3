package org.namespan.model.session;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The fields of one protocol buffer message, one after the other, as they are written: content of
 * bytes, texts and messages is passed over unless it is asked for.
 */
final class MessageFields {

  /** Bits of a tag that tell how its field is written. */
  private static final int WRITTEN_AS = 7;

  private static final int WRITTEN_AS_BITS = 3;
  private static final int VARINT = 0;
  private static final int EIGHT_BYTES = 1;
  private static final int LENGTH_DELIMITED = 2;
  private static final int FOUR_BYTES = 5;

  /** Bytes of a tag and a length, or of a tag and a number. */
  private static final int MOST_BEFORE_CONTENT = 20;

  /**
   * Bytes that are read at once: a file of empty fields would else cost two calls of the operating
   * system for every two bytes.
   */
  private static final int WINDOW = 512;

  private final ModelSource model;
  private final long end;
  private long next;
  private int count;

  /** Some bytes of the message, from {@link #windowStart} on. */
  private ByteBuffer window = ByteBuffer.allocate(0);

  private long windowStart;

  private long tag;
  private long value;
  private long start;

  private MessageFields(ModelSource model, long start, long end) {
    this.model = model;
    this.next = start;
    this.end = end;
  }

  /** The fields of the message that all the bytes are. */
  static MessageFields of(ModelSource model) throws IOException {
    return new MessageFields(model, 0, model.size());
  }

  /**
   * Goes to the next field; false where there is none.
   *
   * @throws IllegalArgumentException if the bytes are no protocol buffer
   */
  boolean next() throws IOException {
    if (next >= end) {
      return false;
    }
    count++;
    ByteBuffer field = window();
    tag = varint(field);
    if (tag >>> Integer.SIZE != 0) {
      // Others take the lower bits alone.
      throw new IllegalArgumentException("a tag of more than 32 bits");
    }
    value = 0;
    int writtenAs = (int) tag & WRITTEN_AS;
    switch (writtenAs) {
      case VARINT:
        value = varint(field);
        break;
      case EIGHT_BYTES:
        advance(field, Long.BYTES);
        break;
      case FOUR_BYTES:
        advance(field, Integer.BYTES);
        break;
      case LENGTH_DELIMITED:
        value = varint(field);
        break;
      default:
        throw new IllegalArgumentException(
            "a field written as " + writtenAs + ", expected " + VARINT + " to " + FOUR_BYTES);
    }
    start = windowStart + field.position();
    next = start;
    if (writtenAs == LENGTH_DELIMITED) {
      if (value < 0 || value > end - start) {
        throw cutOff();
      }
      next += value;
    }
    return true;
  }

  /** Bytes of the message in which the next field begins, where they stand. */
  private ByteBuffer window() throws IOException {
    long most = Math.min(MOST_BEFORE_CONTENT, end - next);
    if (next + most > windowStart + window.limit()) {
      window = model.read(next, (int) Math.min(WINDOW, end - next));
      windowStart = next;
    }
    window.position((int) (next - windowStart));
    return window;
  }

  /** How many fields there were up to this one. */
  int count() {
    return count;
  }

  /** The number of the field. */
  long number() {
    return tag >>> WRITTEN_AS_BITS;
  }

  /** The number that the field is, or how many bytes its content has. */
  long value() {
    return value;
  }

  /** Whether it is a field of this number with bytes, a text or a message. */
  boolean isContent(int number) {
    return tag == ((long) number << WRITTEN_AS_BITS | LENGTH_DELIMITED);
  }

  /** Whether it is a field of this number that is itself a number. */
  boolean isNumber(int number) {
    return tag == ((long) number << WRITTEN_AS_BITS | VARINT);
  }

  /** Whether its content is bytes, a text, a message or several numbers. */
  boolean hasContent() {
    return ((int) tag & WRITTEN_AS) == LENGTH_DELIMITED;
  }

  /** Whether it is written in 4 or 8 bytes, as floats are. */
  boolean isFixed() {
    int writtenAs = (int) tag & WRITTEN_AS;
    return writtenAs == FOUR_BYTES || writtenAs == EIGHT_BYTES;
  }

  /** The content. */
  ByteBuffer content() throws IOException {
    ByteBuffer content = model.read(start, Math.toIntExact(value));
    if (content.remaining() != value) {
      // The file has become shorter meanwhile.
      throw cutOff();
    }
    return content;
  }

  /** The content as it is. */
  byte[] bytes() throws IOException {
    byte[] bytes = new byte[Math.toIntExact(value)];
    content().get(bytes);
    return bytes;
  }

  /**
   * The content as a text.
   *
   * @throws IllegalArgumentException if it is not UTF-8: two texts shall not be one here that are
   *     two to others
   */
  String text() throws IOException {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(content()).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text that is not UTF-8", e);
    }
  }

  /** The fields of the message that the content is. */
  MessageFields message() {
    return new MessageFields(model, start, next);
  }

  private static void advance(ByteBuffer rest, int bytes) {
    if (bytes > rest.remaining()) {
      throw cutOff();
    }
    rest.position(rest.position() + bytes);
  }

  /** A number of the variable length that protocol buffers write. */
  static long varint(ByteBuffer rest) {
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
