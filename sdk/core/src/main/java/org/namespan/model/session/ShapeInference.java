package org.namespan.model.session;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.model.GraphSignature;

/**
 * The shapes of all values of a graph, and what computing them costs at most. Refuses a node that
 * none of {@link NodeSignatures} is of, and a graph that costs more than its constants and their
 * products do.
 */
final class ShapeInference {

  private static final long BATCH = GraphValue.axis(1, GraphValue.BATCH);
  private static final long TIME = GraphValue.axis(1, GraphValue.TIME);

  /** Numbers that an input may have for each token. */
  private static final int LARGEST_INPUT = 1 << 16;

  /** Elements that nodes may give for a token, together. */
  private static final long MOST_ELEMENTS = 1 << 22;

  /** Elements that nodes may make of constants alone, beside some times those that there are. */
  private static final long MOST_MADE = 1 << 24;

  private static final int TIMES_MADE = 4;

  /** How often all constants may be multiplied for a token; each is so once, or a few times. */
  private static final int TIMES_MULTIPLIED = 16;

  private final Map<String, GraphValue> values = new HashMap<>();
  private long stored;
  private long made;
  private long elements;
  private long multiplied;

  /**
   * Adds an input.
   *
   * @param axes their sizes; 0 where any
   * @throws IllegalArgumentException if no model has such an input
   */
  void input(String name, List<Long> axes) {
    if (axes.size() == 1 && name.equals(GraphSignature.LENGTHS)) {
      add(name, new GraphValue("n", BATCH));
    } else if (axes.size() == 2) {
      add(name, new GraphValue("i", BATCH, TIME));
    } else if (axes.size() == 3 && axes.get(2) > 0 && axes.get(2) <= LARGEST_INPUT) {
      add(name, new GraphValue("i", BATCH, TIME, GraphValue.axis(axes.get(2), 0)));
    } else {
      throw new IllegalArgumentException("an input of a shape that no model has");
    }
  }

  /**
   * Adds a constant.
   *
   * @throws IllegalArgumentException if there is a value of this name, or it has none
   */
  void constant(String name, GraphValue value) {
    add(name, value);
    if (value.isConstant()) {
      stored += value.elements();
    }
  }

  /**
   * Adds the values that nodes give, once the constants and the inputs are there.
   *
   * @param nodes each after those whose outputs it reads
   * @throws IllegalArgumentException if a node is none of a model's
   */
  void nodes(List<GraphNode> nodes) {
    for (int i = 0; i < nodes.size(); i++) {
      node(nodes.get(i), i + 1);
    }
  }

  private void node(GraphNode node, int number) {
    List<GraphValue> inputs = new ArrayList<>();
    for (String name : node.inputs()) {
      @Nullable GraphValue input = name.isEmpty() ? NodeSignatures.ABSENT : values.get(name);
      if (input == null) {
        throw new IllegalArgumentException(
            "node " + number + " reads what nothing before it gives");
      }
      inputs.add(input);
    }
    @Nullable GraphValue output = NodeSignatures.output(node, inputs);
    if (output == null || node.outputs().size() != 1) {
      throw new IllegalArgumentException("node " + number + " is of a kind that no model has");
    }
    count(node, inputs, output);
    add(node.outputs().get(0), output);
  }

  private void add(String name, GraphValue value) {
    if (name.isEmpty() || values.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("two values of one name, or one without");
    }
  }

  private void count(GraphNode node, List<GraphValue> inputs, GraphValue output) {
    if (output.isConstant()) {
      made += output.elements();
    } else if (output.type().charAt(0) != '=') {
      elements += output.elements();
      // Of a table some rows are looked up, of all else every number is read.
      if (!node.operator().equals("Gather")) {
        for (GraphValue input : inputs) {
          multiplied += input.isConstant() ? input.elements() : 0;
        }
      }
    }
    if (made > MOST_MADE + TIMES_MADE * stored
        || elements > MOST_ELEMENTS
        || multiplied > MOST_ELEMENTS + TIMES_MULTIPLIED * stored) {
      throw new IllegalArgumentException("a graph that computes more than any model does");
    }
  }
}
