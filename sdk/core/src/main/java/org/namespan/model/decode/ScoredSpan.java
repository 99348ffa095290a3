package org.namespan.model.decode;

import org.namespan.model.tag.Span;

/**
 * A span, how likely it is, and what found it.
 *
 * @param span where it is and of which type
 * @param probability that the sentence holds exactly this span, with this type and these ends, from
 *     0 to 1, and once it is reported its {@linkplain ScoreCalibration#score score}; NaN where
 *     nobody asks for it
 * @param source {@link #MODEL}, or the name of what else found it
 */
public record ScoredSpan(Span span, double probability, String source) {

  /** The {@link #source} of what a model found. */
  public static final String MODEL = "model";

  /** A span that a model found. */
  ScoredSpan(Span span, double probability) {
    this(span, probability, MODEL);
  }
}
