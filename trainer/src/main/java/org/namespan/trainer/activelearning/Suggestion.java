package org.namespan.trainer.activelearning;

/**
 * A text to label next.
 *
 * @param text the text
 * @param score what labelling it would teach beside the suggestions before it: the sum of the
 *     uncertainties of its words, as {@link WordUncertainty} weighs them
 */
public record Suggestion(UnlabelledText text, double score) {}
