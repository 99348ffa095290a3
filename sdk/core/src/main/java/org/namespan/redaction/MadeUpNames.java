package org.namespan.redaction;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The made-up names in the resources; a power of two of each kind. Immutable. */
final class MadeUpNames {

  private static final String FILE = "/org/namespan/redaction/made-up-names.txt";

  private final String[] givenNames;
  private final String[] familyNames;
  private final String[] places;
  private final String[] companies;

  private MadeUpNames(BufferedReader lines) throws IOException {
    givenNames = names(lines);
    familyNames = names(lines);
    places = names(lines);
    companies = names(lines);
  }

  private static String[] names(BufferedReader lines) throws IOException {
    String line = lines.readLine();
    if (line == null) {
      throw new IOException(FILE + " has too few lines, expected four");
    }
    return line.split(" ", -1);
  }

  static MadeUpNames load() {
    try (@Nullable InputStream stream = MadeUpNames.class.getResourceAsStream(FILE)) {
      if (stream == null) {
        throw new FileNotFoundException("the jar of the library has no " + FILE);
      }
      return new MadeUpNames(
          new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many names there are of a label, 0 for most. */
  int count(String label) {
    switch (label) {
      case "PERSON":
        return givenNames.length * familyNames.length;
      case "LOCATION":
        return places.length;
      case "ORGANIZATION":
        return familyNames.length * companies.length;
      default:
        return 0;
    }
  }

  /** A name of a label that has some. */
  String get(String label, int index) {
    switch (label) {
      case "PERSON":
        return pair(givenNames, familyNames, index);
      case "ORGANIZATION":
        return pair(familyNames, companies, index);
      default:
        return places[index];
    }
  }

  /** All pairs, in an order in which neither part comes again soon, whatever the odd steps. */
  private static String pair(String[] firsts, String[] seconds, int index) {
    int second = (index / firsts.length + index) % seconds.length;
    return firsts[index % firsts.length] + " " + seconds[second];
  }
}
