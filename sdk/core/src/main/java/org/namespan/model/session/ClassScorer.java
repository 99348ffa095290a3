package org.namespan.model.session;

import org.namespan.model.decode.ClassDecoder;
import org.namespan.model.feature.EncodedTokens;

/**
 * From the tokens of texts to the scores of their classes, in padded batches of like length. A text
 * longer than the window is scored in overlapping windows; its scores are the mean of those of its
 * windows, each weighed by its tokens. Does not own its session. Safe for use by many threads.
 */
public final class ClassScorer {

  private final ClassifierSession session;
  private final ClassDecoder decoder;
  private final int window;
  private final int batchSize;

  /**
   * @param window tokens that one run sees of a text at most, at least 4
   * @param batchSize texts that one run takes at most
   */
  public ClassScorer(ClassifierSession session, int window, int batchSize) {
    this.session = session;
    this.decoder = session.metadata().decoder();
    this.window = window;
    this.batchSize = batchSize;
  }

  /**
   * Scores texts.
   *
   * @param tokens of texts, none empty, encoded by the session's own features
   * @return calibrated scores {@code [texts, classes]}
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   * @throws IllegalStateException if ONNX Runtime fails, out of memory for example
   */
  public double[][] scores(EncodedTokens tokens) {
    int classes = session.metadata().classes().size();
    double[][] scores = new double[tokens.sentences()][classes];
    int[] seen = new int[tokens.sentences()];
    try (WindowScores windows = new WindowScores(session.graph(), tokens, window, batchSize)) {
      while (windows.next()) {
        int text = windows.window().sentence();
        int length = windows.window().length();
        double[] ofWindow = decoder.scores(windows.scores(), classes);
        seen[text] += length;
        for (int c = 0; c < classes; c++) {
          scores[text][c] += ofWindow[c] * length;
        }
      }
    }
    for (int i = 0; i < scores.length; i++) {
      for (int c = 0; c < classes; c++) {
        scores[i][c] /= seen[i];
      }
    }
    return scores;
  }
}
