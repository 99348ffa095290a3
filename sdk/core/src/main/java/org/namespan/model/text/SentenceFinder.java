package org.namespan.model.text;

import java.util.Arrays;

/** Finds the sentences of one text; used by one thread, for one call. */
final class SentenceFinder {

  private final Layout layout;

  /** Null if a paragraph is one sentence. */
  private final StopModel stops;

  SentenceFinder(Layout layout, StopModel stops) {
    this.layout = layout;
    this.stops = stops;
  }

  /**
   * The ends of the sentences of a paragraph, the last of them {@code end}.
   *
   * @param start offset of the paragraph
   * @param end offset after it
   */
  int[] ends(int start, int end) {
    if (stops == null) {
      return new int[] {end};
    }
    int[] found = stops.ends(new String(layout.chars, start, end - start));
    int[] ends = new int[found.length + 1];
    int count = 0;
    int from = start;
    for (int stop : found) {
      if (mayEnd(start + stop)) {
        from = withClosingQuote(from, start + stop, end);
        ends[count++] = from;
      }
    }
    ends[count++] = end;
    return Arrays.copyOf(ends, count);
  }

  /**
   * Not after a word or a comma, where the stop that was found stands inside an address, say; nor
   * after {@code George W.} or {@code Jan.}, which news in which the models were learned rarely
   * has.
   */
  private boolean mayEnd(int end) {
    if (layout.isInitialStop(end - 1) || layout.isNumberedStop(end - 1)) {
      return false;
    }
    char last = layout.chars[end - 1];
    return !Character.isLetterOrDigit(last) && ",;:-/_".indexOf(last) < 0;
  }

  /**
   * Moves an end behind a quotation mark that stands alone and closes what the sentence opened:
   * text tokenised before has {@code He said " Stop . " Then he left .}
   */
  private int withClosingQuote(int start, int sentenceEnd, int limit) {
    int end = sentenceEnd;
    while (layout.isInner(end)) {
      end++;
    }
    int next = end;
    while (next < limit && layout.isSpace(next)) {
      next++;
    }
    boolean lone =
        next < limit
            && next > end
            && layout.chars[next] == '"'
            && layout.chunkEnd(next, limit) == next + 1;
    return lone && hasOpenQuote(start, end) ? next + 1 : end;
  }

  private boolean hasOpenQuote(int start, int end) {
    boolean open = false;
    for (int i = start; i < end; i++) {
      open ^= layout.chars[i] == '"';
    }
    return open;
  }
}
