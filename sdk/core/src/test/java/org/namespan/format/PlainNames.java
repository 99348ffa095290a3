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

  private static final int LONGEST_UNIT = 3;
  private static final String BORDERS = "/|;—–―•·=<>{}*~_…+^\\#";
  private static final String SIGNS = "&,:!?\"'“”„‘’«»([])";

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

  private static final Set<String> PERSONS = Set.of("per", "person");

  /** Names that may hold a number at an edge. */
  private static final Set<String> NUMBERED =
      Set.of("org", "organization", "organisation", "fac", "facility", "nat", "norp");

  private static final String ORDINALS = "st nd rd th";

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
      int start = span.start();
      for (int t = start; t <= span.end(); t++) {
        if (t == span.end() || parts(t, start, span)) {
          addPart(span, start, t, left);
          start = t + 1;
        }
      }
    }
    return left;
  }

  private boolean parts(int t, int start, PlainDecoder.Span span) {
    String type = lower(span.type());
    String token = sentence.get(t);
    return kind(t) == Kind.BORDER
        || NAMES.contains(type) && (kind(t) == Kind.CODE || isHexadecimalWord(t))
        || token.equals("(") && !sentence.subList(t, span.end()).contains(")")
        || PERSONS.contains(type) && token.equals("&")
        || t > start && isQuotationMark(t) && isQuotationMark(t - 1);
  }

  private boolean isHexadecimalWord(int t) {
    List<String> near = new ArrayList<>(sentence.subList(Math.max(0, t - 5), t));
    near.addAll(sentence.subList(t + 1, Math.min(sentence.size(), t + 6)));
    return PlainClean.of(sentence.get(t)).matches("[0-9a-f]{2,}|[0-9A-F]{2,}")
        && near.stream()
                .map(PlainClean::of)
                .filter(n -> n.matches("(?=.*[0-9])(?=.*[a-fA-F])[0-9a-fA-F:-]+"))
                .count()
            > 1;
  }

  private boolean isQuotationMark(int t) {
    return !sentence.get(t).isEmpty() && isQuotationMarks(PlainClean.of(sentence.get(t)));
  }

  private static boolean isQuotationMarks(String clean) {
    return clean
        .chars()
        .map(c -> PlainFeatures.fold((char) c))
        .allMatch(c -> c == '\'' || c == '"');
  }

  private void addPart(PlainDecoder.Span span, int from, int to, List<PlainDecoder.Span> left) {
    String type = lower(span.type());
    Set<Kind> trimmed =
        NAMES.contains(type) && !NUMBERED.contains(type)
            ? Set.of(Kind.SIGN, Kind.NUMBER, Kind.YEAR)
            : Set.of(Kind.SIGN);
    int start = from;
    int end = to;
    while (start < end && trimmed.contains(kind(start))) {
      start++;
    }
    while (start < end && trimmed.contains(kind(end - 1))) {
      end--;
    }
    if (start < end && !isDropped(type, start, end)) {
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
    return behind < sentence.size() && isUnit(lower(PlainClean.of(sentence.get(behind))))
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
      if (isMeasure(clean)) {
        return Kind.NUMBER;
      }
      return PlainCodes.isCode(clean) ? Kind.CODE : Kind.WORD;
    }
    if (digits) {
      boolean all = clean.codePoints().allMatch(Character::isDigit);
      boolean year = clean.length() == 4 && "12".indexOf(clean.charAt(0)) >= 0;
      return !all || year ? Kind.YEAR : Kind.NUMBER;
    }
    if (clean.length() != 1) {
      return isQuotationMarks(clean) ? Kind.SIGN : Kind.BORDER;
    }
    char sign = clean.charAt(0);
    boolean symbol =
        Character.getType(sign) == Character.OTHER_SYMBOL
            || Character.getType(sign) == Character.MATH_SYMBOL && sign >= 0x80;
    if (BORDERS.contains(clean) || symbol) {
      return Kind.BORDER;
    }
    return SIGNS.contains(clean) ? Kind.SIGN : Kind.WORD;
  }

  private static boolean isMeasure(String clean) {
    if (!Character.isDigit(clean.charAt(0))) {
      return false;
    }
    int unit = 0;
    while (unit < clean.length() && !Character.isLetter(clean.charAt(unit))) {
      unit++;
    }
    String letters = clean.substring(unit);
    return letters.chars().allMatch(Character::isLetter)
        && letters.length() <= LONGEST_UNIT
        && !ORDINALS.contains(letters)
        && (letters.length() > 1 || Character.isLowerCase(letters.charAt(0)));
  }
}
