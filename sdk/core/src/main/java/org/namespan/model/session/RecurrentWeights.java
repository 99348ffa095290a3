package org.namespan.model.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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

  /** By what nodes give: their inputs if they keep the shape of the first, else none. */
  private final Map<String, List<String>> made = new HashMap<>();

  private final List<List<String>> recurrent = new ArrayList<>();

  /**
   * Adds a constant.
   *
   * @param dimensions 0 if it is empty
   * @throws IllegalArgumentException if there is another of this name
   */
  void constant(String name, int dimensions) {
    if (constants.put(name, dimensions) != null) {
      throw new IllegalArgumentException("two constants of one name");
    }
  }

  /** Adds a node. */
  void node(String operator, List<String> inputs, List<String> outputs) {
    if (RECURRENT.contains(operator)) {
      recurrent.add(inputs);
    }
    boolean sameShape = operator.equals("Cast") || operator.equals("Mul");
    for (String output : outputs) {
      made.put(output, sameShape ? inputs : Collections.emptyList());
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
    List<String> inputs = made.get(name);
    if (inputs == null) {
      Integer constant = constants.get(name);
      return constant == null ? UNKNOWN : constant;
    }
    return inputs.isEmpty() || steps == 0 ? UNKNOWN : dimensions(inputs.get(0), steps - 1);
  }
}
