package org.namespan.trainer.vectors;

/**
 * Vectors of fewer dimensions.
 *
 * @param vectors the same words, in the same order
 * @param varianceKept share of the variance that the kept dimensions hold, 0 to 1
 */
public record Projection(WordVectors vectors, double varianceKept) {}
