package org.namespan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.TokenIdCache;
import org.namespan.model.text.Token;

/**
 * From the tokens of sentences to their emission scores, in padded batches of like length. A
 * sentence longer than the window is scored in overlapping windows; each token takes its scores
 * from the window in which it is farther from an edge. Safe for use by many threads.
 */
public final class EmissionScorer {

  /** Tokens that all but few sentences do not exceed. */
  private static final int USUAL_LENGTH = 40;

  private final TaggerSession session;
  private final TokenFeatures features;

  /** As many as there were threads that ran at once. */
  private final Queue<TokenIdCache> idle = new ConcurrentLinkedQueue<>();

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
    TokenIdCache cache = takeCache();
    EncodedTokens tokens = EncodedTokens.ofStrings(sentences, features, cache);
    idle.add(cache);
    score(tokens, receiver);
  }

  /** As {@link #score}, for tokens of texts. */
  public void scoreTokens(List<List<Token>> sentences, Receiver receiver) {
    TokenIdCache cache = takeCache();
    EncodedTokens tokens = EncodedTokens.ofTokens(sentences, features, cache);
    idle.add(cache);
    score(tokens, receiver);
  }

  /** To be put back among the idle ones. */
  private TokenIdCache takeCache() {
    TokenIdCache found = idle.poll();
    return found == null ? new TokenIdCache(features) : found;
  }

  private void score(EncodedTokens tokens, Receiver receiver) {
    List<Piece> pieces = pieces(tokens);
    int[] lengths = lengths(pieces);
    float[][] joined = new float[tokens.sentences()][];
    for (int from = 0; from < lengths.length; ) {
      int to = batchEnd(lengths, from, batchSize);
      score(pieces.subList(from, to), tokens, joined, receiver);
      from = to;
    }
    acceptRest(tokens, joined, receiver);
  }

  /** Of all sentences with tokens, the shortest first. */
  private List<Piece> pieces(EncodedTokens tokens) {
    List<Piece> pieces = new ArrayList<>(tokens.sentences());
    for (int i = 0; i < tokens.sentences(); i++) {
      int time = tokens.count(i);
      if (time > window) {
        cut(i, time, pieces);
      } else if (time > 0) {
        pieces.add(new Piece(i, 0, time));
      }
    }
    Collections.sort(pieces);
    return pieces;
  }

  private static int[] lengths(List<Piece> pieces) {
    int[] lengths = new int[pieces.size()];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = pieces.get(i).length();
    }
    return lengths;
  }

  /** Hands over the scores of sentences longer than the window, and those of empty ones. */
  private void acceptRest(EncodedTokens tokens, float[][] joined, Receiver receiver) {
    for (int i = 0; i < joined.length; i++) {
      if (joined[i] != null) {
        receiver.accept(i, joined[i], tokens.count(i));
      } else if (tokens.count(i) == 0) {
        receiver.accept(i, new float[0], 0);
      }
    }
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

  /** Tokens {@code start..end} of a sentence. */
  private static final class Piece implements Comparable<Piece> {
    private final int sentence;
    private final int start;
    private final int end;

    Piece(int sentence, int start, int end) {
      this.sentence = sentence;
      this.start = start;
      this.end = end;
    }

    int length() {
      return end - start;
    }

    /** The shorter comes first. */
    @Override
    public int compareTo(Piece other) {
      return Integer.compare(length(), other.length());
    }
  }

  private void cut(int sentence, int time, List<Piece> pieces) {
    int start = 0;
    while (time - start > window) {
      pieces.add(new Piece(sentence, start, start + window));
      start += window - overlap;
    }
    pieces.add(new Piece(sentence, start, time));
  }

  /**
   * Scores one batch, its pieces sorted by length.
   *
   * @param joined takes the scores of sentences longer than the window, put together from pieces
   */
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
        int whole = tokens.count(piece.sentence);
        if (piece.length() == whole) {
          receiver.accept(piece.sentence, buffers.sentence, whole);
        } else {
          join(piece, whole, buffers.sentence, joined);
        }
      }
    } finally {
      session.giveBack(buffers);
    }
  }

  /** Keeps the scores of a piece but those nearer to its edges than half of what two overlap. */
  private void join(Piece piece, int whole, float[] scores, float[][] joined) {
    if (joined[piece.sentence] == null) {
      joined[piece.sentence] = new float[whole * labels];
    }
    int from = piece.start == 0 ? 0 : piece.start + overlap / 2;
    int to = piece.end == whole ? whole : piece.end - (overlap - overlap / 2);
    System.arraycopy(
        scores,
        (from - piece.start) * labels,
        joined[piece.sentence],
        from * labels,
        (to - from) * labels);
  }
}
