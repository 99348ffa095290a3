package org.namespan.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import org.namespan.internal.feature.TokenFeatures;
import org.namespan.internal.feature.TokenMemory;
import org.namespan.internal.text.Token;

/**
 * From the tokens of sentences to their emission scores, in padded batches of like length. A
 * sentence longer than the window is scored in overlapping windows; each token takes its scores
 * from the window in which it is farther from an edge. Safe for use by many threads.
 */
public final class EmissionScorer {

  private final TaggerSession session;
  private final TokenFeatures features;

  /** As many as there were threads that ran at once. */
  private final Queue<TokenMemory> idle = new ConcurrentLinkedQueue<>();

  private final int labels;
  private final int window;
  private final int overlap;
  private final int batchSize;

  /**
   * @param window tokens that one run sees of a sentence at most, at least 4
   * @param batchSize sentences that one run takes at most
   */
  public EmissionScorer(TaggerSession session, int window, int batchSize) {
    this.session = session;
    this.features = session.features();
    this.labels = session.metadata().tagSet().size();
    this.window = window;
    this.overlap = window / 2;
    this.batchSize = batchSize;
  }

  /** Takes the scores of sentences, one after another. */
  public interface Receiver {

    /**
     * Takes the scores of one sentence.
     *
     * @param sentence which one, counted from 0 in the list given
     * @param emissions log-scores {@code [time, labels]}, row after row, and perhaps more behind
     *     them; good until this method returns
     * @param time tokens in the sentence
     */
    void accept(int sentence, float[] emissions, int time);
  }

  /**
   * Scores sentences.
   *
   * @param sentences the tokens of each; an empty sentence has no scores
   * @return for each sentence log-scores {@code [time, labels]}, row after row
   */
  public List<float[]> emissions(List<List<String>> sentences) {
    float[][] kept = new float[sentences.size()][];
    score(sentences, (i, scores, time) -> kept[i] = Arrays.copyOf(scores, time * labels));
    return Arrays.asList(kept);
  }

  /**
   * Scores sentences, and hands over the scores of each while they are still in the processor's
   * caches.
   *
   * @param sentences the tokens of each
   * @param receiver is called once for each sentence, in no order
   */
  public void score(List<List<String>> sentences, Receiver receiver) {
    score(encoded(memory -> EncodedTokens.ofStrings(sentences, features, memory)), receiver);
  }

  /** As {@link #score}, for tokens of texts. */
  public void scoreTokens(List<List<Token>> sentences, Receiver receiver) {
    score(encoded(memory -> EncodedTokens.ofTokens(sentences, features, memory)), receiver);
  }

  private EncodedTokens encoded(Function<TokenMemory, EncodedTokens> encoding) {
    TokenMemory found = idle.poll();
    TokenMemory memory = found == null ? new TokenMemory(features) : found;
    EncodedTokens tokens = encoding.apply(memory);
    idle.add(memory);
    return tokens;
  }

  private void score(EncodedTokens tokens, Receiver receiver) {
    List<Piece> pieces = new ArrayList<>(tokens.sentences());
    // Of sentences longer than the window, put together from their pieces.
    float[][] joined = new float[tokens.sentences()][];
    for (int i = 0; i < joined.length; i++) {
      int time = tokens.count(i);
      if (time > window) {
        joined[i] = new float[time * labels];
        cut(i, time, pieces);
      } else if (time > 0) {
        pieces.add(new Piece(i, 0, time, 0, time));
      } else {
        receiver.accept(i, new float[0], 0);
      }
    }
    pieces.sort(Comparator.comparingInt(Piece::length));
    for (int from = 0; from < pieces.size(); from += batchSize) {
      int to = Math.min(from + batchSize, pieces.size());
      score(pieces.subList(from, to), tokens, joined, receiver);
    }
    for (int i = 0; i < joined.length; i++) {
      if (joined[i] != null) {
        receiver.accept(i, joined[i], tokens.count(i));
      }
    }
  }

  /** Tokens {@code start..end} of a sentence, of whose scores {@code keepFrom..keepTo} are kept. */
  private static final class Piece {
    private final int sentence;
    private final int start;
    private final int end;
    private final int keepFrom;
    private final int keepTo;

    Piece(int sentence, int start, int end, int keepFrom, int keepTo) {
      this.sentence = sentence;
      this.start = start;
      this.end = end;
      this.keepFrom = keepFrom;
      this.keepTo = keepTo;
    }

    int length() {
      return end - start;
    }
  }

  private void cut(int sentence, int time, List<Piece> pieces) {
    int start = 0;
    while (time - start > window) {
      int end = start + window;
      pieces.add(
          new Piece(
              sentence,
              start,
              end,
              start == 0 ? 0 : start + overlap / 2,
              end - (overlap - overlap / 2)));
      start = end - overlap;
    }
    pieces.add(new Piece(sentence, start, time, start == 0 ? 0 : start + overlap / 2, time));
  }

  /** Scores one batch, its pieces sorted by length. */
  private void score(
      List<Piece> pieces, EncodedTokens tokens, float[][] joined, Receiver receiver) {
    int size = pieces.size();
    int time = pieces.get(size - 1).length();
    BatchBuffers buffers = session.takeBuffers(size, time);
    try {
      for (int i = 0; i < size; i++) {
        Piece piece = pieces.get(i);
        tokens.copy(piece.sentence, piece.start, piece.length(), buffers, i, time);
      }
      session.run(buffers, size, time);
      for (int i = 0; i < size; i++) {
        Piece piece = pieces.get(i);
        int count = piece.length() * labels;
        buffers.scores(i * time * labels, count).get(buffers.sentence, 0, count);
        if (joined[piece.sentence] == null) {
          receiver.accept(piece.sentence, buffers.sentence, piece.length());
        } else {
          System.arraycopy(
              buffers.sentence,
              (piece.keepFrom - piece.start) * labels,
              joined[piece.sentence],
              piece.keepFrom * labels,
              (piece.keepTo - piece.keepFrom) * labels);
        }
      }
    } finally {
      session.giveBack(buffers);
    }
  }
}
