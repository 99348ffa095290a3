package org.namespan.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.loss.Loss;

/**
 * The mean over real tokens of {@code -log p(gold label)}; padding, whose label is -1, does not
 * count. Labels {@code [batch, time]} (int32), predictions {@code [batch, time, labels]}
 * log-probabilities.
 */
final class MaskedCrossEntropy extends Loss {

  /** A loss named {@code MaskedCrossEntropy}. */
  MaskedCrossEntropy() {
    super("MaskedCrossEntropy");
  }

  @Override
  public NDArray evaluate(NDList labels, NDList predictions) {
    NDArray logProbabilities = predictions.singletonOrThrow();
    NDArray gold = labels.singletonOrThrow().reshape(-1, 1);
    NDArray mask = gold.gte(0).toType(DataType.FLOAT32, false);
    NDArray rows = logProbabilities.reshape(-1, logProbabilities.getShape().get(2));
    NDArray picked = rows.gather(gold.maximum(0).toType(DataType.INT64, false), 1);
    return picked.mul(mask).sum().neg().div(mask.sum());
  }
}
