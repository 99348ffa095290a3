package org.namespan.model.text;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.namespan.Layout;

/**
 * A text as a reader sees it, aligned with the original: without default-ignorable and control
 * characters, inline markup and the marks of lists, in Unicode's composed form (NFC), with HTML's
 * character references decoded, full-width and mathematical letters as plain ones, words joined
 * that are hyphenated over a line end, and U+2029 wherever the layout parts it. Text without any of
 * that is not copied. A clean text never changes.
 */
public final class CleanText {

  /** Chars of ASCII at which something may have to change. */
  private static final boolean[] IS_SUSPICIOUS = new boolean[128];

  private static final String PARTING = "\u2029";

  private static final char ESCAPE = 0x1B;
  private static final char DELETE = 0x7F;
  private static final int LONGEST_ESCAPE = 16;
  private static final int BRAILLE_BLANK = 0x2800;

  static {
    for (char c = 0; c < ' '; c++) {
      IS_SUSPICIOUS[c] = c < 0x1C;
    }
    IS_SUSPICIOUS[DELETE] = true;
    for (char c : "\n\r\t\u000B\f<*_~[]|#\"&=!,;-/>\\".toCharArray()) {
      IS_SUSPICIOUS[c] = true;
    }
  }

  private final String given;

  /** Null if the text has no escape sequences. */
  private final @Nullable Rewriting decoded;

  /** The text without escape sequences. */
  private final String original;

  private final Layout layout;
  private final boolean isToken;

  /** Null while nothing has changed. */
  private @Nullable Rewriting changed;

  /** Where emphasis closes that has been opened; null while none has. */
  private @Nullable BitSet closing;

  private final String text;

  private CleanText(String given, Layout layout, boolean isToken) {
    this.given = given;
    this.decoded = EscapeSequences.decode(given);
    this.original = decoded == null ? given : decoded.toString();
    this.layout = layout;
    this.isToken = isToken;
    clean();
    this.text = changed == null ? original : changed.toString();
  }

  /** Cleans a text, which may hold anything, lone surrogates included. */
  public static CleanText of(String original, Layout layout) {
    return new CleanText(original, layout, false);
  }

  /**
   * Cleans a token: its characters alone, for it has no markup and no lines.
   *
   * <p>{@code ofToken("Ger\u00ADmany")} is {@code "Germany"}.
   *
   * @return the same object if nothing changes, as when nothing else would be left
   */
  public static String ofToken(String token) {
    int end = token.length();
    for (int i = 0; i < end; i++) {
      if (isSuspicious(token.charAt(i))) {
        String clean = new CleanText(token, Layout.PARAGRAPHS, true).text;
        return clean.isEmpty() ? token : clean;
      }
    }
    return token;
  }

  /** The text as the caller gave it. */
  public String original() {
    return given;
  }

  /** The clean text; the same object as the original if nothing has changed. */
  public String text() {
    return text;
  }

  /** Where in the original the char at {@code i} begins. */
  public int start(int i) {
    int start = changed == null ? i : changed.start(i);
    return decoded == null ? start : decoded.start(start);
  }

  /** Where in the original the char at {@code i} ends. */
  public int end(int i) {
    int end = changed == null ? i + 1 : changed.end(i);
    return decoded == null ? end : decoded.end(end - 1);
  }

  private static boolean isSuspicious(char c) {
    if (c < 0x80) {
      return IS_SUSPICIOUS[c];
    }
    if (c < 0x300) {
      return c == 0xAD || c < 0xA0 || Cells.isSign(c) || EscapeSequences.isLead(c);
    }
    return c < 0x2010 || (c > 0x2026 && c < 0x2030) || c > 0x205E || Cells.isSign(c);
  }

