package org.namespan.model;

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
  final Ids words = new Ids();

  /** {@code [size, time, features]}. */
  final Ids hashes = new Ids();

  /** {@code [size, time, length]}. */
  final Ids chars = new Ids();

  /** {@code [size]}. */
  final Ids lengths = new Ids();

  /** {@code [time, labels]}, for the scores of one sentence. */
  float[] sentence = new float[0];

  private FloatBuffer scores = bytes(0).asFloatBuffer();

  /** What one input of the graph takes. */
  static final class Ids {

    /** To be written to, from its start. */
    int[] values = new int[0];

    private IntBuffer direct = bytes(0).asIntBuffer();

    private void require(int count) {
      if (values.length < count) {
        values = new int[count];
        direct = bytes(count).asIntBuffer();
      }
    }

    /** A copy of the first values where ONNX Runtime can read it. */
    IntBuffer direct(int count) {
      IntBuffer buffer = direct.duplicate();
      buffer.put(values, 0, count);
      buffer.flip();
      return buffer;
    }
  }

  /**
   * Makes room; what the arrays held is lost.
   *
   * @param hashCount ids of hashed features per token
   * @param charLength ids of characters per token
   * @param labels scores per token
   */
  void require(int size, int time, int hashCount, int charLength, int labels) {
    int tokens = Math.multiplyExact(size, time);
    words.require(tokens);
    hashes.require(Math.multiplyExact(tokens, hashCount));
    chars.require(Math.multiplyExact(tokens, charLength));
    lengths.require(size);
    if (scores.capacity() < Math.multiplyExact(tokens, labels)) {
      scores = bytes(tokens * labels).asFloatBuffer();
    }
    if (sentence.length < time * labels) {
      sentence = new float[time * labels];
    }
  }

  /** The scores {@code [size, time, labels]} of the last run, from here on up to a count. */
  FloatBuffer scores(int from, int count) {
    FloatBuffer part = scores.duplicate();
    part.position(from);
    part.limit(from + count);
    return part;
  }

  private static ByteBuffer bytes(int numbers) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(numbers, Float.BYTES))
        .order(ByteOrder.nativeOrder());
  }
}
