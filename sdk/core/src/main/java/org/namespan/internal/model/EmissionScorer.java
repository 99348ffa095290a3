package org.namespan.internal.model;

import java.util.ArrayList;
import java.util.Arrays;
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
    BatchBuffers buffers = session.takeBuffers(size, time);
    try {
      for (int i = 0; i < size; i++) {
        Piece piece = pieces.get(i);
        write(piece, sentences.get(piece.sentence()), buffers, i, time);
      }
      session.run(buffers, size, time);
      for (int i = 0; i < size; i++) {
        Piece piece = pieces.get(i);
        int from = i * time + piece.keepFrom() - piece.start();
        int count = piece.keepTo() - piece.keepFrom();
        buffers
            .scores(from * labels, count * labels)
            .get(emissions.get(piece.sentence()), piece.keepFrom() * labels, count * labels);
      }
    } finally {
      session.giveBack(buffers);
    }
  }

  private void write(Piece piece, List<String> tokens, BatchBuffers buffers, int row, int time) {
    int hashCount = features.hashedCount();
    int charLength = features.charLength();
    int from = row * time;
    int to = from + piece.length();
    for (int i = from; i < to; i++) {
      String token = tokens.get(piece.start() + i - from);
      buffers.words[i] = features.wordId(token);
      features.hashIds(token, buffers.hashes, i * hashCount);
      features.charIds(token, buffers.chars, i * charLength);
    }
    int end = from + time;
    Arrays.fill(buffers.words, to, end, TokenFeatures.PAD);
    Arrays.fill(buffers.hashes, to * hashCount, end * hashCount, TokenFeatures.PAD);
    Arrays.fill(buffers.chars, to * charLength, end * charLength, TokenFeatures.PAD);
    buffers.lengths[row] = piece.length();
  }
}
