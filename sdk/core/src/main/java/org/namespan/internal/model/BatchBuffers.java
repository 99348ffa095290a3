package org.namespan.internal.model;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

/**
 * Where the ids of a batch and its scores stand. Arrays to write the ids to, and direct memory that
 * ONNX Runtime reads and writes where it lies; kept from one batch to the next and grown where one
 * needs more. Used by one thread at a time.
 */
final class BatchBuffers {

  /** {@code [size, time]}. */
  int[] words = new int[0];

  /** {@code [size, time, features]}. */
  int[] hashes = new int[0];

  /** {@code [size, time, length]}. */
  int[] chars = new int[0];

  /** {@code [size]}. */
  int[] lengths = new int[0];

  /** {@code [time, labels]}, for the scores of one sentence. */
  float[] sentence = new float[0];

  private IntBuffer directWords = ints(0);
  private IntBuffer directHashes = ints(0);
  private IntBuffer directChars = ints(0);
  private IntBuffer directLengths = ints(0);
  private FloatBuffer scores = bytes(0).asFloatBuffer();

  /**
   * Makes room; what the arrays held is lost.
   *
   * @param hashes ids of hashed features per token
   * @param chars ids of characters per token
   * @param labels scores per token
   */
  void require(int size, int time, int hashes, int chars, int labels) {
    int tokens = Math.multiplyExact(size, time);
    if (words.length < tokens) {
      this.words = new int[tokens];
      this.hashes = new int[Math.multiplyExact(tokens, hashes)];
      this.chars = new int[Math.multiplyExact(tokens, chars)];
      directWords = ints(words.length);
      directHashes = ints(this.hashes.length);
      directChars = ints(this.chars.length);
      scores = bytes(Math.multiplyExact(tokens, labels)).asFloatBuffer();
    }
    if (sentence.length < time * labels) {
      sentence = new float[time * labels];
    }
    if (lengths.length < size) {
      lengths = new int[size];
      directLengths = ints(size);
    }
  }

  IntBuffer words(int count) {
    return copied(words, directWords, count);
  }

  IntBuffer hashes(int count) {
    return copied(hashes, directHashes, count);
  }

  IntBuffer chars(int count) {
    return copied(chars, directChars, count);
  }

  IntBuffer lengths(int count) {
    return copied(lengths, directLengths, count);
  }

  /** The scores {@code [size, time, labels]} of the last run, from here on up to a count. */
  FloatBuffer scores(int from, int count) {
    FloatBuffer part = scores.duplicate();
    part.position(from);
    part.limit(from + count);
    return part;
  }

  private static IntBuffer copied(int[] values, IntBuffer direct, int count) {
    IntBuffer buffer = direct.duplicate();
    buffer.put(values, 0, count);
    buffer.flip();
    return buffer;
  }

  private static IntBuffer ints(int count) {
    return bytes(count).asIntBuffer();
  }

  private static ByteBuffer bytes(int numbers) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(numbers, Float.BYTES))
        .order(ByteOrder.nativeOrder());
  }
}
