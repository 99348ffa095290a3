package org.namespan.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Takes out of the spans of one sentence what is no word: the page's part of that name. */
final class PlainNames {

  private enum Kind {
    WORD,
    YEAR,
    NUMBER,
    CODE,
    SIGN,
    BORDER
  }

  private static final String BORDERS = "/|;—–―•·=<>{}*~_…";
  private static final String SIGNS = ",:!?\"'“”„‘’«»([])";

  private static final Set<String> NAMES =
      Set.of(
          "per",
          "person",
          "org",
          "organization",
          "organisation",
          "loc",
          "location",
          "geo",
          "gpe",
          "place",
          "nat",
          "norp",
          "fac",
          "facility");

  private static final Set<String> TIMES = Set.of("tim", "time", "date");

  private static final Set<String> UNITS =
      Set.of(
          "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "a.m.",
          "p.m.", "am", "pm", "o'clock");

  private static final Set<String> AGES = Set.of("age", "aged", "ages");

  private final List<String> sentence;

  PlainNames(List<String> sentence) {
    this.sentence = sentence;
  }

  /** What is left of some spans. */
  List<PlainDecoder.Span> filter(List<PlainDecoder.Span> spans) {
    List<PlainDecoder.Span> left = new ArrayList<>();
    for (PlainDecoder.Span span : spans) {
      boolean name = NAMES.contains(lower(span.type()));
      int start = span.start();
      for (int t = start; t <= span.end(); t++) {
        boolean parts = t == span.end() || kind(t) == Kind.BORDER || name && kind(t) == Kind.CODE;
        if (parts) {
          addPart(span, start, t, left);
          start = t + 1;
        }
      }
    }
    return left;
  }

  private void addPart(PlainDecoder.Span span, int from, int to, List<PlainDecoder.Span> left) {
    int start = from;
    int end = to;
    while (start < end && kind(start) == Kind.SIGN) {
      start++;
    }
    while (start < end && kind(end - 1) == Kind.SIGN) {
      end--;
    }
    if (start < end && !isDropped(lower(span.type()), start, end)) {
      left.add(new PlainDecoder.Span(span.type(), start, end, span.score()));
    }
  }

  private boolean isDropped(String type, int start, int end) {
    if (NAMES.contains(type)) {
      for (int t = start; t < end; t++) {
        if (kind(t) == Kind.WORD) {
          return false;
        }
      }
      return true;
    }
    boolean number = kind(start) == Kind.NUMBER || kind(start) == Kind.CODE;
    return TIMES.contains(type) && end - start == 1 && number && !isCounted(start);
  }

  private boolean isCounted(int number) {
    int behind = number + 1;
    while (behind < sentence.size() && kind(behind) == Kind.SIGN) {
      behind++;
    }
    return behind < sentence.size() && isUnit(lower(sentence.get(behind)))
        || number > 0 && AGES.contains(lower(sentence.get(number - 1)));
  }

  private static boolean isUnit(String word) {
    return UNITS.contains(word.endsWith("s") ? word.substring(0, word.length() - 1) : word);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private Kind kind(int t) {
    String clean = PlainClean.of(sentence.get(t));
    boolean letters = clean.codePoints().anyMatch(Character::isLetter);
    boolean digits = clean.codePoints().anyMatch(Character::isDigit);
    if (letters) {
      return isCode(clean, digits) ? Kind.CODE : Kind.WORD;
    }
    if (digits) {
      boolean all = clean.codePoints().allMatch(Character::isDigit);
      boolean year = clean.length() == 4 && "12".indexOf(clean.charAt(0)) >= 0;
      return !all || year ? Kind.YEAR : Kind.NUMBER;
    }
    if (clean.length() != 1) {
      boolean quotes =
          clean.chars().map(c -> PlainFeatures.fold((char) c)).allMatch(c -> c == '\'' || c == '"');
      return quotes ? Kind.SIGN : Kind.BORDER;
    }
    if (BORDERS.contains(clean) || Character.getType(clean.charAt(0)) == Character.OTHER_SYMBOL) {
      return Kind.BORDER;
    }
    return SIGNS.contains(clean) ? Kind.SIGN : Kind.WORD;
  }

  private static boolean isCode(String clean, boolean digits) {
    int at = clean.indexOf('@');
    return at > 0 && clean.indexOf('.', at) > 0
        || clean.contains("://")
        || clean.contains("\\")
        || clean.startsWith("www.")
        || clean.startsWith("/") && clean.indexOf('/', 1) > 0
        || clean.indexOf('_') > 0
        || clean.startsWith("0x") && isHexadecimal(clean.substring(2))
        || digits && isHexadecimal(clean) && clean.length() > 6 && nonLetters(clean) >= 2;
  }

  private static boolean isHexadecimal(String text) {
    return text.chars()
        .allMatch(
            c -> Character.isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F' || c == '-');
  }

  private static long nonLetters(String text) {
    return text.chars().filter(c -> !Character.isLetter(c)).count();
  }
}
