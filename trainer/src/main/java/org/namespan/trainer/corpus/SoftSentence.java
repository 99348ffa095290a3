package org.namespan.trainer.corpus;

import java.util.List;

/**
 * A sentence whose tokens have a distribution over labels instead of a tag.
 *
 * @param tokens at least one
 * @param labels for each token, the indices of the labels that have a weight, in the corpus's
 *     {@link SoftCorpus#labels}
 * @param weights for each token, the weight of each of those labels, above 0
 */
public record SoftSentence(List<String> tokens, int[][] labels, float[][] weights) {}
