package org.namespan.trainer.export;

/**
 * How far a model file is from the network that it was written from.
 *
 * @param sentences compared
 * @param tokens compared
 * @param maxDifference largest difference of any token's score for any label
 * @param sameTags tokens that decode to the same tag
 */
public record ParityReport(int sentences, int tokens, double maxDifference, int sameTags) {}
