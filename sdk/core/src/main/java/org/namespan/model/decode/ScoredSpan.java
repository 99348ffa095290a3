package org.namespan.model.decode;

import org.namespan.model.tag.Span;

/**
 * A span and how likely it is.
 *
 * @param span where it is and of which type
 * @param probability that the sentence holds exactly this span, with this type and these ends, from
 *     0 to 1
 */
public record ScoredSpan(Span span, double probability) {}
