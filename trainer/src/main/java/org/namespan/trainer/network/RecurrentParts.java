package org.namespan.trainer.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.namespan.trainer.network.encoder.EncoderOutput;
import org.namespan.trainer.network.encoder.RecurrentEncoder;
import org.namespan.trainer.network.input.InputPart;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.Part;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * What networks of every head begin with: inputs side by side, and an encoder over them. Immutable.
 */
record RecurrentParts(List<InputPart> inputs, RecurrentEncoder encoder) {

  /** Of these parts and those above them, in their order. */
  List<Weight> weights(Part... above) {
    return all(above).flatMap(part -> part.weights().stream()).toList();
  }

  private Stream<Part> all(Part... above) {
    return Stream.concat(inputs.stream(), Stream.concat(Stream.of(encoder), Stream.of(above)));
  }

  /** Starting weights by name, of these parts and those above them. */
  Map<String, float[]> draw(long seed, Part... above) {
    Random random = new Random(seed);
    Map<String, float[]> weights = new LinkedHashMap<>();
    all(above).forEach(part -> part.draw(random, weights));
    return weights;
  }

  /** As {@link ModelSpec#body}. */
  PartBlock block(float dropout, boolean variational) {
    return RecurrentBody.of(this, new SequenceDropout(dropout, variational));
  }

  /** The largest magnitude that a number of an embedding can have, whatever the text. */
  float inputRange(Map<String, float[]> weights) {
    float range = 0;
    for (InputPart input : inputs) {
      range = Math.max(range, input.range(weights));
    }
    return range;
  }

  /** Begins an empty graph with the inputs that these parts ask for. */
  NetworkGraph graph(OnnxGraph graph, Precision precision) {
    List<GraphInput> asked = inputs.stream().flatMap(part -> part.inputs().stream()).toList();
    return new NetworkGraph(graph, precision, asked);
  }

  /**
   * Adds their nodes to a graph.
   *
   * @param rounded the weights as the precision of the graph has them
   */
  EncoderOutput write(
      NetworkGraph network, Map<String, float[]> weights, Map<String, float[]> rounded) {
    List<OnnxValue> embedded = new ArrayList<>();
    for (InputPart input : inputs) {
      embedded.add(input.write(network, weights));
    }
    return encoder.write(network, embedded, inputRange(rounded), weights);
  }

  /** For example {@code lstm 1x128 bidirectional, words 64, hashed 4x32}. */
  String describe(Part... above) {
    StringJoiner line = new StringJoiner(", ");
    line.add(encoder.describe());
    inputs.forEach(input -> line.add(input.describe()));
    for (Part part : above) {
      if (!part.describe().isEmpty()) {
        line.add(part.describe());
      }
    }
    return line.toString();
  }
}
