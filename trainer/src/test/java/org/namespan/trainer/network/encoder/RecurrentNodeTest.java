package org.namespan.trainer.network.encoder;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.network.part.WeightNodes;
import org.namespan.trainer.onnx.Dimension;
import org.namespan.trainer.onnx.ElementType;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/** Single steps with one unit, worked by hand, through nodes in ONNX Runtime. */
class RecurrentNodeTest {

  private static final double DELTA = 1e-6;
  private static final Dimension ONE = Dimension.of(1);

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

  private static OnnxValue input(
      OnnxGraph graph, String name, float value, Map<String, float[]> inputs) {
    inputs.put(name, new float[] {value});
    return graph.input(name, ElementType.FLOAT, ONE, ONE, ONE);
  }

  private static float run(WorkedStep step) throws OrtException {
    OnnxGraph graph = new OnnxGraph("step");
    Map<String, float[]> inputs = new HashMap<>();
    OnnxValue x = input(graph, "x", step.x(), inputs);
    List<OnnxValue> state = new ArrayList<>();
    state.add(input(graph, "h", step.h(), inputs));
    if (step.cell() == Cell.LSTM) {
      state.add(input(graph, "c", step.c(), inputs));
    }
    OnnxValue lengths = graph.input("lengths", ElementType.INT32, ONE);
    WeightNodes nodes = new WeightNodes(graph, Precision.FP32);
    OnnxValue output =
        RecurrentNode.add(nodes, step.direction(), "forward", x, lengths, state, step.weights());
    graph.output(output, ONE, ONE, ONE, ONE);
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
      tensors.put("lengths", OnnxTensor.createTensor(environment, one, new long[] {1}));
      try (OrtSession.Result result = session.run(tensors)) {
        return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
      }
    } finally {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
