package org.namespan.internal.decode;

import org.namespan.internal.tag.Span;

/**
 * A span and how likely it is.
 *
 * @param probability that the sentence holds exactly this span, from 0 to 1; see {@link SpanScorer}
 */
public record ScoredSpan(Span span, double probability) {}
