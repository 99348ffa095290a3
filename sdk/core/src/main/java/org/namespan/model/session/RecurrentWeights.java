package org.namespan.model.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The numbers of dimensions that the weights of recurrent nodes have. ONNX Runtime 1.28.0 does not
 * look at them when it packs weights, and ends the process where there are too few.
 */
final class RecurrentWeights {

  private static final Set<String> RECURRENT =
      new HashSet<>(Arrays.asList("DynamicQuantizeLSTM", "GRU", "LSTM", "RNN"));

  /** Of inputs 1 to 3: {@code W [1, gates, in]}, {@code R [1, gates, hidden]}, {@code B [1, n]}. */
  private static final int[] DIMENSIONS = {3, 3, 2};

  /** Nodes between a constant and the weights that are made of it: Cast and Mul. */
  private static final int MOST_STEPS = 2;

  private static final int UNKNOWN = -1;

  private final Map<String, Integer> constants = new HashMap<>();

  /** Inputs of the nodes that keep the shape of their first input, by their outputs. */
  private final Map<String, List<String>> sameShape = new HashMap<>();

  private final List<List<String>> recurrent = new ArrayList<>();

  /** Adds a constant; two of one name that differ count as none. */
  void constant(String name, int dimensions) {
    Integer other = constants.put(name, dimensions);
    if (other != null && other != dimensions) {
      constants.put(name, UNKNOWN);
    }
  }

  /** Adds a node. */
  void node(String operator, List<String> inputs, List<String> outputs) {
    if (RECURRENT.contains(operator)) {
      recurrent.add(inputs);
    } else if (operator.equals("Cast") || operator.equals("Mul")) {
      for (String output : outputs) {
        sameShape.put(output, inputs);
      }
    }
  }

  /**
   * Checks all nodes, once everything is added.
   *
   * @throws IllegalArgumentException if a recurrent node has other weights than a model's
   */
  void check() {
    for (List<String> inputs : recurrent) {
      for (int i = 0; i < DIMENSIONS.length; i++) {
        int found = i + 1 < inputs.size() ? dimensions(inputs.get(i + 1), MOST_STEPS) : UNKNOWN;
        if (found != DIMENSIONS[i]) {
          throw new IllegalArgumentException(
              "recurrent weights of " + found + " dimensions (-1: unknown), not " + DIMENSIONS[i]);
        }
      }
    }
  }

  private int dimensions(String name, int steps) {
    Integer constant = constants.get(name);
    if (constant != null) {
      return constant;
    }
    List<String> inputs = sameShape.get(name);
    return inputs == null || inputs.isEmpty() || steps == 0
        ? UNKNOWN
        : dimensions(inputs.get(0), steps - 1);
  }
}
