package org.namespan.trainer.network.input;

import java.util.List;
import java.util.Map;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.Part;
import org.namespan.trainer.network.part.WeightReader;
import org.namespan.trainer.onnx.OnnxValue;

/**
 * A part that turns ids of tokens into an embedding of each token. Its block takes the ids of its
 * {@link #inputs}, in their order, and gives {@code [batch, time, width]}. What inputs give stands
 * side by side before the encoder.
 */
public interface InputPart extends Part {

  /** The ids that it asks for. */
  List<GraphInput> inputs();

  /** Width of the embedding. */
  int width();

  /**
   * Adds its nodes to a graph.
   *
   * @return {@code [time, batch, width]}
   */
  OnnxValue write(NetworkGraph network, Map<String, float[]> weights);

  /**
   * Puts the values that its weights have in the graph of a model file into a map by name.
   *
   * @throws IllegalArgumentException if the graph has no such part
   */
  void read(WeightReader file, Map<String, float[]> weights);

  /** The largest magnitude that a number of the embedding can have, whatever the text. */
  float range(Map<String, float[]> weights);
}
