package org.namespan.trainer.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.head.ScoreLoss;
import org.namespan.trainer.network.part.LookupTable;

/**
 * One step: forward, loss, backward, clipping by the global norm (Pascanu et al. 2013), Adam. Owns
 * nothing native beyond the step. It stands in for DJL's {@code Trainer}, whose optimizers clamp
 * only positive gradients, step over whole tables and cannot save their moments. Not thread-safe.
 */
public final class TrainingStep {

  private static final NDIndex ALL = new NDIndex("...");

  private final Engine engine;
  private final NDManager manager;
  private final EngineNetwork network;
  private final ScoreLoss loss;
  private final Adam adam;
  private final WeightAverage average;
  private final double clipNorm;
  private final Set<String> pretrained;
  private final Map<String, float[]> engineWeights = new LinkedHashMap<>();

  /**
   * Steps of a training that starts, without averaging.
   *
   * @param manager owner of what a step creates in the engine, all of which is freed after it
   * @param loss over the network's emissions and {@link EngineNetwork#arrays}
   * @param clipNorm the largest global norm of the gradient; longer ones are scaled down
   */
  public TrainingStep(NDManager manager, EngineNetwork network, ScoreLoss loss, double clipNorm) {
    this(
        manager.getEngine(),
        manager,
        network,
        network.spec().pretrained(),
        loss,
        new Adam(),
        WeightAverage.none(),
        clipNorm);
  }

  TrainingStep(
      Engine engine,
      NDManager manager,
      EngineNetwork network,
      Set<String> pretrained,
      ScoreLoss loss,
      Adam adam,
      WeightAverage average,
      double clipNorm) {
    this.engine = engine;
    this.loss = loss;
    this.manager = manager;
    this.network = network;
    this.adam = adam;
    this.average = average;
    this.clipNorm = clipNorm;
    this.pretrained = pretrained;
    Map<String, float[]> weights = network.weights();
    network.parameters().keySet().forEach(name -> engineWeights.put(name, weights.get(name)));
  }

  /**
   * Trains on one batch.
   *
   * @param learningRate of all weights but tables
   * @param tableLearningRate of tables
   * @return the mean loss per token before the step; not a number or infinite if training broke
   *     down, and then no weight has moved
   */
  public float run(Batch batch, double learningRate, double tableLearningRate) {
    return run(batch, new LearningRates(learningRate, tableLearningRate, learningRate));
  }

  /**
   * Trains on one batch.
   *
   * @return as {@link #run(Batch, double, double)}
   */
  float run(Batch batch, LearningRates rates) {
    try (NDManager scope = manager.newSubManager()) {
      float lossValue = backward(batch, scope);
      Map<String, float[]> gradients = takeGradients(scope);
      if (!Float.isFinite(lossValue)) {
        return lossValue;
      }
      double norm = globalNorm(gradients);
      if (!Double.isFinite(norm)) {
        return Float.NaN;
      }
      if (norm > clipNorm) {
        scale(gradients, (float) (clipNorm / norm));
      }
      adam.nextStep();
      network
          .tables()
          .forEach(
              (name, table) ->
                  adam.updateRows(
                      name,
                      table.weights(),
                      table.dim(),
                      table.usedRows(),
                      named(name, gradients),
                      rates.tables()));
      network
          .arrays()
          .forEach(
              (name, array) -> adam.update(name, array, named(name, gradients), rates.weights()));
      network
          .parameters()
          .forEach(
              (name, parameter) -> {
                float[] weights = named(name, engineWeights);
                double rate = pretrained.contains(name) ? rates.encoder() : rates.weights();
                adam.update(name, weights, named(name, gradients), rate);
                EngineNetwork.assign(parameter, weights);
              });
      if (average.isOn()) {
        network.tables().forEach((name, table) -> average.add(adam.steps(), name, table.weights()));
        network.arrays().forEach((name, array) -> average.add(adam.steps(), name, array));
        engineWeights.forEach((name, weights) -> average.add(adam.steps(), name, weights));
      }
      return lossValue;
    }
  }

  private float backward(Batch batch, NDManager scope) {
    try (GradientCollector collector = engine.newGradientCollector()) {
      NDArray emissions =
          network
              .forward(new ParameterStore(scope, false), batch.toInputs(scope), true)
              .singletonOrThrow();
      float[] gradient = new float[(int) emissions.size()];
      double value = loss.evaluate(emissions.toFloatArray(), batch, gradient);
      collector.backward(emissions.mul(scope.create(gradient, emissions.getShape())).sum());
      return (float) value;
    }
  }

  /** Copies all gradients out of the engine and clears those that it keeps. */
  private Map<String, float[]> takeGradients(NDManager scope) {
    Map<String, float[]> gradients = new LinkedHashMap<>();
    for (Map.Entry<String, LookupTable> table : network.tables().entrySet()) {
      gradients.put(table.getKey(), table.getValue().usedGradient());
    }
    gradients.putAll(loss.arrayGradients());
    for (Map.Entry<String, Parameter> parameter : network.parameters().entrySet()) {
      try (NDArray gradient = parameter.getValue().getArray().getGradient()) {
        // Its manager also owns the 0 that set makes, and the copy by way of which values leave a
        // GPU.
        gradient.attach(scope);
        gradients.put(parameter.getKey(), gradient.toFloatArray());
        gradient.set(ALL, 0);
      }
    }
    return gradients;
  }

  /** The array of one weight, of which each of these maps has one. */
  private static float[] named(String weight, Map<String, float[]> arrays) {
    return Objects.requireNonNull(arrays.get(weight), weight);
  }

  private static double globalNorm(Map<String, float[]> gradients) {
    double sum = 0;
    for (float[] gradient : gradients.values()) {
      sum += sumOfSquares(gradient);
    }
    return Math.sqrt(sum);
  }

  /** In four parts, so that none waits for the one before. */
  private static double sumOfSquares(float[] values) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < values.length; i += 4) {
      a += (double) values[i] * values[i];
      b += (double) values[i + 1] * values[i + 1];
      c += (double) values[i + 2] * values[i + 2];
      d += (double) values[i + 3] * values[i + 3];
    }
    for (; i < values.length; i++) {
      a += (double) values[i] * values[i];
    }
    return a + b + (c + d);
  }

  private static void scale(Map<String, float[]> gradients, float factor) {
    for (float[] gradient : gradients.values()) {
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] *= factor;
      }
    }
  }
}
