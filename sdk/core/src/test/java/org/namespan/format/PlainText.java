package org.namespan.format;

import java.util.ArrayList;
import java.util.List;

/** Splits one text into sentences and tokens: the page's part "From text to tokens". */
final class PlainText {

  /** Where a token, a run or a paragraph stands in the text, in chars. */
  record Place(int start, int end) {}

  private final PlainCopy copy;

  PlainText(String text) {
    copy = new PlainCopy(text);
  }

  /** Paragraphs as sentences, runs as tokens. */
  List<List<Place>> whitespaceSentences() {
    List<List<Place>> sentences = new ArrayList<>();
    for (Place paragraph : paragraphs()) {
      sentences.add(runs(paragraph.start(), paragraph.end()));
    }
    return sentences;
  }

  /** The sentences and tokens that two text models find. */
  List<List<Place>> sentences(PlainMaxent sentenceDetector, PlainMaxent tokenizer) {
    List<List<Place>> sentences = new ArrayList<>();
    for (Place paragraph : paragraphs()) {
      int start = paragraph.start();
      for (int end : sentenceEnds(paragraph, sentenceDetector)) {
        List<Place> tokens = new ArrayList<>();
        for (Place run : runs(start, end)) {
          addTokens(run, tokenizer, tokens);
        }
        sentences.add(tokens);
        start = end;
      }
    }
    return sentences;
  }

  /** Those that have tokens. */
  private List<Place> paragraphs() {
    List<Place> paragraphs = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= copy.length(); i++) {
      if (i == copy.length() || copy.charAt(i) == PlainCopy.BLANK_LINE) {
        if (!runs(start, i).isEmpty()) {
          paragraphs.add(new Place(start, i));
        }
        start = i + 1;
      }
    }
    return paragraphs;
  }

  /** The runs between two offsets, none of them a blank line. */
  private List<Place> runs(int start, int end) {
    List<Place> runs = new ArrayList<>();
    int runStart = start;
    for (int i = start; i <= end; i++) {
      if (i == end || copy.charAt(i) == ' ') {
        if (i > runStart) {
          runs.add(new Place(runStart, i));
        }
        runStart = i + 1;
      }
    }
    return runs;
  }

  /** The ends of a paragraph's sentences, its own end last. */
  private List<Integer> sentenceEnds(Place paragraph, PlainMaxent sentenceDetector) {
    List<Integer> ends = new ArrayList<>();
    int start = paragraph.start();
    String characters = copy.substring(start, paragraph.end());
    for (int found : PlainContexts.sentenceEnds(characters, sentenceDetector)) {
      int end = paragraph.start() + found;
      if (!isDropped(end)) {
        start = behindQuote(start, end, paragraph.end());
        ends.add(start);
      }
    }
    ends.add(paragraph.end());
    return withoutWordless(paragraph.start(), ends);
  }

  /** Gives sentences without a letter or digit to those before them. */
  private List<Integer> withoutWordless(int paragraphStart, List<Integer> ends) {
    List<Integer> kept = new ArrayList<>();
    int start = paragraphStart;
    for (int end : ends) {
      if (!kept.isEmpty() && !hasLetterOrDigit(start, end)) {
        kept.remove(kept.size() - 1);
      }
      kept.add(end);
      start = end;
    }
    return kept;
  }

  private boolean hasLetterOrDigit(int start, int end) {
    for (int i = start; i < end; i++) {
      if (copy.isLetterOrDigit(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isDropped(int end) {
    return copy.isLetterOrDigit(end - 1)
        || ",;:-/_".indexOf(copy.charAt(end - 1)) >= 0
        || isPeriodOfInitial(end - 1)
        || isPeriodBeforeNumber(end - 1);
  }

  /** Whether this is the period of an initial, such as that of W. in George W. Bush. */
  private boolean isPeriodOfInitial(int i) {
    return copy.charAt(i) == '.'
        && i > 0
        && Character.isUpperCase(copy.charAt(i - 1))
        && copy.charAt(i - 1) != 'I'
        && isWordStart(i - 1)
        && Character.isUpperCase(afterSpace(i));
  }

  /** Whether this is the period of an abbreviation before a number, such as Sept. 11. */
  private boolean isPeriodBeforeNumber(int i) {
    int start = i;
    while (start > 0 && Character.isLetter(copy.charAt(start - 1))) {
      start--;
    }
    return copy.charAt(i) == '.'
        && start < i
        && i - start <= 4
        && Character.isUpperCase(copy.charAt(start))
        && isWordStart(start)
        && Character.isDigit(afterSpace(i));
  }

  /** The char after the single space behind a place; a space if there is none. */
  private char afterSpace(int i) {
    return i + 2 < copy.length() && copy.charAt(i + 1) == ' ' ? copy.charAt(i + 2) : ' ';
  }

  private boolean isWordStart(int i) {
    return i == 0 || " \n(\"'[".indexOf(copy.charAt(i - 1)) >= 0;
  }

  private int behindQuote(int start, int end, int paragraphEnd) {
    List<Place> next = runs(end, paragraphEnd);
    boolean quoteFollows =
        !next.isEmpty() && copy.substring(next.get(0).start(), next.get(0).end()).equals("\"");
    long quotes = copy.substring(start, end).chars().filter(c -> c == '"').count();
    return quoteFollows && quotes % 2 == 1 ? next.get(0).end() : end;
  }

  /** Takes a run apart at its isolated code points, and what is between them by the tokenizer. */
  private void addTokens(Place run, PlainMaxent tokenizer, List<Place> tokens) {
    int start = run.start();
    while (start < run.end()) {
      int end = start;
      if (copy.isIsolated(start)) {
        do {
          end++;
        } while (end < run.end() && copy.isJoined(end));
        tokens.add(new Place(start, end));
      } else {
        while (end < run.end() && !copy.isIsolated(end)) {
          end++;
        }
        addTokensOfPreToken(start, end, tokenizer, tokens);
      }
      start = end;
    }
  }

  private void addTokensOfPreToken(int start, int end, PlainMaxent tokenizer, List<Place> tokens) {
    boolean isLong = end - start > PlainCopy.LONG_RUN;
    int tokenStart = start;
    int before = start;
    for (int i = start + 1; i < end; i++) {
      if (copy.isJoined(i)) {
        continue;
      }
      boolean boundary =
          isLong
              ? copy.isLetterOrDigit(before) != copy.isLetterOrDigit(i)
              : isBoundary(copy.substring(start, end), i - start, tokenizer)
                  && !isPeriodOfInitial(i);
      if (boundary) {
        tokens.add(new Place(tokenStart, i));
        tokenStart = i;
      }
      before = i;
    }
    tokens.add(new Place(tokenStart, end));
  }

  private static boolean isBoundary(String preToken, int place, PlainMaxent tokenizer) {
    char before = preToken.charAt(place - 1);
    char after = preToken.charAt(place);
    boolean inWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    boolean inSigns =
        before == after && !Character.isLetterOrDigit(after) && "()[]{}".indexOf(after) < 0;
    return !inSigns
        && (!inWord || preToken.indexOf('\'') >= 0)
        && tokenizer.isBoundary(PlainContexts.ofPlace(preToken, place));
  }
}
