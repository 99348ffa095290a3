package org.namespan.model.decode;

import org.namespan.model.tag.Span;

/** A span, how likely it is, and what found it. */
public final class ScoredSpan {

  /** The {@link #source} of what a model found. */
  public static final String MODEL = "model";

  private final Span span;
  private final double probability;
  private final String source;

  /** A span that a model found. */
  ScoredSpan(Span span, double probability) {
    this(span, probability, MODEL);
  }

  /**
   * @param probability from 0 to 1; NaN where nobody asks for it
   * @param source the name of what found it
   */
  public ScoredSpan(Span span, double probability, String source) {
    this.span = span;
    this.probability = probability;
    this.source = source;
  }

  /** Where it is and of which type. */
  public Span span() {
    return span;
  }

  /**
   * That the sentence holds exactly this span, from 0 to 1: of a model's, see {@link SpanScorer}.
   */
  public double probability() {
    return probability;
  }

  /** {@link #MODEL}, or the name of what else found it. */
  public String source() {
    return source;
  }
}
