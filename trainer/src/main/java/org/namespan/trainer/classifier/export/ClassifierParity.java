package org.namespan.trainer.classifier.export;

import org.namespan.trainer.network.part.Precision;

/**
 * How close a model file and its network are.
 *
 * @param precision of the file
 * @param texts compared
 * @param maxDifference largest difference of a logit between ONNX Runtime and DJL, with the weights
 *     that the file stands for
 * @param sameClasses texts that both give the same classes, the network with its own weights
 * @param networkAccuracy share of texts that the network gives their gold classes
 * @param fileAccuracy share of texts that the file gives their gold classes
 */
public record ClassifierParity(
    Precision precision,
    int texts,
    double maxDifference,
    int sameClasses,
    double networkAccuracy,
    double fileAccuracy) {

  /** What rounding cost in accuracy; below 0 if it gave some. */
  public double loss() {
    return networkAccuracy - fileAccuracy;
  }
}
