package org.namespan.trainer.export;

import org.namespan.trainer.network.part.Precision;

/**
 * How far a model file is from the network that it was written from.
 *
 * @param precision of the file
 * @param sentences compared
 * @param tokens compared
 * @param maxDifference largest difference of any token's score for any label, between the file and
 *     the network with the weights as the file holds them
 * @param sameTags tokens that decode to the same BIO tag as with the network's own weights
 * @param networkF1 conlleval-style span F1 of the network with its own weights, from 0 to 1
 * @param fileF1 conlleval-style span F1 of the file, from 0 to 1
 */
public record ParityReport(
    Precision precision,
    int sentences,
    int tokens,
    double maxDifference,
    int sameTags,
    double networkF1,
    double fileF1) {

  /** Share of the tokens that decode to the same tag. */
  public double agreement() {
    return (double) sameTags / tokens;
  }

  /** Span F1 lost by rounding; negative where some was gained. */
  public double loss() {
    return networkF1 - fileF1;
  }
}
