package org.namespan.trainer.export;

/**
 * How far a model file is from the network that it was written from.
 *
 * @param precision of the file
 * @param sentences compared
 * @param tokens compared
 * @param maxDifference largest difference of any token's score for any label, between the file and
 *     the network with the weights as the file holds them
 * @param sameTags tokens that decode to the same BIO tag as with the network's own weights
 */
public record ParityReport(
    Precision precision, int sentences, int tokens, double maxDifference, int sameTags) {

  /** Share of the tokens that decode to the same tag. */
  public double agreement() {
    return (double) sameTags / tokens;
  }
}
