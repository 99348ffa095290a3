package org.namespan.internal.text;

import java.util.Arrays;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.util.Span;

/** Finds the sentences of one text; used by one thread, for one call. */
final class SentenceFinder {

  private final Layout layout;

  /** Null if a paragraph is one sentence. */
  private final SentenceDetectorME detector;

  SentenceFinder(Layout layout, SentenceDetectorME detector) {
    this.layout = layout;
    this.detector = detector;
  }

  /**
   * The ends of the sentences of a paragraph, the last of them {@code end}.
   *
   * @param start offset of the paragraph
   * @param end offset after it
   */
  int[] ends(int start, int end) {
    if (detector == null) {
      return new int[] {end};
    }
    Span[] spans = detector.sentPosDetect(new String(layout.chars, start, end - start));
    int[] ends = new int[spans.length + 1];
    int count = 0;
    int from = start;
    for (int i = 0; i < spans.length - 1; i++) {
      int found = start + spans[i].getEnd();
      if (mayEnd(found)) {
        from = withClosingQuote(from, found, end);
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
