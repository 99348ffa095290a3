package org.namespan.trainer.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.config.Optimization;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.head.ScoreLoss;

/**
 * Trains a network epoch by epoch, whatever it is for: steps over batches, with rates that follow
 * the schedule, and an average of the weights. What it is trained on, and which epoch is kept, is
 * for others to say. Not thread-safe.
 */
public final class EpochTrainer {

  private final Engine engine;
  private final EngineNetwork network;
  private final Optimization optimization;
  private final StepMonitor monitor;
  private final Adam adam = new Adam();
  private final WeightAverage average;
  private final TrainingStep step;

  /**
   * Goes on from a state.
   *
   * @param manager owner of what a step creates in the engine, all of which is freed after it
   * @param network with the weights of {@code from}
   * @param slow names of the weights that learn at the rate of a pre-trained encoder
   * @param loss over the network's scores
   */
  public EpochTrainer(
      NDManager manager,
      EngineNetwork network,
      Set<String> slow,
      ScoreLoss loss,
      Optimization optimization,
      TrainingState from,
      StepMonitor monitor) {
    this.engine = manager.getEngine();
    this.network = network;
    this.optimization = optimization;
    this.monitor = monitor;
    adam.restore(from.optimizerState(), from.optimizerSteps());
    average = WeightAverage.of(optimization.averaging(), from);
    step =
        new TrainingStep(
            engine, manager, network, slow, loss, adam, average, optimization.clipNorm());
  }

  /**
   * Trains on the batches of an epoch.
   *
   * @param epoch from 1
   * @param seed of dropout
   * @throws TrainingException if the loss is no longer a number
   */
  public EpochProgress train(int epoch, long seed, List<Batch> batches) {
    engine.setRandomSeed((int) seed);
    monitor.epochStarted(epoch, optimization.epochs(), batches.size());
    double allSteps = (double) batches.size() * optimization.epochs();
    long start = System.nanoTime();
    long tokens = 0;
    double lossSum = 0;
    for (int i = 0; i < batches.size(); i++) {
      Batch batch = batches.get(i);
      double share = optimization.rateShare(adam.steps() / allSteps);
      LearningRates rates = LearningRates.of(optimization, share);
      float loss = step.run(batch, rates);
      if (!Float.isFinite(loss)) {
        throw new TrainingException(
            "the loss or its gradient is not a number in epoch "
                + epoch
                + ", batch "
                + (i + 1)
                + " of "
                + batches.size()
                + ", at learning rate "
                + rates.weights()
                + "; try a lower learning rate");
      }
      tokens += batch.tokens();
      lossSum += loss;
      monitor.stepDone(batch.tokens(), loss);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new EpochProgress(lossSum / batches.size(), seconds, tokens / seconds);
  }

  /** The weights that are scored and kept: the average, or those of the network itself. */
  public Map<String, float[]> keptWeights() {
    return average.isOn() ? average.weights() : network.weights();
  }

  /** Where training stands. */
  public TrainingState state() {
    Map<String, float[]> optimizerState = new TreeMap<>(adam.state());
    optimizerState.putAll(average.state());
    return new TrainingState(adam.steps(), network.weights(), optimizerState);
  }
}