  private void clean() {
    int length = original.length();
    if (!isToken && layout != Layout.PARAGRAPHS) {
      dropLineMarker(0);
    }
    int i = copied();
    while (i < length) {
      char c = original.charAt(i);
      if (!isSuspicious(c)) {
        // Nearly all of nearly every text.
        i++;
      } else if (c < 0x80) {
        i = Math.max(i + 1, cleanAscii(c, i));
      } else {
        i = cleanCodePoint(i);
      }
    }
    if (changed != null) {
      changed.copyUntil(length);
    }
  }

  /** Returns where to go on. */
  private int cleanAscii(char c, int i) {
    switch (c) {
      case '\n':
      case '\r':
      case '\u000B':
      case '\f':
        return cleanLineBreak(i);
      case '&':
        return cleanReference(i);
      case '"':
        return isToken || layout == Layout.PARAGRAPHS ? i + 1 : cleanQuotedCells(i);
      case '\t':
      case '|':
      case ',':
      case ';':
      case '-':
      case '/':
      case '>':
        return cleanCellBorder(i);
      default:
        if (c < ' ' || c == DELETE) {
          return cleanControl(c, i);
        }
        return isToken ? i + 1 : cleanMarkup(c, i);
    }
  }

  /** Decodes a character reference of HTML. */
  private int cleanReference(int i) {
    int end = HtmlEntities.end(original, i);
    String decoded = end > i ? HtmlEntities.decode(original, i, end) : null;
    if (decoded == null) {
      return i + 1;
    }
    int codePoint = decoded.codePointAt(0);
    if (Characters.isDefaultIgnorable(codePoint)) {
      replace(i, end, "");
    } else if (Composition.isComposing(codePoint) && i >= copied()) {
      changed().compose(i, end, decoded);
    } else {
      replace(i, end, decoded);
    }
    return end;
  }

  /** Leaves out a control character, or a sequence that colours a terminal. */
  private int cleanControl(char c, int i) {
    int end = i + 1;
    if (c == ESCAPE && original.startsWith("[", end)) {
      end++;
      while (end < original.length()
          && end < i + LONGEST_ESCAPE
          && !Character.isLetter(original.charAt(end))) {
        end++;
      }
      end = Math.min(original.length(), end + 1);
    }
    replace(i, end, "");
    return end;
  }

  private int cleanLineBreak(int i) {
    int next = LineLayout.afterBreak(original, i);
    int word = LineLayout.skipBlanks(original, next);
    if (layout != Layout.LINES && LineLayout.isHyphenated(original, i, word)) {
      boolean drop =
          original.charAt(i - 1) != Characters.SOFT_HYPHEN
              && Character.isLowerCase(original.charAt(word));
      replace(drop ? i - 1 : i, word, "");
      return word;
    }
    if (isToken || layout == Layout.PARAGRAPHS) {
      return next;
    }
    if (layout == Layout.LINES || LineLayout.isParting(original, i, next)) {
      replace(i, next, PARTING);
    }
    return Math.max(next, dropLineMarker(next));
  }

  /** Leaves out the quoting of a mail, the bullet or the number at the start of a line. */
  private int dropLineMarker(int lineStart) {
    int quoting = LineLayout.skipBlanks(original, lineStart);
    int marker = LineMarkers.quotingEnd(original, quoting);
    if (marker > quoting) {
      replace(quoting, marker, "");
    }
    int end = LineMarkers.end(original, marker);
    if (end > marker && Markup.emphasisEnd(original, marker, end) == marker) {
      replace(marker, end, PARTING);
      return end;
    }
    return marker;
  }

  private int cleanCellBorder(int i) {
    int end = isToken || layout == Layout.PARAGRAPHS ? i : Cells.borderEnd(original, i);
    if (end > i) {
      replace(i, end, PARTING);
    }
    return Math.max(i + 1, end);
  }

  /** Parts quoted cells of a row, {@code "Obama","Berlin"}. */
  private int cleanQuotedCells(int i) {
    if (Cells.isBorderBeforeQuote(original, i) && copied() < i) {
      replace(i - 1, i, PARTING);
    }
    if (Cells.isQuotedBorder(original, i)) {
      replace(i + 1, i + 2, PARTING);
      return i + 2;
    }
    return i + 1;
  }

