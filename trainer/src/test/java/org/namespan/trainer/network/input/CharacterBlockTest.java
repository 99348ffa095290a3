package org.namespan.trainer.network.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.training.Engines;

class CharacterBlockTest {

  private static final int ROWS = 6;
  private static final int DIM = 3;
  private static final int FILTERS = 4;
  private static final Shape IDS = new Shape(2, 3, 4);

  /** Two sentences of three tokens, of up to four characters. */
  private static final int[] SPELLINGS = {
    2, 3, 4, 5, 3, 0, 0, 0, 2, 2, 5, 0, 4, 3, 2, 0, 5, 5, 0, 0, 2, 3, 4, 5
  };

  /** Also when the garbage collector has run since the forward pass, and memory was used again. */
  @Tag("slow")
  @Test
  void gradientsAreThoseOfFiniteDifferences() {
    Random random = new Random(1);
    try (NDManager manager = SmallNetworks.manager()) {
      CharacterBlock cnn = new CharacterBlock(ROWS, DIM, FILTERS);
      cnn.initialize(manager, DataType.FLOAT32, IDS);
      float[] table = cnn.table().weights();
      fill(table, random);
      float[] w = new float[DIM * CharacterConvolution.WIDTH * FILTERS];
      fill(w, random);
      float[] b = new float[FILTERS];
      fill(b, random);
      EngineNetwork.assign(cnn.filterWeights(), w);
      EngineNetwork.assign(cnn.bias(), b);
      float[] weights = new float[6 * FILTERS];
      fill(weights, random);

      try (NDManager scope = manager.newSubManager();
          GradientCollector collector = Engines.pytorch().newGradientCollector()) {
        NDArray sum = weightedSum(cnn, weights, scope, true);
        useFreedMemory();
        collector.backward(sum);
        float[] gradient = cnn.table().usedGradient();
        int[] rows = cnn.table().usedRows();
        for (int i = 0; i < rows.length; i++) {
          for (int d = 0; d < DIM; d++) {
            double slope = slope(table, rows[i] * DIM + d, () -> value(cnn, weights, manager));
            assertEquals(slope, gradient[i * DIM + d], 2e-3, "character " + rows[i]);
          }
        }
      }
      assertSlopes(cnn.filterWeights(), w, () -> value(cnn, weights, manager));
      assertSlopes(cnn.bias(), b, () -> value(cnn, weights, manager));
    }
  }

  private static void assertSlopes(Parameter parameter, float[] values, DoubleSupplier value) {
    float[] gradient = parameter.getArray().getGradient().toFloatArray();
    for (int i = 0; i < values.length; i++) {
      double slope =
          slope(
              values,
              i,
              () -> {
                EngineNetwork.assign(parameter, values);
                return value.getAsDouble();
              });
      assertEquals(slope, gradient[i], 2e-3, parameter.getName() + " " + i);
    }
    EngineNetwork.assign(parameter, values);
  }

  private static double slope(float[] values, int at, DoubleSupplier value) {
    float middle = values[at];
    values[at] = middle + 1e-3f;
    double above = value.getAsDouble();
    values[at] = middle - 1e-3f;
    double below = value.getAsDouble();
    values[at] = middle;
    return (above - below) / 2e-3;
  }

  private static double value(CharacterBlock cnn, float[] weights, NDManager manager) {
    try (NDManager scope = manager.newSubManager()) {
      return weightedSum(cnn, weights, scope, false).getFloat();
    }
  }

  private static NDArray weightedSum(
      CharacterBlock cnn, float[] weights, NDManager scope, boolean training) {
    NDArray ids = scope.create(SPELLINGS, IDS);
    NDArray output =
        cnn.forward(new ParameterStore(scope, false), new NDList(ids), training).head();
    return output.mul(scope.create(weights, output.getShape())).sum();
  }

  /** Lets go of what nobody holds, and writes over it. */
  private static void useFreedMemory() {
    for (int i = 0; i < 20; i++) {
      System.gc();
      for (int j = 0; j < 2000; j++) {
        ByteBuffer.allocateDirect(4).order(ByteOrder.nativeOrder()).putFloat(0, 1e9f);
      }
    }
  }

  private static void fill(float[] values, Random random) {
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
  }
}
