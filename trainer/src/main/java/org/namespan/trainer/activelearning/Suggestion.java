package org.namespan.trainer.activelearning;

/**
 * A text to label next.
 *
 * @param text the text
 * @param score what labelling it would teach: the sum of the entropies of its tokens in nats,
 *     halved for each suggestion before it that holds the word, by the root of the number of tokens
 */
public record Suggestion(UnlabelledText text, double score) {}
