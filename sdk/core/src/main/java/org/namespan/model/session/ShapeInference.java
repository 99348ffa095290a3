package org.namespan.model.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.model.GraphSignature;

/**
 * The shapes of all values of a graph, and what computing them costs at most. Refuses a node that
 * none of {@link NodeSignatures} is of, and a graph that costs more than its constants and their
 * products do.
 */
final class ShapeInference {

  private static final int FLOAT = 1;
  private static final int INT32 = 6;

  private static final Set<String> OF_MATRICES =
      new HashSet<>(
          Arrays.asList(
              "Gemm", "GRU", "LSTM", "MatMul", "RNN", "com.microsoft.DynamicQuantizeLSTM"));

  private static final GraphValue OF_SENTENCES = new GraphValue("n", GraphValue.BATCH_AXIS);

  /** Elements that nodes may give for a token, together; four bytes each. */
  private static final long MOST_ELEMENTS = 1 << 18;

  /** Products that nodes may add up for a token, beside two for each number that there is. */
  private static final long MOST_PRODUCTS = 1 << 22;

  private static final int PRODUCTS_OF_A_NUMBER = 2;

  /** Elements that nodes may make of constants alone, beside two for each that there is. */
  private static final long MOST_MADE = 1 << 24;

  private static final int MADE_OF_A_NUMBER = 2;

  /** Products that nodes may add up for these. */
  private static final long MOST_PRODUCTS_MADE = 1L << 32;

  private final Map<String, GraphValue> values = new HashMap<>();
  private long stored;
  private long made;
  private double productsMade;
  private long elements;
  private double products;

  /**
   * Adds an input.
   *
   * @throws IllegalArgumentException if no model has such an input
   */
  void input(ValueDeclaration input) {
    GraphValue value = input.value();
    long[] axes = value.axes();
    if (input.name().equals(GraphSignature.LENGTHS) && value.hasAxesOf(OF_SENTENCES)) {
      add(input.name(), OF_SENTENCES);
    } else if (axes.length > 1
        && axes[0] == GraphValue.BATCH_AXIS
        && axes[1] == GraphValue.TIME_AXIS
        && (axes.length == 2 || (axes.length == 3 && GraphValue.symbols(axes[2]) == 0))) {
      add(input.name(), new GraphValue("i", axes));
    } else {
      throw new IllegalArgumentException("an input of a shape that no model has");
    }
    requireType(input, INT32);
  }

  /**
   * Compares what is said of an output with what nodes give.
   *
   * @throws IllegalArgumentException if they differ
   */
  void output(ValueDeclaration output) {
    @Nullable GraphValue given = values.get(output.name());
    if (given == null || !given.type().equals("f") || !given.hasAxesOf(output.value())) {
      throw new IllegalArgumentException("an output of another shape than the nodes give");
    }
    requireType(output, FLOAT);
  }

  private static void requireType(ValueDeclaration value, int type) {
    if (value.elementType() != type) {
      throw new IllegalArgumentException(
          "an input or output of the type " + value.elementType() + ", not " + type);
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
    // To ONNX Runtime's Java code a name ends where it has a NUL.
    if (name.isEmpty() || name.indexOf(0) >= 0 || values.putIfAbsent(name, value) != null) {
      throw new IllegalArgumentException("two values of one name, or one without");
    }
  }

  private void count(GraphNode node, List<GraphValue> inputs, GraphValue output) {
    double ofNode = products(node, inputs);
    if (output.isConstant()) {
      made += output.elements();
      productsMade += ofNode;
    } else if (output.type().charAt(0) != '=') {
      elements += output.elements();
      products += ofNode;
    }
    if (made > MOST_MADE + MADE_OF_A_NUMBER * stored
        || productsMade > MOST_PRODUCTS_MADE
        || elements > MOST_ELEMENTS
        || products > MOST_PRODUCTS + PRODUCTS_OF_A_NUMBER * stored) {
      throw new IllegalArgumentException("a graph that computes more than any model does");
    }
  }

  /** With each row of its first input a node multiplies all numbers of its matrices. */
  private static double products(GraphNode node, List<GraphValue> inputs) {
    if (!OF_MATRICES.contains(node.operator())) {
      return 0;
    }
    GraphValue first = inputs.get(0);
    long rows = first.elements() / GraphValue.number(first.axes()[first.axes().length - 1]);
    long numbers = 0;
    for (int i = 1; i < inputs.size(); i++) {
      numbers += inputs.get(i).isConstant() ? inputs.get(i).elements() : 0;
    }
    return (double) rows * numbers;
  }
}
