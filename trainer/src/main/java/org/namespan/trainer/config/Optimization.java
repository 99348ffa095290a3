package org.namespan.trainer.config;

/**
 * How the weights are learned: steps of Adam over batches, how long, and what keeps the network
 * from learning its sentences by heart.
 *
 * @param batchSize sentences per step
 * @param epochs passes over the training sentences at most
 * @param patience epochs without a better dev F1 after which training stops
 * @param learningRate Adam's rate at the start, for all weights but tables
 * @param tableLearningRate Adam's rate at the start, for tables
 * @param encoderLearningRate Adam's rate at the start, for the weights of a pre-trained encoder or
 *     of the recurrent layers of a tagger that training begins from; 0 where there is neither
 * @param schedule how rates change over all epochs
 * @param warmUp share of all steps in which rates rise to what the schedule says
 * @param clipNorm the largest global norm of a step's gradient; longer ones are scaled down
 * @param freezeVectors whether rows that start as given word vectors stay as they are
 * @param averaging decay of the moving average of weights that is scored and kept, .999 for
 *     example; 0 keeps the weights themselves
 * @param dropout share of the recurrent layers' inputs and outputs set to 0
 * @param variational whether dropout leaves out the same inputs at every token of a sentence (Gal
 *     and Ghahramani 2016)
 * @param labelSmoothing share of a gold label's weight that is spread over all labels
 */
public record Optimization(
    int batchSize,
    int epochs,
    int patience,
    double learningRate,
    double tableLearningRate,
    double encoderLearningRate,
    Schedule schedule,
    double warmUp,
    double clipNorm,
    boolean freezeVectors,
    double averaging,
    double dropout,
    boolean variational,
    double labelSmoothing) {

  /** Rejects values that cannot train. */
  public Optimization {
    Require.atLeast("batchSize", batchSize, 1);
    Require.atLeast("epochs", epochs, 1);
    Require.atLeast("patience", patience, 1);
    Require.share("dropout", dropout);
    Require.share("labelSmoothing", labelSmoothing);
    Require.share("averaging", averaging);
    Require.positive("learningRate", learningRate);
    Require.positive("tableLearningRate", tableLearningRate);
    Require.share("encoderLearningRate", encoderLearningRate);
    Require.share("warmUp", warmUp);
    Require.positive("clipNorm", clipNorm);
  }

  /** The share of the starting rates after {@code done} (0 to 1) of all steps. */
  public double rateShare(double done) {
    double share = schedule.share(done);
    return done < warmUp ? share * (done / warmUp) : share;
  }

  /** What these settings are to be; at first as in the preset {@code plain}. */
  static final class Builder {
    int batchSize = 64;
    int epochs = 8;
    int patience = 3;
    double learningRate = 4e-3;
    double tableLearningRate = 4e-3;
    double encoderLearningRate;
    Schedule schedule = Schedule.LINEAR;
    double warmUp;
    double clipNorm = 5;
    boolean freezeVectors;
    double averaging;
    double dropout = 0.2;
    boolean variational;
    double labelSmoothing;

    Optimization build() {
      return new Optimization(
          batchSize,
          epochs,
          patience,
          learningRate,
          tableLearningRate,
          encoderLearningRate,
          schedule,
          warmUp,
          clipNorm,
          freezeVectors,
          averaging,
          dropout,
          variational,
          labelSmoothing);
    }
  }
}
