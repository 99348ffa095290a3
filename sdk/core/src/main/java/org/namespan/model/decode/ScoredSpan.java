package org.namespan.model.decode;

import org.namespan.model.tag.Span;

/** A span and how likely it is. */
public final class ScoredSpan {
  private final Span span;
  private final double probability;

  ScoredSpan(Span span, double probability) {
    this.span = span;
    this.probability = probability;
  }

  /** Where it is and of which type. */
  public Span span() {
    return span;
  }

  /** That the sentence holds exactly this span, from 0 to 1; see {@link SpanScorer}. */
  public double probability() {
    return probability;
  }
}
