package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AdamTest {

  private static final float[][] GRADIENTS = {{0.5f, -2}, {0.1f, 0}, {-1, 30}};
  private static final double RATE = 0.01;

  /** The formula as the paper has it, in double precision, for one weight. */
  private static double byHand(double weight, int index, int steps) {
    double m = 0;
    double v = 0;
    for (int t = 1; t <= steps; t++) {
      double g = GRADIENTS[t - 1][index];
      m = 0.9 * m + 0.1 * g;
      v = 0.999 * v + 0.001 * g * g;
      double mHat = m / (1 - Math.pow(0.9, t));
      double vHat = v / (1 - Math.pow(0.999, t));
      weight -= RATE * mHat / (Math.sqrt(vHat) + 1e-8);
    }
    return weight;
  }

  @Test
  void movesAsTheFormulaDoes() {
    // The first step is the learning rate against the sign.
    assertEquals(1 - RATE, byHand(1, 0, 1), 1e-9);
    assertEquals(2 + RATE, byHand(2, 1, 1), 1e-9);
    Adam adam = new Adam();
    float[] weights = {1, 2};
    for (int t = 1; t <= 3; t++) {
      adam.nextStep();
      adam.update("w", weights, GRADIENTS[t - 1], RATE);
      assertEquals(byHand(1, 0, t), weights[0], 1e-6);
      assertEquals(byHand(2, 1, t), weights[1], 1e-6);
      assertEquals(t, adam.steps());
    }
  }

  @Test
  void movesOnlyTheRowsAskedFor() {
    Adam adam = new Adam();
    float[] table = {7, 7, 1, 2, 7, 7, 1, 2};
    for (int t = 1; t <= 3; t++) {
      adam.nextStep();
      float[] g = GRADIENTS[t - 1];
      adam.updateRows("t", table, 2, new int[] {3, 1}, new float[] {g[0], g[1], g[0], g[1]}, RATE);
      float first = (float) byHand(1, 0, t);
      float second = (float) byHand(2, 1, t);
      assertArrayEquals(new float[] {7, 7, first, second, 7, 7, first, second}, table, 1e-6f);
    }
    assertEquals(0, adam.state().get("m/t")[0]);
    assertEquals(0, adam.state().get("v/t")[4]);
  }

  @Test
  void rowsNotAskedForKeepTheirMoments() {
    Adam adam = new Adam();
    float[] table = {1, 1};
    adam.nextStep();
    adam.updateRows("t", table, 1, new int[] {0, 1}, new float[] {1, 1}, RATE);
    float moved = table[0];
    float moment = adam.state().get("m/t")[0];
    adam.nextStep();
    adam.updateRows("t", table, 1, new int[] {1}, new float[] {1}, RATE);
    assertEquals(moved, table[0]);
    assertEquals(moment, adam.state().get("m/t")[0]);
  }

  @Test
  void goesOnFromItsState() {
    Adam whole = new Adam();
    float[] weights = {1, 2};
    Adam first = new Adam();
    float[] parted = {1, 2};
    whole.nextStep();
    whole.update("w", weights, GRADIENTS[0], RATE);
    first.nextStep();
    first.update("w", parted, GRADIENTS[0], RATE);
    Map<String, float[]> state = new TreeMap<>();
    first.state().forEach((name, values) -> state.put(name, values.clone()));
    Adam second = new Adam();
    second.restore(state, first.steps());
    for (int t = 1; t < 3; t++) {
      whole.nextStep();
      whole.update("w", weights, GRADIENTS[t], RATE);
      second.nextStep();
      second.update("w", parted, GRADIENTS[t], RATE);
    }
    assertArrayEquals(weights, parted);
  }
}
