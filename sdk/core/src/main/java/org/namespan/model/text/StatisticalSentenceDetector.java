package org.namespan.model.text;

import java.util.Arrays;

/**
 * Lets a statistical model find sentence ends, and corrects what models learned from news get wrong
 * in other text.
 */
abstract class StatisticalSentenceDetector implements SentenceDetector {

  /** What ends a sentence though a blank is missing. */
  private static final String SIGNS = ".!?";

  /**
   * The ends that the model finds in a paragraph, ascending, without that of the last sentence.
   *
   * @param paragraph its only white space is the space
   * @return UTF-16 offsets after the last character of each sentence
   */
  abstract int[] innerEnds(String paragraph);

  @Override
  public final int[] sentenceEnds(NormalizedText text, int start, int end) {
    String paragraph = text.substring(start, end);
    int[] found = withStuckEnds(text, start, paragraph, innerEnds(paragraph));
    int[] ends = new int[found.length + 1];
    int count = 0;
    int from = start;
    for (int innerEnd : found) {
      if (mayEnd(text, start + innerEnd)) {
        from = withClosingQuote(text, from, start + innerEnd, end);
        ends[count++] = from;
      }
    }
    ends[count++] = end;
    return Arrays.copyOf(ends, count);
  }

  /** The ends found and those before which a blank is missing, as in {@code Berlin.Merkel}. */
  private static int[] withStuckEnds(
      NormalizedText text, int start, String paragraph, int[] found) {
    int[] ends = found;
    int count = found.length;
    for (int s = 0; s < SIGNS.length(); s++) {
      char sign = SIGNS.charAt(s);
      int stuck = PeriodRules.nextStuck(text, start, paragraph, sign, 0);
      while (stuck < paragraph.length()) {
        ends = count == ends.length ? Arrays.copyOf(ends, 2 * count + 4) : ends;
        ends[count++] = stuck + 1;
        stuck = PeriodRules.nextStuck(text, start, paragraph, sign, stuck + 1);
      }
    }
    if (count == found.length) {
      return found;
    }
    return Arrays.stream(ends, 0, count).sorted().distinct().toArray();
  }

  /**
   * Not after a word or a comma, where the period that was found stands inside an address, say; nor
   * after {@code George W.}, {@code Gov.} or {@code Jan.}, which news in which the models were
   * learned rarely has.
   */
  private static boolean mayEnd(NormalizedText text, int end) {
    if (PeriodRules.isOfInitial(text, end - 1)
        || PeriodRules.isOfTitle(text, end - 1)
        || PeriodRules.isBeforeNumber(text, end - 1)) {
      return false;
    }
    char last = text.charAt(end - 1);
    return !Character.isLetterOrDigit(last) && ",;:-/_".indexOf(last) < 0;
  }

  /**
   * Moves an end behind a quotation mark between spaces that closes what the sentence opened: text
   * tokenised before has {@code He said " Stop . " Then he left .}
   */
  private static int withClosingQuote(NormalizedText text, int start, int sentenceEnd, int limit) {
    int end = sentenceEnd;
    while (text.isInsideGrapheme(end)) {
      end++;
    }
    int next = text.skipSpace(end, limit);
    boolean lone =
        next < limit
            && next > end
            && text.charAt(next) == '"'
            && text.nextSpace(next, limit) == next + 1;
    return lone && hasOpenQuote(text, start, end) ? next + 1 : end;
  }

  private static boolean hasOpenQuote(NormalizedText text, int start, int end) {
    boolean open = false;
    for (int i = start; i < end; i++) {
      open ^= text.charAt(i) == '"';
    }
    return open;
  }
}
