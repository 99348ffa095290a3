package org.namespan.model.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.namespan.Layout;

/**
 * A text as tokenizers and sentence detectors read it, aligned with the original: it has the length
 * of the {@link CleanText}, and each {@code char} stands for the one at its place there. Every
 * separator is a space, a blank line begins with a line feed, typographic characters have become
 * plain ones ({@link CharacterFolding}), and what extends a character, such as a combining mark,
 * has become a letter. Offsets are offsets into this text; {@link #token} leads back to the
 * original.
 *
 * <p>{@code “Don’t”} is read as {@code "Don't"}. A normalised text never changes.
 */
public final class NormalizedText {

  /** Begins a run of white space with two line breaks or more. */
  private static final char PARAGRAPH = '\n';

  /**
   * Longest run without white space that is shown to a model, in chars: what OpenNLP does grows
   * with the square of it.
   */
  static final int MAX_PRE_TOKEN = 256;

  private static final int[] NONE = {};

  /** Blanks that part cells, where fewer do so only between three cells or more. */
  private static final int COLUMN = 3;

  private static final int NARROW_COLUMN = 2;

  private final CleanText clean;
  private final Layout layout;

  /** The clean text. */
  private final String text;

  private final char[] chars;

  /** Whether each char goes with the one before it; null while none does, as in plain text. */
  private boolean @Nullable [] insideGraphemes;

  /** Places of what is a token of its own, ascending, then zeros. */
  private int[] isolated = NONE;

  private int isolatedCount;

  private NormalizedText(CleanText clean, Layout layout) {
    this.clean = clean;
    this.layout = layout;
    this.text = clean.text();
    this.chars = text.toCharArray();
  }

  /** Normalises a text of any layout, which may hold anything, lone surrogates included. */
  public static NormalizedText of(String original) {
    return of(original, Layout.AUTO);
  }

  /** Normalises a text, which may hold anything, lone surrogates included. */
  public static NormalizedText of(String original, Layout layout) {
    NormalizedText text = new NormalizedText(CleanText.of(original, layout), layout);
    int i = 0;
    while (i < text.chars.length) {
      i = Characters.isSeparator(text.chars[i]) ? text.normalizeSpace(i) : text.normalizeRun(i);
    }
    text.isolateQuotes();
    return text;
  }

  /** The text as the caller gave it. */
  public String original() {
    return clean.original();
  }

  /** Its length in chars, that of the clean text. */
  public int length() {
    return chars.length;
  }

  /** The char that stands for the clean text's at {@code i}. */
  public char charAt(int i) {
    return chars[i];
  }

  /** The normalised text between two offsets. */
  public String substring(int start, int end) {
    return new String(chars, start, end - start);
  }

  /** The token of the original between two offsets of this text, not empty. */
  public Token token(int start, int end) {
    return new Token(clean.original(), clean.start(start), clean.end(end - 1));
  }

  /** Whether a separator stands at {@code i}: white space of any kind, or a zero-width space. */
  public boolean isSpace(int i) {
    return chars[i] == ' ' || chars[i] == PARAGRAPH;
  }

  /** The first place from {@code from} on that is no white space, or {@code limit}. */
  public int skipSpace(int from, int limit) {
    int i = from;
    while (i < limit && isSpace(i)) {
      i++;
    }
    return i;
  }

  /** The first white space from {@code from} on, or {@code limit}. */
  public int nextSpace(int from, int limit) {
    int i = from;
    while (i < limit && !isSpace(i)) {
      i++;
    }
    return i;
  }

  /**
   * Whether a boundary before {@code i} would break a character as a reader sees it: a surrogate
   * pair, a letter and its combining marks, a flag, an emoji sequence. An approximation of the
   * extended grapheme clusters of Unicode Standard Annex 29.
   */
  public boolean isInsideGrapheme(int i) {
    return insideGraphemes != null && insideGraphemes[i];
  }

  /** How many characters before {@code place} are tokens of their own. */
  int isolatedBefore(int place) {
    int found = Arrays.binarySearch(isolated, 0, isolatedCount, place);
    return found < 0 ? -found - 1 : found;
  }

  /** Where the {@code k}th character stands that is a token of its own; after all, the length. */
  int isolated(int k) {
    return k < isolatedCount ? isolated[k] : chars.length;
  }

  /** Whether there are only letters and digits between two offsets. */
  boolean isWord(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Characters.isLetterOrDigit(chars[i])) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is a letter or digit between two offsets. */
  boolean hasLetterOrDigit(int start, int end) {
    for (int i = start; i < end; i++) {
      if (Characters.isLetterOrDigit(chars[i])) {
        return true;
      }
    }
    return false;
  }

