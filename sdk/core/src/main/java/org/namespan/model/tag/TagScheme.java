package org.namespan.model.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The ways of writing spans as one tag per token. Each scheme is data: the prefixes that write a
 * span, and the transitions it allows.
 *
 * <p>A transition is two prefixes, {@code ^} standing for the start of a sentence and {@code $} for
 * its end, and a mark for the types of the two tags:
 *
 * <table>
 * <caption>Marks</caption>
 * <tr><td>{@code BI+}</td><td>same type, the span goes on</td></tr>
 * <tr><td>{@code IB=}</td><td>same type, a new span begins</td></tr>
 * <tr><td>{@code II!}</td><td>another type, a new span begins</td></tr>
 * <tr><td>{@code OB}</td><td>any type, a new span begins or none is open</td></tr>
 * </table>
 */
public enum TagScheme {
  /** Inside, outside. Adjacent spans of one type cannot be told apart: encoding may lose them. */
  IO("IIII", "II", "^O ^I OO OI IO II+ II! O$ I$"),

  /** {@code B-} only where a span follows another of its type directly (CoNLL-2003). */
  IOB1("IIII", "BB", "^O ^I OO OI IO II+ II! IB= BO BI+ BI! BB= O$ I$ B$"),

  /** {@code B-} begins each span (IOB2, CoNLL-2002). */
  BIO("BIIB", "BB", "^O ^B OO OB BO BB BI+ IO IB II+ O$ B$ I$"),

  /** Begin, inside, last, outside, unit. */
  BILOU("BILU", "BU", "^O ^B ^U OO OB OU BI+ BL+ II+ IL+ LO LB LU UO UB UU O$ L$ U$");

  private static final String LETTERS = "OBILU^$";

  /** One span goes on. */
  private static final int SAME_SPAN = 1;

  /** Same type, in another span or none. */
  private static final int SAME_TYPE = 2;

  private static final int OTHER_TYPE = 4;

  private final char first;
  private final char inner;
  private final char last;
  private final char single;
  private final char firstAfterSameType;
  private final char singleAfterSameType;
  private final String prefixes;

  /** Which of the three a transition from one letter to another may be; not written to again. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final int[][] allowed = new int[LETTERS.length()][LETTERS.length()];

  TagScheme(String written, String afterSameType, String transitions) {
    this.first = written.charAt(0);
    this.inner = written.charAt(1);
    this.last = written.charAt(2);
    this.single = written.charAt(3);
    this.firstAfterSameType = afterSameType.charAt(0);
    this.singleAfterSameType = afterSameType.charAt(1);
    for (String transition : transitions.split(" ", -1)) {
      allowed[LETTERS.indexOf(transition.charAt(0))][LETTERS.indexOf(transition.charAt(1))] |=
          kinds(transition);
    }
    StringBuilder found = new StringBuilder();
    for (char c : "OBILU".toCharArray()) {
      if (transitions.indexOf(c) >= 0) {
        found.append(c);
      }
    }
    this.prefixes = found.toString();
  }

  /** The letters a tag may start with, {@code O} first; {@code OBI} for BIO. */
  public String prefixes() {
    return prefixes;
  }

  /** How tags that are not {@code O} look, for messages: {@code B-TYPE, I-TYPE}. */
  public String tagPattern() {
    StringBuilder pattern = new StringBuilder();
    for (char c : prefixes.substring(1).toCharArray()) {
      pattern.append(pattern.length() == 0 ? "" : ", ").append(c).append("-TYPE");
    }
    return pattern.toString();
  }

  private static int kinds(String transition) {
    switch (transition.substring(2)) {
      case "+":
        return SAME_SPAN;
      case "=":
        return SAME_TYPE;
      case "!":
        return OTHER_TYPE;
      default:
        return SAME_TYPE | OTHER_TYPE;
    }
  }

  private int allowed(char from, char to) {
    int row = LETTERS.indexOf(from);
    int column = LETTERS.indexOf(to);
    return row < 0 || column < 0 ? 0 : allowed[row][column];
  }

  /** Whether a sentence may start with {@code tag}. */
  public boolean mayStart(Tag tag) {
    return allowed('^', tag.prefix()) != 0;
  }

  /** Whether a sentence may end with {@code tag}. */
  public boolean mayEnd(Tag tag) {
    return allowed(tag.prefix(), '$') != 0;
  }

  /** Whether {@code next} may stand directly after {@code previous}. */
  public boolean mayFollow(Tag previous, Tag next) {
    int kinds = previous.type().equals(next.type()) ? SAME_SPAN | SAME_TYPE : OTHER_TYPE;
    return (allowed(previous.prefix(), next.prefix()) & kinds) != 0;
  }

  /** Whether {@code next}, directly after {@code previous}, belongs to the same span. */
  public boolean continues(Tag previous, Tag next) {
    return previous.type().equals(next.type())
        && (allowed(previous.prefix(), next.prefix()) & SAME_SPAN) != 0;
  }

  /**
   * The spans that tags write. Malformed sequences are read as {@code conlleval} does: a tag that
   * cannot go on with the open span begins one.
   *
   * <p>{@code BIO.decode(["B-per", "I-per", "O", "I-geo"])} is {@code [per 0..2, geo 3..4]}.
   *
   * @return the spans in order, none overlapping
   */
  public List<Span> decode(List<Tag> tags) {
    List<Span> spans = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= tags.size(); i++) {
      boolean goesOn = start >= 0 && i < tags.size() && goesOn(tags.get(i - 1), tags.get(i));
      if (start >= 0 && !goesOn) {
        spans.add(new Span(tags.get(start).type(), start, i));
        start = -1;
      }
      if (start < 0 && i < tags.size() && tags.get(i).prefix() != 'O') {
        start = i;
      }
    }
    return spans;
  }

  /** Like {@link #continues}, but takes {@code I-x} after a closed span of x as its rest. */
  private boolean goesOn(Tag previous, Tag next) {
    if (!previous.type().equals(next.type()) || next.prefix() == 'O') {
      return false;
    }
    return previous.prefix() != 'L'
        && previous.prefix() != 'U'
        && next.prefix() != 'B'
        && next.prefix() != 'U';
  }

  /**
   * Writes spans as tags; the inverse of {@link #decode} except for IO, which joins adjacent spans
   * of one type.
   *
   * @param spans in order, none overlapping
   * @param length tokens in the sentence
   */
  public List<Tag> encode(List<Span> spans, int length) {
    Tag[] tags = new Tag[length];
    Arrays.fill(tags, Tag.OUTSIDE);
    Span before = null;
    for (Span span : spans) {
      boolean touches =
          before != null && before.end() == span.start() && before.type().equals(span.type());
      for (int i = span.start(); i < span.end(); i++) {
        tags[i] = new Tag(prefix(span, i, touches), span.type());
      }
      before = span;
    }
    return Arrays.asList(tags);
  }

  private char prefix(Span span, int i, boolean touchesSameType) {
    if (i == span.start()) {
      boolean alone = span.end() - span.start() == 1;
      if (touchesSameType) {
        return alone ? singleAfterSameType : firstAfterSameType;
      }
      return alone ? single : first;
    }
    return i == span.end() - 1 ? last : inner;
  }
}
