package org.namespan.trainer.network.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.training.ParameterStore;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.ReferenceNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.part.Weight;

/** Single steps with one unit, worked by hand, through DJL's cells. */
class CellStepTest {

  private static final double DELTA = 1e-6;

  @Test
  void lectureExampleByHand() {
    double forget = WorkedStep.sigmoid(1 * 1.63 + 1 * 2.70 + 1.62);
    double input = WorkedStep.sigmoid(1 * 1.65 + 1 * 2.00 + 0.62);
    double candidate = Math.tanh(1 * 0.94 + 1 * 1.41 - 0.32);
    assertEquals("0.997 0.986 0.966", "%.3f %.3f %.3f".formatted(forget, input, candidate));
    assertEquals("2.948", "%.3f".formatted(forget * 2 + input * candidate));
    // The lecture goes on with the gates rounded to three decimals.
    assertEquals("2.946", "%.3f".formatted(0.997 * 2 + 0.986 * 0.966));
    assertEquals(2.9476, WorkedStep.lstmExpectedC(), 5e-5);
  }

  @Test
  void lstm() {
    try (NDManager manager = SmallNetworks.manager()) {
      Block cell =
          LSTM.builder()
              .setStateSize(1)
              .setNumLayers(1)
              .optBatchFirst(true)
              .optReturnState(true)
              .build();
      NDList output = run(manager, WorkedStep.lstm(), cell);
      assertEquals(WorkedStep.lstm().expectedH(), output.get(0).getFloat(0, 0, 0), DELTA);
      assertEquals(WorkedStep.lstm().expectedH(), output.get(1).getFloat(0, 0, 0), DELTA);
      assertEquals(WorkedStep.lstmExpectedC(), output.get(2).getFloat(0, 0, 0), DELTA);
    }
  }

  @Test
  void cellsOfTheNetwork() {
    assertStep(WorkedStep.lstm());
    assertStep(WorkedStep.gru());
    assertStep(WorkedStep.rnn(Cell.RNN_TANH));
    assertStep(WorkedStep.rnn(Cell.RNN_RELU));
    assertStep(WorkedStep.reluBelowZero());
  }

  private static void assertStep(WorkedStep step) {
    try (NDManager manager = SmallNetworks.manager()) {
      NDArray h = run(manager, step, RecurrentLayer.block(step.cell(), 1)).head();
      assertEquals(step.expectedH(), h.getFloat(0, 0, 0), DELTA, step.cell().id());
    }
    NetworkConfig config =
        SmallNetworks.plain(step.cell(), false, 1, 1, false, 2, 1, 0, 0, 0, 2, Head.SOFTMAX);
    double[] reference =
        new ReferenceNetwork(config, step.weights())
            .step(
                "layer0.forward.",
                new double[] {step.x()},
                new double[] {step.h()},
                new double[] {step.c()});
    assertEquals(step.expectedH(), reference[0], DELTA, step.cell().id());
  }

  private static NDList run(NDManager manager, WorkedStep step, Block cell) {
    cell.initialize(manager, DataType.FLOAT32, new Shape(1, 1, 1));
    for (var parameter : cell.getDirectParameters()) {
      Weight weight = RecurrentLayer.weight(step.direction(), parameter.getKey());
      EngineNetwork.assign(parameter.getValue(), weight.in(step.weights()));
    }
    Shape one = new Shape(1, 1, 1);
    NDList inputs =
        new NDList(
            manager.create(new float[] {step.x()}, one),
            manager.create(new float[] {step.h()}, one));
    if (step.cell() == Cell.LSTM) {
      inputs.add(manager.create(new float[] {step.c()}, one));
    }
    return cell.forward(new ParameterStore(manager, false), inputs, false);
  }

  @ParameterizedTest
  @EnumSource(Cell.class)
  void namesItselfAsOptionsDo(Cell cell) {
    assertEquals(cell.name().replace('_', '-').toLowerCase(Locale.ROOT), cell.id());
    assertEquals(cell.id(), cell.toString());
  }
}
