package org.namespan.internal.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.namespan.internal.feature.TokenFeatures;

/**
 * From the tokens of sentences to their emission scores, in padded batches of like length. A
 * sentence longer than the window is scored in overlapping windows; each token takes its scores
 * from the window in which it is farther from an edge. Immutable, safe for use by many threads.
 */
public final class EmissionScorer {

  private final TaggerSession session;
  private final TokenFeatures features;
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

  /**
   * Scores sentences.
   *
   * @param sentences the tokens of each; an empty sentence has no scores
   * @return for each sentence log-scores {@code [time, labels]}, row after row
   */
  public List<float[]> emissions(List<List<String>> sentences) {
    List<float[]> emissions = new ArrayList<>(sentences.size());
    List<Piece> pieces = new ArrayList<>(sentences.size());
    for (int i = 0; i < sentences.size(); i++) {
      int time = sentences.get(i).size();
      emissions.add(new float[time * labels]);
      cut(i, time, pieces);
    }
    pieces.sort(Comparator.comparingInt(Piece::length));
    for (int from = 0; from < pieces.size(); from += batchSize) {
      score(pieces.subList(from, Math.min(from + batchSize, pieces.size())), sentences, emissions);
    }
    return emissions;
  }

  /** Tokens {@code start..end} of a sentence, of whose scores {@code keepFrom..keepTo} are kept. */
  private record Piece(int sentence, int start, int end, int keepFrom, int keepTo) {
    int length() {
      return end - start;
    }
  }

  private void cut(int sentence, int time, List<Piece> pieces) {
    if (time == 0) {
      return;
    }
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
  private void score(List<Piece> pieces, List<List<String>> sentences, List<float[]> emissions) {
    int size = pieces.size();
    int time = pieces.get(size - 1).length();
    int hashCount = features.hashedCount();
    int[] words = new int[size * time];
    int[] hashes = new int[size * time * hashCount];
    int charLength = features.charLength();
    int[] chars = new int[size * time * charLength];
    int[] lengths = new int[size];
    for (int i = 0; i < size; i++) {
      Piece piece = pieces.get(i);
      lengths[i] = piece.length();
      List<String> tokens = sentences.get(piece.sentence());
      for (int t = 0; t < lengths[i]; t++) {
        String token = tokens.get(piece.start() + t);
        words[i * time + t] = features.wordId(token);
        features.hashIds(token, hashes, (i * time + t) * hashCount);
        features.charIds(token, chars, (i * time + t) * charLength);
      }
    }
    float[] scores = session.emissions(size, time, words, hashes, chars, lengths);
    for (int i = 0; i < size; i++) {
      Piece piece = pieces.get(i);
      int from = i * time + piece.keepFrom() - piece.start();
      System.arraycopy(
          scores,
          from * labels,
          emissions.get(piece.sentence()),
          piece.keepFrom() * labels,
          (piece.keepTo() - piece.keepFrom()) * labels);
    }
  }
}
