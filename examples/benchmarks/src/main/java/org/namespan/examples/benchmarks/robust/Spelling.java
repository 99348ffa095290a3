package org.namespan.examples.benchmarks.robust;

import static java.util.stream.Collectors.joining;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Another way to write the name in a slot. */
enum Spelling {
  PLAIN(name -> name),
  UPPER(name -> name.toUpperCase(Locale.ROOT)),
  SOFT_HYPHEN(name -> inMiddle(name, "\u00AD")),
  NON_JOINER(name -> inMiddle(name, "\u200C")),
  WORD_JOINER(name -> inMiddle(name, "\u2060")),
  SOFT_BREAK(name -> inMiddle(name, "=\n")),
  HYPHENATED(name -> inMiddle(name, "-\n")),
  DECOMPOSED(name -> Normalizer.normalize(name, Normalizer.Form.NFD)),
  FULL_WIDTH(
      name ->
          name.chars()
              .mapToObj(c -> Character.toString(c > ' ' && c < 0x7F ? c + 0xFEE0 : c))
              .collect(joining())),
  /** As JSON escapes what is not ASCII. */
  JSON(name -> beyondAscii(name, letter -> String.format("\\u%04x", (int) letter.charAt(0)))),
  /** As HTML refers to what is not ASCII. */
  REFERENCES(name -> beyondAscii(name, letter -> "&#" + (int) letter.charAt(0) + ";")),
  /** As quoted-printable writes the bytes of UTF-8. */
  QUOTED_PRINTABLE(
      name ->
          beyondAscii(name, letter -> bytes(letter).map("=%02X"::formatted).collect(joining()))),
  /** UTF-8 that was read as Windows-1252. */
  MISREAD(
      name -> new String(name.getBytes(StandardCharsets.UTF_8), Charset.forName("windows-1252"))),
  /** {@code Barack Obama} over the end of a line. */
  WRAPPED(name -> name.replace(' ', '\n')),
  /** {@code Barack Obama} as {@code B.J. Obama}. */
  INITIALS(name -> name.charAt(0) + ".J." + name.substring(name.indexOf(' '))),
  /** {@code Barack Obama} as {@code B. J. Obama}. */
  SPACED_INITIALS(name -> name.charAt(0) + ". J." + name.substring(name.indexOf(' '))),
  /** {@code Barack Obama} as {@code Barack J. Obama}. */
  MIDDLE_INITIAL(name -> name.replaceFirst(" ", " J. ")),
  ABBREVIATED(
      name ->
          name.replace("Saint ", "St. ")
              .replace("Mount ", "Mt. ")
              .replace("Fort ", "Ft. ")
              .replace(" Corporation", " Corp.")
              .replace(" Company", " Co."));

  /** A function without state. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final UnaryOperator<String> spelling;

  Spelling(UnaryOperator<String> spelling) {
    this.spelling = spelling;
  }

  /** The name so written. */
  String apply(String name) {
    return spelling.apply(name);
  }

  private static String beyondAscii(String name, UnaryOperator<String> spelling) {
    return name.chars()
        .mapToObj(Character::toString)
        .map(c -> c.charAt(0) < 0x80 ? c : spelling.apply(c))
        .collect(joining());
  }

  private static Stream<Integer> bytes(String letter) {
    byte[] bytes = letter.getBytes(StandardCharsets.UTF_8);
    return IntStream.range(0, bytes.length).mapToObj(i -> bytes[i] & 0xFF);
  }

  private static String inMiddle(String name, String mark) {
    int middle = name.length() / 2;
    return name.substring(0, middle) + mark + name.substring(middle);
  }
}
