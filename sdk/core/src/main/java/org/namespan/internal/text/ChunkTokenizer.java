package org.namespan.internal.text;

import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Cuts chunks, which hold no white space, into tokens. What a model says depends on the chunk
 * alone, and chunks such as {@code said,} come again and again: short ones are remembered, each
 * where its hash points to, until another takes the place. Safe for use by many threads.
 */
final class ChunkTokenizer {

  /** A power of two: as many chunks are remembered at most. */
  private static final int PLACES = 2048;

  private static final int LONGEST_REMEMBERED = 24;

  /** Immutable, so that a thread that sees it sees all of it. */
  private record Remembered(String chunk, int[] ends) {}

  private final TokenizerModel model;
  private final Remembered[] places = new Remembered[PLACES];

  ChunkTokenizer(TokenizerModel model) {
    this.model = model;
  }

  /** Where the tokens of a chunk end. The array is shared and must not be written to. */
  int[] ends(String chunk) {
    int hash = chunk.hashCode();
    int place = (hash ^ hash >>> 16) & (PLACES - 1);
    Remembered remembered = places[place];
    if (remembered != null && remembered.chunk.equals(chunk)) {
      return remembered.ends;
    }
    // It keeps state and is cheap to make (0.1 µs).
    Span[] spans = new TokenizerME(model).tokenizePos(chunk);
    int[] ends = new int[spans.length];
    for (int i = 0; i < ends.length; i++) {
      ends[i] = spans[i].getEnd();
    }
    if (chunk.length() <= LONGEST_REMEMBERED) {
      places[place] = new Remembered(chunk, ends);
    }
    return ends;
  }
}
