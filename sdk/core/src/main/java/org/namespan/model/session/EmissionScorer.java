package org.namespan.model.session;

import java.util.Arrays;
import java.util.List;
import org.namespan.model.feature.EncodedTokens;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.feature.TokenEncoder;

/**
 * From the tokens of sentences to their emission scores, in padded batches of like length. A
 * sentence longer than the window is scored in overlapping windows; each token takes its scores
 * from the window in which it is farther from an edge. Does not own its session. Safe for use by
 * many threads.
 *
 * <pre>{@code
 * try (TaggerSession session = TaggerSession.open(Path.of("model.onnx"))) {
 *   EmissionScorer scorer = new EmissionScorer(session, 256, 16);
 *   float[] scores = scorer.emissions(
 *       List.of(SentenceView.ofTokens(List.of("Obama", "flew", ".")))).get(0);
 *   // scores.length is 3 * session.metadata().tagSet().size()
 * }
 * }</pre>
 */
public final class EmissionScorer {

  /** Tokens that all but few sentences do not exceed. */
  private static final int USUAL_LENGTH = 40;

  private final TaggerSession session;
  private final TokenEncoder encoder;
  private final int window;
  private final int batchSize;

  /**
   * @param window tokens that one run sees of a sentence at most, at least 4
   * @param batchSize sentences that one run takes at most
   */
  public EmissionScorer(TaggerSession session, int window, int batchSize) {
    this.session = session;
    this.encoder = new TokenEncoder(session.features());
    this.window = window;
    this.batchSize = batchSize;
  }

  /**
   * Scores sentences.
   *
   * @param sentences what the network is shown of each; an empty sentence has no scores
   * @return for each sentence log-scores {@code [time, labels]} of what is shown, row after row
   */
  public List<float[]> emissions(List<SentenceView> sentences) {
    float[][] kept = new float[sentences.size()][];
    try (Emissions emissions = score(encoder.encode(sentences))) {
      while (emissions.next()) {
        int numbers = emissions.time() * session.metadata().tagSet().size();
        kept[emissions.sentence()] = Arrays.copyOf(emissions.scores(), numbers);
      }
    }
    return Arrays.asList(kept);
  }

  /**
   * Scores sentences as their scores are asked for, so that each is decoded while they are still in
   * the processor's caches.
   *
   * @param tokens encoded by the session's own features
   */
  public Emissions score(EncodedTokens tokens) {
    return new Emissions(session, tokens, window, batchSize);
  }

  /**
   * Where a batch ends: after as many sentences as it may take, or before a long one with which,
   * padded to its length, they would take more than {@value #USUAL_LENGTH} tokens each of those. So
   * a few long sentences need no more memory than many usual ones.
   *
   * @param lengths in tokens, ascending
   * @param from the first sentence of the batch
   * @param batchSize sentences that one run takes at most
   */
  public static int batchEnd(int[] lengths, int from, int batchSize) {
    long mostTokens = (long) batchSize * USUAL_LENGTH;
    int to = from + 1;
    while (to < lengths.length
        && to - from < batchSize
        && (to + 1L - from) * lengths[to] <= mostTokens) {
      to++;
    }
    return to;
  }
}
