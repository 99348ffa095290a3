package org.namespan.model.session;

import org.namespan.model.feature.EncodedTokens;

/**
 * The emission scores of sentences, one sentence after another: a cursor that runs the graph when
 * it needs more. Holds buffers of its session until closed. Used by one thread.
 *
 * <pre>{@code
 * try (Emissions emissions = scorer.score(tokens)) {
 *   while (emissions.next()) {
 *     decoder.decode(emissions.scores(), emissions.time());
 *   }
 * }
 * }</pre>
 */
public final class Emissions implements AutoCloseable {

  private final EncodedTokens tokens;
  private final WindowScores windows;
  private final int labels;
  private final int windowSize;

  /** Per sentence the scores put together from windows; null but for the longest. */
  private final float[][] joined;

  /** The next sentence to be looked at for joined scores, once all batches have run. */
  private int nextJoined;

  private int sentence;
  private float[] scores = new float[0];

  Emissions(TaggerSession session, EncodedTokens tokens, int windowSize, int batchSize) {
    this.tokens = tokens;
    this.labels = session.metadata().tagSet().size();
    this.windowSize = windowSize;
    this.joined = new float[tokens.sentences()][];
    this.windows = new WindowScores(session.graph(), tokens, windowSize, batchSize);
  }

  /**
   * Goes to the next sentence; each comes once, in no order.
   *
   * @return whether there was one left
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  public boolean next() {
    while (windows.next()) {
      Window window = windows.window();
      if (window.length() == tokens.count(window.sentence())) {
        sentence = window.sentence();
        scores = windows.scores();
        return true;
      }
      join(window);
    }
    return nextJoined();
  }

  /** Keeps the scores of a window but those nearer to its edges than half of what two overlap. */
  private void join(Window window) {
    int whole = tokens.count(window.sentence());
    if (joined[window.sentence()] == null) {
      joined[window.sentence()] = new float[whole * labels];
    }
    int overlap = Window.overlap(windowSize);
    int from = window.start() == 0 ? 0 : window.start() + overlap / 2;
    int to = window.end() == whole ? whole : window.end() - (overlap - overlap / 2);
    System.arraycopy(
        windows.scores(),
        (from - window.start()) * labels,
        joined[window.sentence()],
        from * labels,
        (to - from) * labels);
  }

  /** Goes to the next sentence longer than the window, or empty. */
  private boolean nextJoined() {
    while (nextJoined < joined.length) {
      sentence = nextJoined++;
      if (joined[sentence] != null || tokens.count(sentence) == 0) {
        scores = joined[sentence] == null ? new float[0] : joined[sentence];
        return true;
      }
    }
    return false;
  }

  /** Which sentence this is, counted from 0 among those given. */
  public int sentence() {
    return sentence;
  }

  /** Tokens in the sentence. */
  public int time() {
    return tokens.count(sentence);
  }

  /**
   * The log-scores {@code [time, labels]} of the sentence, row after row, and perhaps more behind
   * them; good until {@link #next}.
   */
  public float[] scores() {
    return scores;
  }

  @Override
  public void close() {
    windows.close();
  }
}
