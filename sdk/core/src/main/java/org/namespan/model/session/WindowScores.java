package org.namespan.model.session;

import java.util.List;
import org.namespan.model.GraphSignature;
import org.namespan.model.feature.EncodedTokens;
import org.namespan.model.text.Interruption;

/**
 * What the graph gives for the windows of sentences, one window after another: a cursor that runs a
 * batch when it needs more. Holds buffers of its session until closed. Used by one thread.
 */
final class WindowScores implements AutoCloseable {

  private final GraphSession session;
  private final EncodedTokens tokens;
  private final GraphSignature.Tensor output;
  private final BatchBuffers buffers;
  private final int batchSize;

  /** The shortest first. */
  private final List<Window> windows;

  private final int[] lengths;

  /** The windows of the batch that ran last, and the next of them to be read. */
  private int batchStart;

  private int batchEnd;
  private int nextWindow;
  private boolean closed;

  /**
   * @param windowSize tokens of a window at most
   * @param batchSize windows that one run takes at most
   */
  WindowScores(GraphSession session, EncodedTokens tokens, int windowSize, int batchSize) {
    this.session = session;
    this.tokens = tokens;
    this.output = session.signature().output();
    this.batchSize = batchSize;
    this.windows = Window.of(tokens, windowSize);
    this.lengths = new int[windows.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = windows.get(i).length();
    }
    this.buffers = session.takeBuffers();
  }

  /**
   * Goes to the next window, and reads its {@link #scores}.
   *
   * @return whether there was one left
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  boolean next() {
    if (nextWindow == lengths.length) {
      return false;
    }
    if (nextWindow == batchEnd) {
      runBatch();
    }
    int row = nextWindow++ - batchStart;
    int time = lengths[batchEnd - 1];
    buffers.readScores(row * output.perSentence(time), output.perSentence(window().length()));
    return true;
  }

  private void runBatch() {
    Interruption.check();
    batchStart = batchEnd;
    batchEnd = EmissionScorer.batchEnd(lengths, batchStart, batchSize);
    int size = batchEnd - batchStart;
    int time = lengths[batchEnd - 1];
    buffers.require(size, time);
    for (int row = 0; row < size; row++) {
      buffers.put(row, time, tokens, windows.get(batchStart + row));
    }
    session.run(buffers, size, time);
  }

  /** The window. */
  Window window() {
    return windows.get(nextWindow - 1);
  }

  /** The output for the window without padding, and perhaps more behind it; good until next. */
  float[] scores() {
    return buffers.sentence;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      session.giveBack(buffers);
    }
  }
}
