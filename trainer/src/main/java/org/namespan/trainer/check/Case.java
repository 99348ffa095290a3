package org.namespan.trainer.check;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One case of a finding.
 *
 * @param summary what its quotes have in common; empty where a quote says all
 * @param values the same for programs, by name: texts, numbers, and maps from texts to numbers
 * @param quotes where it stands; the report may name only some places of many
 */
public record Case(String summary, Map<String, Object> values, List<Quote> quotes) {

  /** Copies both. */
  public Case {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    quotes = List.copyOf(quotes);
  }

  /** A case that its quote tells. */
  static Case of(Place place, String text) {
    return new Case("", Map.of(), List.of(new Quote(place, text)));
  }
}
