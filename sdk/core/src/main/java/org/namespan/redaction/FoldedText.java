package org.namespan.redaction;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.CharacterFolding;
import org.namespan.model.text.CleanText;

/**
 * A text as names are compared: without case ({@code STRASSE} is {@code Straße}), letters and their
 * marks composed (NFC), white space of any length as one blank, apostrophes and dashes alike, what
 * nobody sees left out; aligned with the original.
 */
final class FoldedText {

  private static final char FIRST_MARK = 0x300;

  /** What a clean text has between cells, items and lines. */
  private static final char PARTING = '\u2029';

  /** What begins a tag or an escaped line break, which parts words as a blank does. */
  private static final String BLANK_LEADS = "<\\=";

  /** What was folded. */
  private final CharSequence source;

  /** The clean text that is the source, aligned with the original; null if that is the source. */
  private final @Nullable CleanText clean;

  private char[] chars;

  /** Where each {@code char} begins and ends in the source. */
  private int[] starts;

  private int[] ends;
  private int length;

  private FoldedText(CharSequence source, @Nullable CleanText clean) {
    int capacity = source.length() + 16;
    this.source = source;
    this.clean = clean;
    chars = new char[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    for (int i = 0; i < source.length(); ) {
      int codePoint = Character.codePointAt(source, i);
      int end = marksEnd(source, i + Character.charCount(codePoint));
      if (end == i + Character.charCount(codePoint)) {
        fold(codePoint, i, end);
      } else {
        foldMarked(source.subSequence(i, end), i, end);
      }
      i = end;
    }
  }

  /** A text as it is written. */
  static FoldedText of(CharSequence text) {
    return new FoldedText(text, null);
  }

  /** A text as a reader sees it, without markup. */
  static FoldedText of(CleanText clean) {
    return new FoldedText(clean.text(), clean);
  }

  /** Where the marks end that stand from an offset on. */
  private static int marksEnd(CharSequence text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) >= FIRST_MARK) {
      int codePoint = Character.codePointAt(text, end);
      if (!Words.isMark(codePoint)) {
        return end;
      }
      end += Character.charCount(codePoint);
    }
    return end;
  }

  /** Folds a character and the marks on it as one, so that no name ends between them. */
  private void foldMarked(CharSequence marked, int start, int end) {
    String seen =
        marked
            .codePoints()
            .filter(codePoint -> !Words.isInvisible(codePoint))
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    Normalizer.normalize(seen, Normalizer.Form.NFC)
        .codePoints()
        .forEach(codePoint -> fold(codePoint, start, end));
  }

  private void fold(int codePoint, int start, int end) {
    if (codePoint < 0x80) {
      if (codePoint > ' ') {
        add(
            (char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint | 0x20 : codePoint),
            start,
            end);
      } else {
        addBlank(start, end);
      }
    } else if (codePoint == PARTING && isBorder(start)) {
      add(PARTING, start, end);
    } else if (Words.isBlank(codePoint)) {
      addBlank(start, end);
    } else if (CharacterFolding.fold(codePoint) < 0x80) {
      add((char) CharacterFolding.fold(codePoint), start, end);
    } else if (!Words.isInvisible(codePoint)) {
      // Lower case first, for the upper case of U+1E9E is itself and that of ß is SS.
      String letter = new String(Character.toChars(codePoint)).toLowerCase(Locale.ROOT);
      String same = letter.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
      for (int i = 0; i < same.length(); i++) {
        char c = same.charAt(i);
        add(c == Words.MODIFIER_APOSTROPHE ? '\'' : c, start, end);
      }
    }
  }

  /** Whether words do not go on behind what parts them: the bar between cells, a bullet. */
  private boolean isBorder(int i) {
    if (clean == null) {
      return false;
    }
    char lead = clean.original().charAt(clean.start(i));
    return !Words.isBlank(lead) && BLANK_LEADS.indexOf(lead) < 0;
  }

  private void addBlank(int start, int end) {
    if (length > 0 && chars[length - 1] == ' ') {
      ends[length - 1] = end;
    } else {
      add(' ', start, end);
    }
  }

  private void add(char c, int start, int end) {
    if (length == chars.length) {
      chars = Arrays.copyOf(chars, 2 * length);
      starts = Arrays.copyOf(starts, 2 * length);
      ends = Arrays.copyOf(ends, 2 * length);
    }
    chars[length] = c;
    starts[length] = start;
    ends[length] = end;
    length++;
  }

  int length() {
    return length;
  }

  char charAt(int i) {
    return chars[i];
  }

  /** The folded text between two places. */
  String substring(int from, int to) {
    return new String(chars, from, to - from);
  }

  /** Where in the original a {@code char} begins. */
  int start(int i) {
    return clean == null ? starts[i] : clean.start(starts[i]);
  }

  /** Where in the original it ends. */
  int end(int i) {
    return clean == null ? ends[i] : clean.end(ends[i] - 1);
  }

  /** Whether the original of two {@code char}s is one, as {@code ß} is of {@code ss}. */
  boolean isSplitBefore(int i) {
    return i > 0 && i < length && start(i) == start(i - 1);
  }

  /** Whether a word may begin at a {@code char}. */
  boolean isBoundBefore(int i) {
    return Words.isBound(source, starts[i]);
  }

  /** Whether a word may end with a {@code char}. */
  boolean isBoundAfter(int i) {
    return Words.isBound(source, ends[i]);
  }

  /** The {@code char} that begins at an offset of the original, or -1. */
  int startingAt(int offset) {
    int i = first(offset, false);
    return i < length && start(i) == offset ? i : -1;
  }

  /** The place behind the last {@code char} that ends at an offset of the original, or -1. */
  int endingAt(int offset) {
    int i = first(offset + 1, true);
    return i > 0 && end(i - 1) == offset ? i : -1;
  }

  /** The first {@code char} that begins, or ends, at an offset of the original or behind it. */
  private int first(int offset, boolean ending) {
    int low = 0;
    int high = length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if ((ending ? end(middle) : start(middle)) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Where the name from one place to another ends without a possessive {@code 's}. */
  int withoutPossessive(int from, int to) {
    boolean possessive =
        to - from > 2
            && chars[to - 1] == 's'
            && chars[to - 2] == '\''
            && Words.isPart(Character.codePointAt(chars, to - 3 - lowHalf(to - 3)));
    return possessive ? to - 2 : to;
  }

  private int lowHalf(int i) {
    return i > 0 && Character.isSurrogatePair(chars[i - 1], chars[i]) ? 1 : 0;
  }
}
