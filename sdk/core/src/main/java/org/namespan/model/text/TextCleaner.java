package org.namespan.model.text;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes {@link CleaningStep}s over texts. Immutable, safe for use by many threads.
 *
 * <pre>{@code
 * TextCleaner cleaner = new TextCleaner(List.of(CleaningStep.HTML, CleaningStep.LOWER_CASE));
 * cleaner.clean("<b>Fine</b>"); // "   fine    "
 * }</pre>
 */
public final class TextCleaner {

  private final Set<CleaningStep> steps = EnumSet.noneOf(CleaningStep.class);

  /** A cleaner of some steps, none for one that leaves texts as they are. */
  public TextCleaner(Collection<CleaningStep> steps) {
    this.steps.addAll(steps);
  }

  /** A text of the same length; the text itself where no step changes it. */
  public String clean(String text) {
    String cleaned = text;
    for (CleaningStep step : steps) {
      cleaned = apply(step, cleaned);
    }
    return cleaned;
  }

  private static String apply(CleaningStep step, String text) {
    char[] chars = text.toCharArray();
    switch (step) {
      case HTML:
        cleanHtml(text, chars);
        break;
      case ADDRESSES:
      case EMOTICONS:
        cleanRuns(step, text, chars);
        break;
      default:
        cleanCodePoints(step, text, chars);
    }
    String cleaned = new String(chars);
    return cleaned.equals(text) ? text : cleaned;
  }

  private static void cleanHtml(String text, char[] chars) {
    HiddenMarkup hidden = new HiddenMarkup(text);
    int i = 0;
    while (i < chars.length) {
      int end = i;
      if (chars[i] == '<') {
        end = hidden.end(i);
        blank(chars, i, end);
      } else if (chars[i] == '&') {
        end = HtmlEntities.end(text, i);
        @Nullable String decoded = end == i ? null : HtmlEntities.decode(text, i, end);
        if (decoded == null) {
          end = i;
        } else {
          blank(chars, i, end);
          decoded.getChars(0, decoded.length(), chars, i);
        }
      }
      i = Math.max(i + 1, end);
    }
  }

  /** What stands between white space. */
  private static void cleanRuns(CleaningStep step, String text, char[] chars) {
    int start = 0;
    while (start < chars.length) {
      int end = start;
      while (end < chars.length && !Characters.isSeparator(chars[end])) {
        end++;
      }
      if (step == CleaningStep.ADDRESSES) {
        cleanAddress(text, start, end, chars);
      } else if (Codes.isFace(text.substring(start, end))) {
        blank(chars, start, end);
      } else {
        cleanPictographs(text, start, end, chars);
      }
      start = end + 1;
    }
  }

  private static void cleanAddress(String text, int runStart, int runEnd, char[] chars) {
    int start = runStart;
    int end = runEnd;
    while (start < end && !Characters.isLetterOrDigit(text.charAt(start))) {
      start++;
    }
    while (end > start && !isOfAddress(text.charAt(end - 1))) {
      end--;
    }
    String run = text.substring(start, end);
    int at = run.indexOf('@');
    boolean web = run.contains("://") || run.regionMatches(true, 0, "www.", 0, 4);
    if (web || (at > 0 && run.indexOf('.', at) > at)) {
      blank(chars, start, end);
    }
  }

  private static boolean isOfAddress(char c) {
    return Characters.isLetterOrDigit(c) || c == '/';
  }

  private static void cleanPictographs(String text, int start, int end, char[] chars) {
    boolean after = false;
    int i = start;
    while (i < end) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      after =
          Characters.isPictograph(codePoint)
              || Characters.isRegionalIndicator(codePoint)
              || (after && isOfEmoji(codePoint));
      if (after) {
        blank(chars, i, Math.min(next, end));
      }
      i = next;
    }
  }

  /** Whether a code point goes with a pictograph before it. */
  private static boolean isOfEmoji(int codePoint) {
    return Characters.isExtending(codePoint) && codePoint != Characters.SOFT_HYPHEN;
  }

  private static void cleanCodePoints(CleaningStep step, String text, char[] chars) {
    int i = 0;
    while (i < chars.length) {
      int codePoint = text.codePointAt(i);
      int next = i + Character.charCount(codePoint);
      if (step == CleaningStep.LOWER_CASE) {
        int lower = Character.toLowerCase(codePoint);
        if (lower != codePoint && Character.charCount(lower) == next - i) {
          Character.toChars(lower, chars, i);
        }
      } else if (isTakenOut(step, codePoint, text, i, next)) {
        blank(chars, i, next);
      }
      i = next;
    }
  }

  private static boolean isTakenOut(
      CleaningStep step, int codePoint, String text, int start, int end) {
    switch (step) {
      case PUNCTUATION:
        return isSign(codePoint) && !isInsideWord(text, start, end);
      case DIGITS:
        return Character.isDigit(codePoint);
      default:
        return end - start == 1 && Characters.isSeparator((char) codePoint);
    }
  }

  /** Whether a code point is of a category of punctuation or symbols. */
  private static boolean isSign(int codePoint) {
    switch (Character.getType(codePoint)) {
      case Character.CONNECTOR_PUNCTUATION:
      case Character.DASH_PUNCTUATION:
      case Character.START_PUNCTUATION:
      case Character.END_PUNCTUATION:
      case Character.INITIAL_QUOTE_PUNCTUATION:
      case Character.FINAL_QUOTE_PUNCTUATION:
      case Character.OTHER_PUNCTUATION:
      case Character.MATH_SYMBOL:
      case Character.CURRENCY_SYMBOL:
      case Character.MODIFIER_SYMBOL:
      case Character.OTHER_SYMBOL:
        return true;
      default:
        return false;
    }
  }

  /** An apostrophe or hyphen between two letters. */
  private static boolean isInsideWord(String text, int start, int end) {
    char folded = CharacterFolding.fold(text.charAt(start));
    return end - start == 1
        && (folded == '\'' || folded == '-')
        && start > 0
        && end < text.length()
        && Character.isLetter(text.codePointBefore(start))
        && Character.isLetter(text.codePointAt(end));
  }

  private static void blank(char[] chars, int start, int end) {
    for (int i = start; i < end; i++) {
      chars[i] = ' ';
    }
  }
}
