package org.namespan.trainer.server;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.namespan.redaction.RedactorOptions;

/** Entity types as Presidio calls them: {@code per} is {@code PERSON}. */
final class PresidioTypes {

  /** Personal data by pattern; all other types have the labels of placeholders. */
  private static final Map<String, String> PERSONAL_DATA =
      Map.of(
          "email", "EMAIL_ADDRESS",
          "phone", "PHONE_NUMBER",
          "iban", "IBAN_CODE",
          "card", "CREDIT_CARD",
          "ip", "IP_ADDRESS",
          "birth_date", "DATE_TIME");

  private PresidioTypes() {}

  static String of(String type) {
    String name = PERSONAL_DATA.get(type);
    return name == null ? RedactorOptions.defaults().label(type) : name;
  }

  static Set<String> of(Set<String> types) {
    Set<String> names = new TreeSet<>();
    types.forEach(type -> names.add(of(type)));
    return names;
  }
}
