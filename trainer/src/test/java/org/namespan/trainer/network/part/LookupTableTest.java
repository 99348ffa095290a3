package org.namespan.trainer.network.part;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.training.Engines;

class LookupTableTest {

  private static final int ROWS = 30;
  private static final int DIM = 4;

  /** The same loss through the table's few rows and through a dense embedding of all rows. */
  @Test
  void gradientIsThatOfADenseEmbedding() {
    Random random = new Random(1);
    LookupTable table = new LookupTable(ROWS, DIM);
    for (int i = 0; i < ROWS * DIM; i++) {
      table.weights()[i] = random.nextFloat() - 0.5f;
    }
    for (int round = 0; round < 3; round++) {
      int[] ids = random.ints(24, 0, 12).toArray();
      try (NDManager manager = SmallNetworks.manager()) {
        NDArray factors = manager.randomUniform(-1, 1, new Shape(3, 8, DIM), DataType.FLOAT32);
        NDArray dense = manager.create(table.weights(), new Shape(ROWS, DIM));
        dense.setRequiresGradient(true);
        NDArray index = manager.create(ids, new Shape(3, 8));
        try (GradientCollector collector = Engines.pytorch().newGradientCollector()) {
          NDArray looked = forward(table, manager, index, true);
          NDArray expected =
              index.getNDArrayInternal().embedding(index, dense, SparseFormat.DENSE).head();
          assertArrayEquals(expected.toFloatArray(), looked.toFloatArray());
          NDArray loss = looked.mul(factors).pow(2).sum();
          collector.backward(loss.add(expected.mul(factors).pow(2).sum()));
        }
        float[] all = new float[ROWS * DIM];
        float[] used = table.usedGradient();
        int[] rows = table.usedRows();
        assertEquals(Arrays.stream(ids).distinct().count(), rows.length);
        for (int i = 0; i < rows.length; i++) {
          System.arraycopy(used, i * DIM, all, rows[i] * DIM, DIM);
        }
        assertArrayEquals(dense.getGradient().toFloatArray(), all, 1e-6f);
      }
    }
  }

  @Test
  void looksUpMoreIdsThanRowsAndOutsideTraining() {
    LookupTable table = new LookupTable(2, 1);
    table.weights()[0] = 5;
    table.weights()[1] = 6;
    try (NDManager manager = SmallNetworks.manager()) {
      NDArray ids = manager.create(new int[] {1, 1, 0, 1, 0}, new Shape(1, 5));
      NDArray looked = forward(table, manager, ids, false);
      assertEquals(new Shape(1, 5, 1), looked.getShape());
      assertArrayEquals(new float[] {6, 6, 5, 6, 5}, looked.toFloatArray());
      assertEquals(0, table.usedRows().length);
    }
  }

  private static NDArray forward(
      LookupTable table, NDManager manager, NDArray ids, boolean training) {
    return table.forward(new ParameterStore(manager, false), new NDList(ids), training).head();
  }
}
