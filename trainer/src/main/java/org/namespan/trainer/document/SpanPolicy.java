package org.namespan.trainer.document;

import java.util.List;
import java.util.Locale;

/**
 * What to do with spans that sentences of tokens cannot hold as they are ({@link SpanFault}). Of
 * spans that overlap, the longest stays, but of {@link #SHRINK} the shortest; of equal ones the
 * first.
 */
public enum SpanPolicy {
  /** Nothing is converted. */
  FAIL,

  /** The span is left out. */
  SKIP,

  /** The text is left out that has such a span. */
  SKIP_TEXT,

  /**
   * The span takes in the tokens that it touches and the gaps between its fragments; sentences that
   * it reaches over become one. What white space there is at its edges is left out.
   */
  EXPAND,

  /**
   * The span loses the tokens that it does not hold whole, and keeps the longest of its fragments
   * and its part in the sentence with most of its tokens. What white space there is at its edges is
   * left out.
   */
  SHRINK;

  /**
   * The policy of a name, in upper or lower case: {@code skip-text}.
   *
   * @throws IllegalArgumentException if there is no such policy
   */
  public static SpanPolicy named(String name) {
    for (SpanPolicy policy : values()) {
      if (policy.toString().equalsIgnoreCase(name)) {
        return policy;
      }
    }
    throw new IllegalArgumentException(
        "expected one of " + List.of(values()) + " (case-insensitive) but was '" + name + "'");
  }

  /** The name as options have it: {@code skip-text}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
