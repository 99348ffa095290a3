package org.namespan.trainer.network.head;

import ai.djl.nn.Block;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.namespan.model.GraphSignature;
import org.namespan.trainer.network.encoder.EncoderOutput;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.Dimension;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * The dense layer that gives each token a score for each label, or each text one for each class.
 *
 * @param in width of what the encoder gives
 * @param labels outputs per token or text
 */
record DenseLayer(int in, int labels) {

  /** The matrix {@code [labels, in]}. */
  Weight matrix() {
    return Weight.matrix("dense.W", labels, in);
  }

  /** The bias {@code [labels]}. */
  Weight bias() {
    return Weight.vector("dense.b", labels);
  }

  /** Both, in the order in which they are drawn. */
  List<Weight> weights() {
    return List.of(matrix(), bias());
  }

  /** Draws the matrix uniformly in {@code ±1/sqrt(in)} as PyTorch does; the bias is 0. */
  void draw(Random random, Map<String, float[]> weights) {
    weights.put(matrix().name(), matrix().uniform(1 / Math.sqrt(in), random));
    weights.put(bias().name(), bias().zeros());
  }

  /** Joins the columns of each part, as {@link #write} parted them. */
  void read(WeightReader file, Map<String, float[]> weights) {
    int parts = 0;
    while (file.graph().has("dense.W." + parts)) {
      parts++;
    }
    if (parts == 0 || in % parts != 0) {
      throw new IllegalArgumentException(
          "found a dense layer of " + parts + " parts, expected some that " + in + " units fill");
    }
    int used = in / parts;
    float[] rows = matrix().zeros();
    for (int part = 0; part < parts; part++) {
      float[] columns = file.graph().floats("dense.W." + part).values();
      if (columns.length < used * labels) {
        throw new IllegalArgumentException(
            "tensor 'dense.W."
                + part
                + "' has "
                + columns.length
                + " numbers, expected at least "
                + used * labels);
      }
      for (int label = 0; label < labels; label++) {
        for (int i = 0; i < used; i++) {
          rows[label * in + part * used + i] = columns[i * labels + label];
        }
      }
    }
    weights.put(matrix().name(), rows);
    weights.put(bias().name(), file.numbers("dense.b", labels));
  }

  /** As {@link HeadPart#grow}. */
  void grow(int[] origins, float[] handicaps, Map<String, float[]> weights) {
    float[] rowsBefore = Objects.requireNonNull(weights.get(matrix().name()));
    float[] biasBefore = Objects.requireNonNull(weights.get(bias().name()));
    float[] rows = matrix().zeros();
    float[] biases = bias().zeros();
    for (int label = 0; label < labels; label++) {
      System.arraycopy(rowsBefore, origins[label] * in, rows, label * in, in);
      biases[label] = biasBefore[origins[label]] - handicaps[label];
    }
    weights.put(matrix().name(), rows);
    weights.put(bias().name(), biases);
  }

  /**
   * Puts in rows of other labels.
   *
   * @param origins for each label the one before whose row it has; -1 for that of {@code drawn}
   * @param before weights by name, of a layer with the labels before
   * @param drawn weights by name, of this layer
   */
  void grow(
      int[] origins,
      Map<String, float[]> before,
      Map<String, float[]> drawn,
      Map<String, float[]> weights) {
    for (Weight weight : weights()) {
      float[] values = weight.in(drawn).clone();
      float[] own = Objects.requireNonNull(before.get(weight.name()));
      int columns = weight.size() / labels;
      for (int label = 0; label < labels; label++) {
        if (origins[label] >= 0) {
          System.arraycopy(own, origins[label] * columns, values, label * columns, columns);
        }
      }
      weights.put(weight.name(), values);
    }
  }

  /** The layer in the engine. */
  Block block() {
    return Linear.builder().setUnits(labels).build();
  }

  /** Where the weights of {@link #block} live. */
  Map<Weight, Parameter> parameters(Block block) {
    Map<Weight, Parameter> parameters = new LinkedHashMap<>();
    parameters.put(matrix(), block.getDirectParameters().get("weight"));
    parameters.put(bias(), block.getDirectParameters().get("bias"));
    return parameters;
  }

  /**
   * Adds the nodes of the layer: each part is multiplied with its own columns of the matrix and
   * added to those before, the first to the bias.
   *
   * @return {@code [time, batch, labels]}
   */
  OnnxValue write(NetworkGraph network, EncoderOutput encoded, Map<String, float[]> weights) {
    OnnxGraph graph = network.graph();
    OnnxValue flat = graph.int64s("dense.flat", -1, encoded.units());
    OnnxValue sum = graph.floats("dense.b", bias().in(weights), labels);
    for (int i = 0; i < encoded.parts().size(); i++) {
      OnnxValue x = graph.reshape("dense.x." + i, encoded.parts().get(i), flat);
      float[] columns = columns(i * encoded.used(), encoded, weights);
      OnnxValue w = graph.floats("dense.W." + i, columns, encoded.units(), labels);
      sum = graph.gemm("dense.sum." + i, x, w, sum);
    }
    return network.byToken("logits", sum);
  }

  /**
   * Adds the nodes of the layer over vectors that stand side by side.
   *
   * @param output name of what it gives
   * @param vectors {@code [batch, in]}
   * @return {@code [batch, labels]}
   */
  OnnxValue write(
      NetworkGraph network, String output, OnnxValue vectors, Map<String, float[]> weights) {
    OnnxGraph graph = network.graph();
    EncoderOutput whole = new EncoderOutput(List.of(vectors), in, in);
    OnnxValue w = graph.floats("dense.W.0", columns(0, whole, weights), in, labels);
    OnnxValue b = graph.floats("dense.b", bias().in(weights), labels);
    return graph.gemm(output, vectors, w, b);
  }

  /** The matrix's columns for one part as rows {@code [units, labels]}, 0 for units not used. */
  private float[] columns(int from, EncoderOutput encoded, Map<String, float[]> weights) {
    float[] rows = matrix().in(weights);
    float[] columns = new float[encoded.units() * labels];
    for (int label = 0; label < labels; label++) {
      for (int i = 0; i < encoded.used(); i++) {
        columns[i * labels + label] = rows[label * in + from + i];
      }
    }
    return columns;
  }

  /** Declares scores {@code [time, batch, labels]} as the output, batch first. */
  void output(NetworkGraph network, OnnxValue scores) {
    OnnxGraph graph = network.graph();
    OnnxValue emissions = graph.transpose(GraphSignature.EMISSIONS, scores, 1, 0, 2);
    graph.output(emissions, GraphInput.BATCH, GraphInput.TIME, Dimension.of(labels));
  }
}
