package org.namespan.internal.pipeline;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.namespan.model.decode.ScoredSpan;
import org.namespan.model.tag.Span;
import org.namespan.model.text.Token;
import org.namespan.model.text.TokenView;
import org.namespan.model.text.WordKind;

/**
 * Takes what is no word out of the names that a model finds: signs and emoji at their edges and
 * between them, and of persons, places and organisations also addresses, paths and identifiers. A
 * number alone is no such name, and a time only if it may be a year or counts days or the like.
 * {@code docs/text.md} states the rules. Immutable, safe for use by many threads.
 */
final class NameFilter {

  /** Types of which a name is made of words, in the spellings of usual corpora. */
  private static final Set<String> NAME_TYPES =
      new HashSet<>(
          Arrays.asList(
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
              "facility"));

  private static final Set<String> PERSON_TYPES = new HashSet<>(Arrays.asList("per", "person"));

  /** Those of which a number may be a part: {@code Channel 4}. */
  private static final Set<String> NUMBERED_TYPES =
      new HashSet<>(
          Arrays.asList("org", "organization", "organisation", "fac", "facility", "nat", "norp"));

  private static final Set<String> TIME_TYPES = new HashSet<>(Arrays.asList("tim", "time", "date"));

  /** So many tokens before a hexadecimal number and behind it tell whether it is one. */
  private static final int NEAR = 5;

  /** What a number counts that is a time by itself. */
  private static final Set<String> UNITS =
      new HashSet<>(
          Arrays.asList(
              "second", "minute", "hour", "day", "night", "week", "month", "year", "decade", "a.m.",
              "p.m.", "am", "pm", "o'clock"));

  /** What stands before a number that is a time. */
  private static final Set<String> AGES = new HashSet<>(Arrays.asList("age", "aged", "ages"));

  /**
   * Adds what is left of a span without what is no word: nothing, the span itself, or parts of it.
   *
   * @param scored a span of the sentence; one of {@linkplain WordKind#isWord words} alone is left
   *     as it is
   */
  void add(List<Token> sentence, ScoredSpan scored, List<ScoredSpan> filtered) {
    Span span = scored.span();
    String type = span.type().toLowerCase(Locale.ROOT);
    int from = span.start();
    for (int t = span.start(); t <= span.end(); t++) {
      if (t == span.end() || parts(sentence, t, from, span.end(), type)) {
        addTrimmed(sentence, scored, from, t, filtered);
        from = t + 1;
      }
    }
  }

  /** Whether a token cannot stand inside a name: of two quotation marks, the second. */
  private static boolean parts(List<Token> sentence, int t, int from, int to, String type) {
    boolean name = NAME_TYPES.contains(type);
    WordKind kind = WordKind.of(sentence.get(t));
    return kind == WordKind.BORDER
        || (name && (kind == WordKind.CODE || isAmongBytes(sentence, t)))
        || isOpenBracket(sentence, t, to)
        || (PERSON_TYPES.contains(type) && sentence.get(t).is('&'))
        || (t > from
            && TokenView.isQuotationMark(sentence.get(t))
            && TokenView.isQuotationMark(sentence.get(t - 1)));
  }

  /** Whether a token of hexadecimal digits stands near others: {@code df 82 1e e7}. */
  private static boolean isAmongBytes(List<Token> sentence, int t) {
    if (!WordKind.isHexadecimal(sentence.get(t))) {
      return false;
    }
    int numbers = 0;
    for (int i = Math.max(0, t - NEAR); i <= t + NEAR && i < sentence.size(); i++) {
      numbers += i != t && WordKind.isHexadecimalNumber(sentence.get(i)) ? 1 : 0;
    }
    return numbers > 1;
  }

  /** Whether a bracket opens that does not close in the name: {@code Berlin (Reuters}. */
  private static boolean isOpenBracket(List<Token> sentence, int t, int to) {
    if (!sentence.get(t).is('(')) {
      return false;
    }
    for (int i = t + 1; i < to; i++) {
      if (sentence.get(i).is(')')) {
        return false;
      }
    }
    return true;
  }

  private static void addTrimmed(
      List<Token> sentence, ScoredSpan scored, int from, int to, List<ScoredSpan> filtered) {
    String type = scored.span().type().toLowerCase(Locale.ROOT);
    boolean numbered = !NAME_TYPES.contains(type) || NUMBERED_TYPES.contains(type);
    int start = from;
    while (start < to && isTrimmed(sentence.get(start), numbered)) {
      start++;
    }
    int end = to;
    while (end > start && isTrimmed(sentence.get(end - 1), numbered)) {
      end--;
    }
    if (start == end || !mayBe(type, sentence, start, end)) {
      return;
    }
    boolean whole = start == scored.span().start() && end == scored.span().end();
    filtered.add(
        whole
            ? scored
            : new ScoredSpan(
                new Span(scored.span().type(), start, end), scored.probability(), scored.source()));
  }

  /** Whether a token is left out at the edge of a name: a sign, and of most types a number too. */
  private static boolean isTrimmed(Token token, boolean numbered) {
    WordKind kind = WordKind.of(token);
    return kind == WordKind.SIGN
        || (!numbered && (kind == WordKind.NUMBER || kind == WordKind.YEAR));
  }

  private static boolean mayBe(String type, List<Token> sentence, int start, int end) {
    boolean name = NAME_TYPES.contains(type);
    boolean time = TIME_TYPES.contains(type);
    if (!name && !time) {
      return true;
    }
    for (int t = start; t < end; t++) {
      WordKind kind = WordKind.of(sentence.get(t));
      if (kind == WordKind.WORD || (time && kind == WordKind.YEAR)) {
        return true;
      }
    }
    return time && (end - start > 1 || isCounted(sentence, start, end));
  }

  /** Whether a number counts days or the like: {@code 10 years}, {@code age 30}. */
  private static boolean isCounted(List<Token> sentence, int start, int end) {
    int after = end;
    while (after < sentence.size() && WordKind.of(sentence.get(after)) == WordKind.SIGN) {
      after++;
    }
    if (after < sentence.size()) {
      String unit = TokenView.of(sentence.get(after).text()).toLowerCase(Locale.ROOT);
      if (UNITS.contains(unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit)) {
        return true;
      }
    }
    return start > 0 && AGES.contains(sentence.get(start - 1).text().toLowerCase(Locale.ROOT));
  }
}
