package org.namespan.trainer.wordpiece;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.batch.PieceIds;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.batch.TokenIds;

/**
 * Sentences as word pieces and word shapes. A sentence of more pieces than the encoder has
 * positions is read in windows that overlap; each token is taken from the window in which it stands
 * further from the edge. Safe for use by many threads.
 */
public final class PieceEncoder implements SentenceEncoder {

  /** Name of the input that has the shape of each token. */
  public static final String SHAPES = "shapes";

  /** Pieces of a token at most: what follows, in addresses and hashes, says no more of it. */
  private static final int LONGEST_TOKEN = 64;

  private static final int CACHE_SIZE = 200_000;

  private final WordPieces pieces;
  private final int room;
  private final int longestToken;
  private final Map<String, int[]> known = new ConcurrentHashMap<>();

  /**
   * @param positions pieces that the encoder can read at once, with those around a sequence; at
   *     least 8
   */
  public PieceEncoder(WordPieces pieces, int positions) {
    if (positions < 8) {
      throw new IllegalArgumentException("positions are " + positions + ", expected at least 8");
    }
    this.pieces = pieces;
    room = positions - 2;
    longestToken = Math.min(LONGEST_TOKEN, room / 4);
  }

  @Override
  public EncodedSentence encode(List<String> tokens, LabelTargets targets) {
    int time = tokens.size();
    int[][] ofTokens = new int[time][];
    int[] shapes = new int[time];
    for (int t = 0; t < time; t++) {
      ofTokens[t] = ids(tokens.get(t));
      shapes[t] = WordShape.of(tokens.get(t)).id();
    }
    return new EncodedSentence(
        time, Map.of(SHAPES, new TokenIds(1, false, shapes)), windows(ofTokens, shapes), targets);
  }

  private int[] ids(String token) {
    int[] ids = known.get(token);
    if (ids == null) {
      int[] all = pieces.ids(token);
      ids = all.length > longestToken ? Arrays.copyOf(all, longestToken) : all;
      if (known.size() < CACHE_SIZE) {
        known.put(token, ids);
      }
    }
    return ids;
  }

  private PieceIds windows(int[][] ofTokens, int[] shapes) {
    List<PieceIds.Window> windows = new ArrayList<>();
    int from = 0;
    int taken = 0;
    while (taken < ofTokens.length) {
      int end = from;
      int size = 0;
      while (end < ofTokens.length && size + ofTokens[end].length <= room) {
        size += ofTokens[end++].length;
      }
      int next = end;
      for (int again = 0; end < ofTokens.length && again <= room / 4; ) {
        again += ofTokens[--next].length;
      }
      int until = end == ofTokens.length ? end : (next + end + 1) / 2;
      windows.add(window(ofTokens, shapes, from, end, size, taken, until));
      taken = until;
      from = next;
    }
    return new PieceIds(windows);
  }

  /** The tokens {@code from} to {@code end}, of which those from {@code taken} are taken. */
  private PieceIds.Window window(
      int[][] ofTokens, int[] shapes, int from, int end, int size, int taken, int until) {
    int[] ids = new int[size + 2];
    int[] pieceShapes = new int[size + 2];
    int[] firsts = new int[until - taken];
    ids[0] = pieces.start();
    int at = 1;
    for (int t = from; t < end; t++) {
      if (t >= taken && t < until) {
        firsts[t - taken] = at;
      }
      Arrays.fill(pieceShapes, at, at + ofTokens[t].length, shapes[t]);
      for (int id : ofTokens[t]) {
        ids[at++] = id;
      }
    }
    ids[at] = pieces.end();
    return new PieceIds.Window(ids, pieceShapes, firsts);
  }
}
