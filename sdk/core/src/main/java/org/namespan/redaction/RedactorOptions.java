package org.namespan.redaction;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a {@link Redactor} replaces, and by what.
 *
 * <pre>{@code
 * RedactorOptions people =
 *     RedactorOptions.defaults().withTypes(Set.of("per")).withLabel("per", "NAME");
 * Redactor redactor = new Redactor(tagger, people);
 * redactor.redact("Barack Obama flew to Thailand.").text(); // [NAME_1] flew to Thailand.
 * }</pre>
 *
 * @param types entity types that are replaced. Default: empty, for all.
 * @param labels what types are called in placeholders, beside and before the table of the defaults:
 *     {@code per} and {@code person} are {@code PERSON}, {@code org} {@code ORGANIZATION}, {@code
 *     geo}, {@code loc} and {@code location} {@code LOCATION}, {@code gpe} and {@code norp} {@code
 *     NRP} (nationality, religion or political group), {@code tim}, {@code time} and {@code date}
 *     {@code DATE_TIME}, {@code eve} {@code EVENT}, {@code art} {@code WORK}, {@code nat} {@code
 *     PHENOMENON}, as far as there are such in Presidio as it calls them. Any other type is called
 *     by its own name in upper case. Types with the same label share their numbers.
 * @param operator what takes the place of a name. Default {@link Operator#placeholder()}.
 */
public record RedactorOptions(Set<String> types, Map<String, String> labels, Operator operator) {

  private static final Map<String, String> LABELS = new HashMap<>();

  static {
    name("PERSON", "per", "person");
    name("ORGANIZATION", "org", "organization", "organisation");
    name("LOCATION", "geo", "loc", "location", "place");
    name("NRP", "gpe", "norp");
    name("DATE_TIME", "tim", "time", "date");
    name("EVENT", "eve", "event");
    name("WORK", "art", "work");
    name("PHENOMENON", "nat");
  }

  private static final RedactorOptions DEFAULTS =
      new RedactorOptions(Collections.emptySet(), Collections.emptyMap(), Operator.placeholder());

  private static void name(String label, String... types) {
    for (String type : types) {
      LABELS.put(type, label);
    }
  }

  /**
   * Copies both collections.
   *
   * @throws IllegalArgumentException if a label is empty, longer than 64 {@code char}s or has
   *     others than upper-case letters, letters without case, digits, {@code _} and {@code -}
   */
  public RedactorOptions {
    Objects.requireNonNull(operator, "operator");
    types = Collections.unmodifiableSet(new TreeSet<>(types));
    labels = Collections.unmodifiableMap(new TreeMap<>(labels));
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (!Placeholder.isLabel(label.getValue())) {
        throw new IllegalArgumentException(
            "the label of type '"
                + label.getKey()
                + "' is '"
                + label.getValue()
                + "', expected 1 to "
                + Placeholder.LONGEST_LABEL
                + " upper-case letters, digits, _ and -");
      }
    }
  }

  /** All types, the labels of the table, placeholders. */
  public static RedactorOptions defaults() {
    return DEFAULTS;
  }

  /** These options with other {@link #types}. */
  public RedactorOptions withTypes(Set<String> types) {
    return new RedactorOptions(types, labels, operator);
  }

  /** These options with another label for a type. */
  public RedactorOptions withLabel(String type, String label) {
    Map<String, String> more = new TreeMap<>(labels);
    more.put(type, label);
    return new RedactorOptions(types, more, operator);
  }

  /** These options with another {@link #operator}. */
  public RedactorOptions withOperator(Operator operator) {
    return new RedactorOptions(types, labels, operator);
  }

  /** What a type is called in placeholders. */
  public String label(String type) {
    String given = labels.get(type);
    String label = given == null ? LABELS.get(type.toLowerCase(Locale.ROOT)) : given;
    if (label != null) {
      return label;
    }
    String upper = type.toUpperCase(Locale.ROOT).replaceAll("[^\\p{Lu}\\p{Lo}0-9_-]", "_");
    return Placeholder.isLabel(upper) ? upper : "NAME";
  }
}
