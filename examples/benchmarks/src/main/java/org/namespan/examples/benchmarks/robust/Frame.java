package org.namespan.examples.benchmarks.robust;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with slots for names, written plainly and in another way.
 *
 * <p>A slot is {@code {FILLER}}, {@code {FILLER|SPELLING}}, or {@code {words FILLER}} for a name to
 * which the words before it may belong: <code>I met {Gov. PERSON}.</code> The slots of names are
 * those of the plain frame, in the same order; the others, for what is no name, may differ.
 *
 * @param kind what the frame is an example of, for the table
 * @param plain the plain frame
 * @param changed the frame as people really write it
 */
record Frame(String kind, String plain, String changed) {

  private static final Pattern SLOT =
      Pattern.compile("\\{(?<words>[^{}|]* )?(?<filler>[A-Z_]+)(?:\\|(?<spelling>[A-Z_]+))?\\}");

  /**
   * A slot that was filled.
   *
   * @param filler what it was filled with
   * @param earliest where an entity may begin, at {@code start} or before
   * @param start UTF-16 offset of its first char
   * @param end UTF-16 offset after its last char
   */
  record Slot(Filler filler, int earliest, int start, int end) {

    /** Whether an entity is right here: the name as a whole, or, at no name, anywhere else. */
    boolean fits(TypedRange entity) {
      return filler.isName()
          ? entity.end() == end && (entity.start() == start || entity.start() == earliest)
          : entity.end() <= start || entity.start() >= end;
    }
  }

  /**
   * A frame whose slots were filled.
   *
   * @param text its text
   * @param slots in text order
   */
  record Filled(String text, List<Slot> slots) {

    /** The slots of names. */
    List<Slot> names() {
      return slots.stream().filter(slot -> slot.filler().isName()).toList();
    }
  }

  /** How many fillings there are before one comes again. */
  int fillings() {
    int size = 1;
    Matcher slot = SLOT.matcher(plain + changed);
    while (slot.find()) {
      size = Math.max(size, Filler.valueOf(slot.group("filler")).size());
    }
    return 3 * size;
  }

  /** The plain frame with the names of a filling. */
  Filled fillPlain(int filling) {
    return fill(plain, filling);
  }

  /** The changed frame with the names of a filling. */
  Filled fillChanged(int filling) {
    return fill(changed, filling);
  }

  /**
   * Every filler gives its values in turn, from one slot to the next by another step each round.
   */
  private static Filled fill(String pattern, int filling) {
    StringBuilder text = new StringBuilder();
    List<Slot> slots = new ArrayList<>();
    Map<Filler, Integer> used = new EnumMap<>(Filler.class);
    Matcher slot = SLOT.matcher(pattern);
    int at = 0;
    while (slot.find()) {
      text.append(pattern, at, slot.start());
      at = slot.end();
      Filler filler = Filler.valueOf(slot.group("filler"));
      String spelling = slot.group("spelling");
      int earliest = text.length();
      text.append(slot.group("words") == null ? "" : slot.group("words"));
      int start = text.length();
      int step = 1 + filling / filler.size();
      String value = filler.get(filling + step * (used.merge(filler, 1, Integer::sum) - 1));
      text.append((spelling == null ? Spelling.PLAIN : Spelling.valueOf(spelling)).apply(value));
      slots.add(new Slot(filler, earliest, start, text.length()));
    }
    return new Filled(text.append(pattern.substring(at)).toString(), slots);
  }

  /** The changed frame with all that cannot be seen written as in Java. */
  String shown() {
    StringBuilder shown = new StringBuilder();
    changed.chars().forEach(c -> shown.append(shown((char) c)));
    return shown.toString();
  }

  private static String shown(char c) {
    if (c == '\n') {
      return "\\n";
    }
    if (c == '\t') {
      return "\\t";
    }
    if (c == '\r') {
      return "\\r";
    }
    boolean hidden =
        switch (Character.getType(c)) {
          case Character.FORMAT,
              Character.CONTROL,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR,
              Character.NON_SPACING_MARK ->
              true;
          case Character.SPACE_SEPARATOR -> c != ' ';
          default -> false;
        };
    return hidden ? String.format(Locale.ROOT, "\\u%04X", (int) c) : String.valueOf(c);
  }
}