  private int cleanMarkup(char c, int i) {
    if (closing != null && closing.get(i)) {
      int end = i + 1;
      while (end < original.length() && closing.get(end) && original.charAt(end) == c) {
        end++;
      }
      replace(i, end, "");
      return end;
    }
    int end;
    switch (c) {
      case '<':
        end = HtmlTags.end(original, i);
        if (end > i) {
          replace(i, end, HtmlTags.isParting(original, i, end) ? PARTING : "");
        }
        return end;
      case '!':
        if (Markup.isPicture(original, i)) {
          replace(i, i + 1, "");
        }
        return i + 1;
      case '[':
        end = Markup.referenceEnd(original, i);
        end = end == i ? Markup.forumTagEnd(original, i) : end;
        if (end == i && Markup.linkTextEnd(original, i) > i) {
          end = i + 1;
        }
        if (end > i) {
          replace(i, end, "");
        }
        return end;
      case '#':
        if (Markup.isHashtag(original, i)) {
          replace(i, i + 1, Markup.followsHashtag(original, i) ? "," : "");
        }
        return i + 1;
      case ']':
        end = original.startsWith("]]>", i) ? i + 3 : Markup.linkEnd(original, i);
        if (end > i) {
          replace(i, end, "");
        }
        return end;
      default:
        return cleanEmphasis(i);
    }
  }

  private int cleanEmphasis(int i) {
    int open = Markup.runEnd(original, i);
    int close = Markup.emphasisEnd(original, i, open);
    if (close > open) {
      closing = closing == null ? new BitSet() : closing;
      closing.set(close, close + open - i);
      replace(i, open, "");
    }
    return open;
  }

  private int cleanCodePoint(int i) {
    int codePoint = original.codePointAt(i);
    int end = i + Character.charCount(codePoint);
    if (LineLayout.isLineBreak(original, i)) {
      return cleanLineBreak(i);
    }
    if (codePoint < 0x2200 && Cells.isSign((char) codePoint)) {
      return cleanCellBorder(i);
    }
    if (codePoint < 0xA0) {
      replace(i, end, EscapeSequences.WINDOWS.substring(codePoint - 0x80, codePoint - 0x7F));
      return end;
    }
    if (codePoint == BRAILLE_BLANK) {
      replace(i, end, " ");
      return end;
    }
    if (Characters.isDefaultIgnorable(codePoint)) {
      if (!Characters.keepsIgnorable(original, i, codePoint)) {
        replace(i, end, "");
      }
      return end;
    }
    if (Composition.isComposing(codePoint)) {
      return compose(i, Composition.segmentEnd(original, end));
    }
    String plain =
        Composition.isDuplicate(codePoint)
            ? Composition.compose(original.substring(i, end))
            : Composition.plain(codePoint);
    if (plain != null) {
      replace(i, end, plain);
    }
    return end;
  }

  /** Composes marks with what stands before them; returns where the marks end. */
  private int compose(int start, int end) {
    if (start > copied()) {
      int letter = start - Character.charCount(original.codePointBefore(start));
      boolean changes =
          Composition.isBase(original.codePointAt(letter))
              && Composition.compose(original.substring(letter, end)) != null;
      if (!changes) {
        return end;
      }
    }
    if (start > 0) {
      changed().compose(start, end, original.substring(start, end));
    }
    return end;
  }

  /** Up to where the original is written anew. */
  private int copied() {
    return changed == null ? 0 : changed.copied();
  }

  private Rewriting changed() {
    if (changed == null) {
      changed = new Rewriting(original);
    }
    return changed;
  }

  /** Writes what is between two offsets of the original as another text, if it is not yet. */
  private void replace(int start, int end, String with) {
    if (start >= copied()) {
      changed().replace(start, end, with);
    }
  }
}
