package org.namespan.trainer.network.encoder;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.AbstractBlock;
import ai.djl.nn.Parameter;
import ai.djl.training.ParameterStore;
import ai.djl.util.PairList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.Part;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;
import org.namespan.trainer.onnx.OnnxWeights;

/**
 * Recurrent layers on top of each other, each in one or both directions. Its block takes {@code
 * [batch, time, in]} and the reversal {@code [batch * time]} (see {@link
 * org.namespan.trainer.batch.Batch#reversal}) and gives {@code [batch, time, width]}, forward
 * first.
 *
 * @param cell the recurrent cell
 * @param bidirectional whether each layer also reads the sentence backwards
 * @param layers at least 1
 * @param hidden state size of one direction
 * @param skip whether each layer above the first adds its input to its output
 * @param in width of what the first layer reads
 */
public record RecurrentEncoder(
    Cell cell, boolean bidirectional, int layers, int hidden, boolean skip, int in)
    implements Part {

  /** More than float sums may lose. */
  private static final float MARGIN = 1.0001f;

  /**
   * State size of a direction in the graph of a model file.
   *
   * @param direction its name, {@code layer0.forward} for example
   * @throws IllegalArgumentException if there is none
   */
  public static int hidden(OnnxWeights graph, String direction, Cell cell) {
    int units = graph.floats(direction + ".B").values().length / (2 * cell.gates());
    return QuantizedLstm.isIn(graph, direction) ? units - QuantizedLstm.ANCHORS : units;
  }

  /** Width of what every layer gives. */
  public int width() {
    return bidirectional ? 2 * hidden : hidden;
  }

  /** Width of what a layer, counted from 0, reads. */
  public int inputWidth(int layer) {
    return layer == 0 ? in : width();
  }

  /** Whether a file of some precision rounds what layers read, and not only their weights. */
  public boolean roundsInput(Precision precision) {
    return cell == Cell.LSTM && precision == Precision.INT8;
  }

  private static String name(int layer) {
    return "layer" + layer;
  }

  /** The directions of a layer: forward, and backward if there is one. */
  List<DirectionWeights> directions(int layer) {
    List<DirectionWeights> directions = new ArrayList<>();
    directions.add(direction(layer, "forward"));
    if (bidirectional) {
      directions.add(direction(layer, "backward"));
    }
    return directions;
  }

  private DirectionWeights direction(int layer, String name) {
    return new DirectionWeights(name(layer) + "." + name, cell, inputWidth(layer), hidden);
  }

  /** Names of its weights. */
  public Set<String> weightNames() {
    return weights().stream().map(Weight::name).collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public List<Weight> weights() {
    List<Weight> weights = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      directions(layer).forEach(direction -> weights.addAll(direction.all()));
    }
    return weights;
  }

  @Override
  public void draw(Random random, Map<String, float[]> weights) {
    for (int layer = 0; layer < layers; layer++) {
      directions(layer).forEach(direction -> direction.draw(random, weights));
    }
  }

  /**
   * Puts the values that its weights have in the graph of a model file into a map by name.
   *
   * @throws IllegalArgumentException if the graph has no such layers
   */
  public void read(WeightReader file, Map<String, float[]> weights) {
    for (int layer = 0; layer < layers; layer++) {
      for (DirectionWeights direction : directions(layer)) {
        if (QuantizedLstm.isIn(file.graph(), direction.name())) {
          QuantizedLstm.read(file, direction, weights);
        } else {
          RecurrentNode.read(file, direction, weights);
        }
      }
    }
  }

  @Override
  public PartBlock block() {
    Stack stack = new Stack(this);
    Map<Weight, Parameter> parameters = new LinkedHashMap<>();
    for (int layer = 0; layer < layers; layer++) {
      List<DirectionWeights> directions = directions(layer);
      for (int i = 0; i < directions.size(); i++) {
        parameters.putAll(stack.layers.get(layer).parameters(directions.get(i), i == 1));
      }
    }
    return new PartBlock(stack, Map.of(), Map.of(), parameters);
  }

  /**
   * Adds its nodes to a graph.
   *
   * @param inputs what stands side by side in its input, each {@code [time, batch, width]}
   * @param range the largest magnitude that a number of these can have, whatever the text
   */
  public EncoderOutput write(
      NetworkGraph network, List<OnnxValue> inputs, float range, Map<String, float[]> weights) {
    List<OnnxValue> x = inputs;
    for (int layer = 0; layer < layers - 1; layer++) {
      EncoderOutput y = layer(network, layer, x, range(layer, range), weights);
      x = List.of(joined(network.graph(), layer, x, y));
    }
    int last = layers - 1;
    EncoderOutput y = layer(network, last, x, range(last, range), weights);
    return skip && last > 0
        ? new EncoderOutput(List.of(joined(network.graph(), last, x, y)), width(), width())
        : y;
  }

  /**
   * The largest magnitude that a number of a layer's input can have, whatever the text.
   *
   * @param layer from 0
   * @param ofInputs the same of what the first layer reads, but for the rounding of float sums
   */
  public float range(int layer, float ofInputs) {
    if (layer == 0) {
      return ofInputs * MARGIN;
    }
    // No hidden state exceeds 1; a skip connection adds those below.
    return skip ? layer : 1;
  }

  /**
   * Each direction is a node of its own: joined in one, their output would have to be turned before
   * anything could read both.
   */
  private EncoderOutput layer(
      NetworkGraph network,
      int layer,
      List<OnnxValue> inputs,
      float range,
      Map<String, float[]> weights) {
    boolean quantized = roundsInput(network.weightNodes().precision());
    List<OnnxValue> parts = new ArrayList<>(inputs);
    if (quantized) {
      parts.add(QuantizedLstm.anchors(network, name(layer), range));
    }
    OnnxValue x = network.graph().concat(name(layer) + ".x", 2, parts);
    List<OnnxValue> outputs = new ArrayList<>();
    for (DirectionWeights direction : directions(layer)) {
      String onnxDirection = outputs.isEmpty() ? "forward" : "reverse";
      outputs.add(
          quantized
              ? QuantizedLstm.add(
                  network.graph(), direction, onnxDirection, x, network.lengths(), weights)
              : RecurrentNode.add(
                  network.weightNodes(),
                  direction,
                  onnxDirection,
                  x,
                  network.lengths(),
                  List.of(),
                  weights));
    }
    int units = quantized ? hidden + QuantizedLstm.ANCHORS : hidden;
    return new EncoderOutput(outputs, units, hidden);
  }

  /** What the layer above reads, {@code [time, batch, width]}. */
  private OnnxValue joined(OnnxGraph graph, int layer, List<OnnxValue> x, EncoderOutput y) {
    List<OnnxValue> directions = new ArrayList<>();
    for (OnnxValue output : y.parts()) {
      OnnxValue units = y.units() > hidden ? cut(graph, output) : output;
      OnnxValue direction = graph.int64s(output.name() + ".direction", 1);
      directions.add(graph.squeeze(output.name() + ".alone", units, direction));
    }
    OnnxValue joined = graph.concat(name(layer) + ".output", 2, directions);
    return skip && layer > 0 ? graph.add(name(layer) + ".skip", joined, x.get(0)) : joined;
  }

  /** The units of the network alone. */
  private OnnxValue cut(OnnxGraph graph, OnnxValue output) {
    OnnxValue starts = graph.int64s(output.name() + ".starts", 0);
    OnnxValue ends = graph.int64s(output.name() + ".ends", hidden);
    OnnxValue axis = graph.int64s(output.name() + ".axis", 3);
    return graph.slice(output.name() + ".cut", output, starts, ends, axis);
  }

  @Override
  public String describe() {
    return cell.id()
        + " "
        + layers
        + "x"
        + hidden
        + (bidirectional ? " bidirectional" : " forward")
        + (skip ? " with skip connections" : "");
  }

  /** The layers in the engine. */
  private static final class Stack extends AbstractBlock {
    private final RecurrentEncoder encoder;
    private final List<RecurrentLayer> layers = new ArrayList<>();

    Stack(RecurrentEncoder encoder) {
      this.encoder = encoder;
      for (int i = 0; i < encoder.layers; i++) {
        layers.add(
            addChildBlock(
                name(i), new RecurrentLayer(encoder.cell, encoder.hidden, encoder.bidirectional)));
      }
    }

    @Override
    protected NDList forwardInternal(
        ParameterStore store, NDList inputs, boolean training, PairList<String, Object> params) {
      NDArray x = inputs.get(0);
      NDArray reversal = inputs.get(1);
      for (int i = 0; i < layers.size(); i++) {
        NDArray y = layers.get(i).forward(store, new NDList(x, reversal), training).head();
        x = encoder.skip && i > 0 ? y.add(x) : y;
      }
      return new NDList(x);
    }

    @Override
    protected void initializeChildBlocks(NDManager manager, DataType type, Shape... inputShapes) {
      Shape x = inputShapes[0];
      for (int i = 0; i < layers.size(); i++) {
        Shape read = new Shape(x.get(0), x.get(1), encoder.inputWidth(i));
        layers.get(i).initialize(manager, type, read, inputShapes[1]);
      }
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      Shape x = inputShapes[0];
      return new Shape[] {new Shape(x.get(0), x.get(1), encoder.width())};
    }
  }
}
