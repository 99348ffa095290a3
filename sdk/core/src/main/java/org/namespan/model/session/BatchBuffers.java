package org.namespan.model.session;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.model.GraphSignature;
import org.namespan.model.feature.EncodedTokens;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.TokenInput;

/**
 * Where the ids of a batch and its scores stand. Arrays to write the ids to, and direct memory that
 * ONNX Runtime reads and writes where it lies; kept from one batch to the next and grown where one
 * needs more. Used by one thread at a time.
 */
final class BatchBuffers {

  /** Per input of tokens, {@code [size, time, width]}, and behind them lengths {@code [size]}. */
  private final Ids[] inputs;

  /** Per input of tokens, how many ids it has of one. */
  private final int[] widths;

  /** {@code [time, labels]} or {@code [classes]}, for the scores of one sentence. */
  float[] sentence = new float[0];

  /** Behind these where nobody uses them. */
  @Nullable BatchBuffers next;

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

  private final GraphSignature.Tensor output;

  /** None yet, for the graphs of a signature. */
  BatchBuffers(GraphSignature signature) {
    List<TokenInput> tokenInputs = signature.tokenInputs();
    widths = new int[tokenInputs.size()];
    inputs = new Ids[widths.length + 1];
    for (int i = 0; i < inputs.length; i++) {
      inputs[i] = new Ids();
    }
    for (int i = 0; i < widths.length; i++) {
      widths[i] = tokenInputs.get(i).width();
    }
    output = signature.output();
  }

  /** Makes room for a batch; what the arrays held is lost. */
  void require(int size, int time) {
    int tokens = Math.multiplyExact(size, time);
    for (int i = 0; i < widths.length; i++) {
      inputs[i].require(Math.multiplyExact(tokens, widths[i]));
    }
    lengths().require(size);
    int perSentence = output.perSentence(time);
    int all = Math.multiplyExact(size, perSentence);
    if (scores.capacity() < all) {
      scores = bytes(all).asFloatBuffer();
    }
    if (sentence.length < perSentence) {
      sentence = new float[perSentence];
    }
  }

  /**
   * Writes a window to a row of the batch, and padding after it.
   *
   * @param time tokens of a row
   */
  void put(int row, int time, EncodedTokens tokens, Window window) {
    int first = row * time;
    int length = window.length();
    for (int i = 0; i < widths.length; i++) {
      int width = widths[i];
      int[] ids = inputs[i].values;
      tokens.copy(i, window.sentence(), window.start(), length, ids, first * width);
      Arrays.fill(ids, (first + length) * width, (first + time) * width, TokenFeatures.PAD);
    }
    lengths().values[row] = length;
  }

  /**
   * What an input of the graph takes.
   *
   * @param input which of {@link GraphSignature#inputs}, counted from 0
   */
  Ids ids(int input) {
    return inputs[input];
  }

  /** Tokens of each sentence {@code [size]}. */
  Ids lengths() {
    return inputs[widths.length];
  }

  /** The output of the last run, row after row, from here on up to a count. */
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
