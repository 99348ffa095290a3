package org.namespan.personaldata;

import java.util.Set;

/**
 * Finds phone numbers that libphonenumber has as valid: those with a country code, and those of
 * some regions as they are written at home, if a word before them tells of a phone or their digits
 * stand in the groups that the region writes.
 *
 * <p>Numbers are looked for here, not by the library's own matcher, for that tries each place of a
 * text once for each region, and shorter texts a few times each.
 */
final class PhoneDetector implements Detector {

  private final PhoneNumbers numbers;

  PhoneDetector(Set<String> regions) {
    numbers = new PhoneNumbers(regions);
  }

  @Override
  public void find(PlainText text, Findings found) {
    new PhoneSearch(numbers, text, found).run();
  }
}