  /** The {@link String#hashCode} of the {@link #substring}. */
  int hash(int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + chars[i];
    }
    return hash;
  }

  /** Whether the {@link #substring} equals {@code other}. */
  boolean contentEquals(int start, int end, String other) {
    if (other.length() != end - start) {
      return false;
    }
    for (int i = start; i < end; i++) {
      if (other.charAt(i - start) != chars[i]) {
        return false;
      }
    }
    return true;
  }

  /** The next blank line from {@code i} on, or the end of the text. */
  int paragraphEnd(int i) {
    int end = i;
    while (end < chars.length && chars[end] != PARAGRAPH) {
      end++;
    }
    return end;
  }

  private int normalizeSpace(int start) {
    int breaks = 0;
    char previous = ' ';
    int i = start;
    while (i < chars.length && Characters.isSeparator(chars[i])) {
      char c = chars[i];
      breaks += c == '\n' && previous == '\r' ? 0 : Characters.lineBreaks(c);
      chars[i] = ' ';
      previous = c;
      i++;
    }
    if (breaks > 1 || (breaks == 0 && i - start >= NARROW_COLUMN && isColumn(start, i))) {
      chars[start] = PARAGRAPH;
    }
    return i;
  }

  /** Whether blanks stand between what may be cells, neither indenting nor justifying prose. */
  private boolean isColumn(int start, int end) {
    return layout != Layout.PARAGRAPHS
        && start > 0
        && end < chars.length
        && !Character.isLowerCase(chars[end])
        && Characters.isLetterOrDigit(chars[end])
        && Characters.isLetterOrDigit(chars[start - 1])
        && Cells.hasColumns(text, start, end - start >= COLUMN);
  }

  private int normalizeRun(int start) {
    int previous = -1;
    boolean flagOpen = false;
    int i = start;
    while (i < chars.length && !Characters.isSeparator(chars[i])) {
      char c = chars[i];
      if (c < 0x80) {
        if (previous == Characters.ZERO_WIDTH_JOINER) {
          markInside(i, i + 1);
        }
        do {
          chars[i] = CharacterFolding.fold(c);
          i++;
          c = i < chars.length ? chars[i] : ' ';
        } while (c > ' ' && c < 0x80);
        previous = chars[i - 1];
        flagOpen = false;
        continue;
      }
      int codePoint = text.codePointAt(i);
      int end = i + Character.charCount(codePoint);
      boolean flag = Characters.isRegionalIndicator(codePoint);
      boolean extending =
          Characters.isExtending(codePoint)
              || previous == Characters.ZERO_WIDTH_JOINER
              || (flag && flagOpen);
      if (i > start && extending) {
        markInside(i, end);
        Arrays.fill(chars, i, end, 'a');
        flagOpen = flagOpen && !flag;
      } else {
        normalize(codePoint, i, end);
        flagOpen = flag;
      }
      previous = codePoint;
      i = end;
    }
    if (i - start > MAX_PRE_TOKEN) {
      hidePunctuation(start, i - 1);
    }
    return i;
  }

  /** Makes a token of each double quote, and of single ones where one opens and one closes. */
  private void isolateQuotes() {
    for (int i = text.indexOf('"'); i >= 0; i = text.indexOf('"', i + 1)) {
      isolate(i);
    }
    isolatePairs('\'', '\'');
    isolatePairs('‘', '’');
    Arrays.sort(isolated, 0, isolatedCount);
  }

  private void isolatePairs(char opening, char closing) {
    int i = text.indexOf(opening);
    while (i >= 0) {
      int close = Quotes.closing(text, i, closing);
      if (close > i) {
        isolate(i);
        isolate(close);
      }
      i = text.indexOf(opening, Math.max(i, close) + 1);
    }
  }

  private void normalize(int codePoint, int start, int end) {
    if (Characters.isIsolated(codePoint)
        || (isDash(codePoint) && isBetweenLetters(start))
        || (Characters.isSuperscript(codePoint) && isAfterWord(start))) {
      isolate(start);
    }
    if (end - start == 2) {
      markInside(start + 1, end);
      if (Character.isLetterOrDigit(codePoint)) {
        Arrays.fill(chars, start, end, 'a');
      }
    } else {
      chars[start] = CharacterFolding.fold(chars[start]);
    }
  }

  private static boolean isDash(int codePoint) {
    return codePoint == '–' || codePoint == '−' || codePoint == '‒';
  }

  /** Whether three letters stand before, rather than a unit such as {@code km}. */
  private boolean isAfterWord(int i) {
    if (i < 3) {
      return false;
    }
    for (int k = i - 3; k < i; k++) {
      if (!Character.isLetter(text.charAt(k)) && !Characters.isSuperscript(text.charAt(k))) {
        return false;
      }
    }
    return true;
  }

  private boolean isBetweenLetters(int i) {
    return i > 0
        && i + 1 < chars.length
        && Character.isLetter(text.charAt(i - 1))
        && Character.isLetter(text.charAt(i + 1));
  }

  /** Leaves no sentence end inside an overlong run. */
  private void hidePunctuation(int start, int end) {
    for (int i = start; i < end; i++) {
      if (!Character.isLetterOrDigit(chars[i])) {
        chars[i] = '_';
      }
    }
  }

  private void markInside(int start, int end) {
    if (insideGraphemes == null) {
      insideGraphemes = new boolean[chars.length + 1];
    }
    Arrays.fill(insideGraphemes, start, end, true);
  }

  private void isolate(int i) {
    if (isInsideGrapheme(i)) {
      return;
    }
    if (isolatedCount == isolated.length) {
      isolated = Arrays.copyOf(isolated, 2 * isolatedCount + 4);
    }
    isolated[isolatedCount++] = i;
  }
}
