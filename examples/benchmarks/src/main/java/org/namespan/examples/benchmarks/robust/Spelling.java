package org.namespan.examples.benchmarks.robust;

import java.text.Normalizer;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Another way to write the name in a slot. */
enum Spelling {
  PLAIN(name -> name),
  UPPER(name -> name.toUpperCase(Locale.ROOT)),
  SOFT_HYPHEN(name -> inMiddle(name, "\u00AD")),
  NON_JOINER(name -> inMiddle(name, "\u200C")),
  WORD_JOINER(name -> inMiddle(name, "\u2060")),
  HYPHENATED(name -> inMiddle(name, "-\n")),
  DECOMPOSED(name -> Normalizer.normalize(name, Normalizer.Form.NFD)),
  FULL_WIDTH(
      name ->
          name.chars()
              .mapToObj(c -> Character.toString(c > ' ' && c < 0x7F ? c + 0xFEE0 : c))
              .collect(Collectors.joining())),
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

  private static String inMiddle(String name, String mark) {
    int middle = name.length() / 2;
    return name.substring(0, middle) + mark + name.substring(middle);
  }
}
