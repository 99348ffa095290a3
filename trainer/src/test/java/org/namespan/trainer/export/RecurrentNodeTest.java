package org.namespan.trainer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.network.Cell;
import org.namespan.trainer.network.WorkedStep;

/** Single steps with one unit, worked by hand, through nodes in ONNX Runtime. */
class RecurrentNodeTest {

  private static final double DELTA = 1e-6;

  @Test
  void lectureExample() throws OrtException {
    WorkedStep step = WorkedStep.lstm();
    double h = run(step);
    assertEquals(step.expectedH(), h, DELTA);
    // The node gives no c: found again from h = output * tanh(c), with the output gate by hand.
    double ratio = h / WorkedStep.sigmoid(4.78);
    double c = 0.5 * Math.log((1 + ratio) / (1 - ratio));
    assertEquals(WorkedStep.lstmExpectedC(), c, 1e-4);
    assertEquals(2.9476, c, 2e-4);
  }

  @Test
  void otherCells() throws OrtException {
    for (WorkedStep step :
        List.of(
            WorkedStep.gru(),
            WorkedStep.rnn(Cell.RNN_TANH),
            WorkedStep.rnn(Cell.RNN_RELU),
            WorkedStep.reluBelowZero())) {
      assertEquals(step.expectedH(), run(step), DELTA, step.cell().id());
    }
  }

  private static float run(WorkedStep step) throws OrtException {
    OnnxGraph graph = new OnnxGraph("step");
    Map<String, float[]> inputs = new HashMap<>();
    inputs.put(graph.floatInput("x", 1, 1, 1), new float[] {step.x()});
    inputs.put(graph.floatInput("h", 1, 1, 1), new float[] {step.h()});
    boolean lstm = step.cell() == Cell.LSTM;
    if (lstm) {
      inputs.put(graph.floatInput("c", 1, 1, 1), new float[] {step.c()});
    }
    String lengths = graph.input("lengths", 1);
    RecurrentNode.Output output =
        RecurrentNode.add(
            new WeightNodes(graph, Precision.FP32),
            step.cell(),
            List.of("forward"),
            1,
            "layer0",
            List.of("x"),
            1,
            "not read",
            lengths,
            1,
            lstm ? List.of("h", "c") : List.of("h"),
            step.weights());
    assertEquals(1, output.units());
    graph.output(output.names().get(0), 1, 1, 1, 1);
    byte[] model = graph.toBytes("test", new TreeMap<>());

    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    Map<String, OnnxTensor> tensors = new HashMap<>();
    try (OrtSession session = environment.createSession(model)) {
      for (Map.Entry<String, float[]> input : inputs.entrySet()) {
        FloatBuffer value = FloatBuffer.wrap(input.getValue());
        tensors.put(
            input.getKey(), OnnxTensor.createTensor(environment, value, new long[] {1, 1, 1}));
      }
      IntBuffer one = IntBuffer.wrap(new int[] {1});
      tensors.put(lengths, OnnxTensor.createTensor(environment, one, new long[] {1}));
      try (OrtSession.Result result = session.run(tensors)) {
        return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
