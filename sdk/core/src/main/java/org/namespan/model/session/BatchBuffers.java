package org.namespan.model.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import org.namespan.model.GraphSignature;
import org.namespan.model.feature.EncodedTokens;
import org.namespan.model.feature.TokenFeatures;

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

  private final int hashCount;
  private final int charLength;
  private final int labels;

  /** None yet, for the graphs of a signature. */
  BatchBuffers(GraphSignature signature) {
    hashCount = signature.hashedFeatures();
    charLength = signature.charLength();
    labels = signature.labels();
  }

  /** Makes room for a batch; what the arrays held is lost. */
  void require(int size, int time) {
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

  /**
   * Writes a window to a row of the batch, and padding after it.
   *
   * @param time tokens of a row
   */
  void put(int row, int time, EncodedTokens tokens, Window window) {
    int first = row * time;
    int start = window.start();
    int length = window.length();
    tokens.copyWords(window.sentence(), start, length, words.values, first);
    tokens.copyHashes(window.sentence(), start, length, hashes.values, first * hashCount);
    tokens.copyChars(window.sentence(), start, length, chars.values, first * charLength);
    pad(words, 1, first, length, time);
    pad(hashes, hashCount, first, length, time);
    pad(chars, charLength, first, length, time);
    lengths.values[row] = length;
  }

  private static void pad(Ids ids, int width, int first, int length, int time) {
    Arrays.fill(ids.values, (first + length) * width, (first + time) * width, TokenFeatures.PAD);
  }

  /** What an input of the graph takes. */
  Ids ids(String input) {
    switch (input) {
      case GraphSignature.WORDS:
        return words;
      case GraphSignature.HASHES:
        return hashes;
      case GraphSignature.CHARS:
        return chars;
      case GraphSignature.LENGTHS:
        return lengths;
      default:
        throw new IllegalArgumentException("no input '" + input + "'");
    }
  }

  /** The scores {@code [size, time, labels]} of the last run, from here on up to a count. */
  FloatBuffer scores(int from, int count) {
    FloatBuffer part = scores.duplicate();
    part.position(from);
    part.limit(from + count);
    return part;
  }

  /** Copies some of {@link #scores} to {@link #sentence}. */
  void readScores(int from, int count) {
    scores(from, count).get(sentence, 0, count);
  }

  private static ByteBuffer bytes(int numbers) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(numbers, Float.BYTES))
        .order(ByteOrder.nativeOrder());
  }
}
