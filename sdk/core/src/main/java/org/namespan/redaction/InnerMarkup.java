package org.namespan.redaction;

import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.CleanText;

/**
 * Finds the markup that stands inside of names, {@code Angela</b> Merkel}: it is kept beside what
 * takes the place of the name, in its order, so that what opens still closes.
 */
final class InnerMarkup {

  /** What begins the tags of HTML and of forums, the links and the emphasis of Markdown. */
  private static final String SIGNS = "<[]*_~";

  private final String text;
  private final CleanText clean;
  private final Predicate<String> hasName;

  /**
   * The markup of a text.
   *
   * @param hasName whether a name stands in a piece of markup, which is not kept then
   */
  InnerMarkup(String text, CleanText clean, Predicate<String> hasName) {
    this.text = text;
    this.clean = clean;
    this.hasName = hasName;
  }

  /** A name without its markup; null if there is none to keep. */
  @Nullable MarkedName find(int start, int end) {
    int first = firstFrom(start);
    if (first == clean.text().length() || clean.start(first) >= end) {
      return null;
    }
    Pieces pieces = new Pieces();
    int at = start;
    for (int i = first; i < clean.text().length() && clean.start(i) < end; i++) {
      pieces.add(at, clean.start(i), true);
      // A tag that breaks a line is seen as a break.
      pieces.add(Math.max(at, clean.start(i)), clean.end(i), clean.text().charAt(i) == '\u2029');
      at = Math.max(at, clean.end(i));
    }
    pieces.add(at, end, true);
    return pieces.name(start, end);
  }

  /** The first char of the clean text that begins at an offset or behind it. */
  private int firstFrom(int offset) {
    int low = 0;
    int high = clean.text().length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (clean.start(middle) < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The parts of one name. */
  private final class Pieces {
    private final StringBuilder opening = new StringBuilder();
    private final StringBuilder words = new StringBuilder();
    private final StringBuilder rest = new StringBuilder();

    /** Adds what stands between two offsets, if anything does. */
    void add(int start, int end, boolean hidden) {
      if (start >= end) {
        return;
      }
      String part = text.substring(start, end);
      String tag = hidden ? unescaped(part) : "";
      if (!isMarkup(tag) || hasName.test(part)) {
        words.append(part);
      } else if (rest.length() == 0 && isOpening(tag, end)) {
        opening.append(part);
      } else {
        rest.append(part);
      }
    }

    @Nullable MarkedName name(int start, int end) {
      // A map finds nothing that begins or ends inside of a word.
      boolean bound =
          Words.isBound(text.substring(Math.max(0, start - 2), start) + opening, Math.min(start, 2))
              && Words.isBound(
                  rest + text.substring(end, Math.min(text.length(), end + 2)), rest.length());
      return !bound || opening.length() + rest.length() == 0
          ? null
          : new MarkedName(opening.toString(), words.toString(), rest.toString());
    }
  }

  private static boolean isMarkup(String tag) {
    for (int i = 0; i < tag.length(); i++) {
      if (SIGNS.indexOf(tag.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** A tag without the escapes of JSON. */
  private static String unescaped(String part) {
    if (part.indexOf('\\') < 0) {
      return part;
    }
    String lower = part.toLowerCase(Locale.ROOT);
    return lower.replace("\\u003c", "<").replace("\\u003e", ">").replace("\\/", "/");
  }

  /** Whether a tag opens what a later one closes. */
  private boolean isOpening(String tag, int end) {
    switch (tag.charAt(0)) {
      case '<':
        return !tag.endsWith("/>") && tag.length() > 1 && Character.isLetter(tag.charAt(1));
      case '[':
        return tag.length() == 1 || Character.isLetter(tag.charAt(1));
      case '*':
      case '_':
      case '~':
        return end < text.length() && !Words.isBlank(text.codePointAt(end));
      default:
        return tag.startsWith("![");
    }
  }
}
