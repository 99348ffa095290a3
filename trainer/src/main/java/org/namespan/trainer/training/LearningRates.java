package org.namespan.trainer.training;

import org.namespan.trainer.config.Optimization;

/**
 * Adam's rates in one step.
 *
 * @param weights of all weights but those of the other two
 * @param tables of tables
 * @param encoder of the weights of a pre-trained encoder, or of the recurrent layers of a tagger
 *     that training begins from
 */
record LearningRates(double weights, double tables, double encoder) {

  /** A share of the rates at the start. */
  static LearningRates of(Optimization optimization, double share) {
    return new LearningRates(
        optimization.learningRate() * share,
        optimization.tableLearningRate() * share,
        optimization.encoderLearningRate() * share);
  }
}
