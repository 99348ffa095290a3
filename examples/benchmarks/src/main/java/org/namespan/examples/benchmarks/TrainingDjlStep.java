package org.namespan.examples.benchmarks;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Adam;
import ai.djl.training.tracker.Tracker;
import java.util.LinkedHashMap;
import java.util.Map;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.network.head.HeadPart;
import org.namespan.trainer.network.head.ScoreLoss;
import org.namespan.trainer.training.Engines;

/**
 * One step by DJL's own means: its trainer, and its Adam over all parameters, tables included. The
 * loss is that of NameSpan's trainer. Gradients are not clipped, for DJL's optimizers clamp
 * positive ones only. Not thread-safe.
 */
final class TrainingDjlStep implements AutoCloseable {

  private final Model model;
  private final Trainer trainer;
  private final ScoreLoss loss;
  private final Map<String, float[]> headArrays = new LinkedHashMap<>();

  /**
   * @param config of which loss, dropout and learning rate are taken
   * @param weights to start from, by the names of {@link
   *     org.namespan.trainer.network.EngineNetwork#weights}
   */
  TrainingDjlStep(
      TrainingConfig config, TagSet tagSet, NetworkConfig shape, Map<String, float[]> weights) {
    HeadPart head = shape.spec().head();
    head.block().arrays().forEach((weight, array) -> headArrays.put(weight.name(), array));
    loss = head.loss(tagSet, headArrays, config.optimization().labelSmoothing());
    TrainingDjlNetwork network =
        new TrainingDjlNetwork(shape, (float) config.optimization().dropout());
    model = Model.newInstance("tagger", Device.cpu(), Engines.PYTORCH);
    model.setBlock(network);
    trainer =
        model.newTrainer(
            new DefaultTrainingConfig(new KnownGradient())
                .optDevices(new Device[] {Device.cpu()})
                .optOptimizer(
                    Adam.builder()
                        .optLearningRateTracker(
                            Tracker.fixed((float) config.optimization().learningRate()))
                        .build()));
    trainer.initialize(new Shape(1, 1));
    network.setWeights(weights);
  }

  /** Trains on one batch and gives the mean loss per token before. */
  float run(Batch batch) {
    try (NDManager scope = trainer.getManager().newSubManager()) {
      double value;
      try (GradientCollector collector = trainer.newGradientCollector()) {
        NDList outputs = trainer.forward(batch.toInputs(scope));
        NDArray emissions = outputs.head();
        int next = 1;
        for (float[] array : headArrays.values()) {
          System.arraycopy(outputs.get(next++).toFloatArray(), 0, array, 0, array.length);
        }
        float[] gradient = new float[(int) emissions.size()];
        value = loss.evaluate(emissions.toFloatArray(), batch, gradient);
        NDList gradients = new NDList(scope.create(gradient, emissions.getShape()));
        for (String name : headArrays.keySet()) {
          gradients.add(scope.create(loss.arrayGradients().get(name)));
        }
        collector.backward(trainer.getLoss().evaluate(gradients, outputs));
      }
      trainer.step();
      return (float) value;
    }
  }

  /** Emissions of a padded batch {@code [size, time, labels]}, outside training. */
  float[] emissions(Batch batch) {
    try (NDManager scope = trainer.getManager().newSubManager()) {
      return trainer.evaluate(batch.toInputs(scope)).head().toFloatArray();
    }
  }

  @Override
  public void close() {
    trainer.close();
    model.close();
  }

  /** Has the derivative, by each prediction, that stands in the place of its label. */
  private static final class KnownGradient extends Loss {
    KnownGradient() {
      super("KnownGradient");
    }

    @Override
    public NDArray evaluate(NDList gradients, NDList predictions) {
      NDArray sum = gradients.get(0).mul(predictions.get(0)).sum();
      for (int i = 1; i < gradients.size(); i++) {
        sum = sum.add(gradients.get(i).mul(predictions.get(i)).sum());
      }
      return sum;
    }
  }
}
