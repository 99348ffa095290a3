package org.namespan.model.session;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.ModelFormatException;
import org.namespan.model.GraphSignature;
import org.namespan.model.feature.TokenInput;

/** Compares a graph with what the metadata beside it says. */
final class GraphCheck {

  /** Primes, so that hardly a size within the graph is one of them or a multiple of one. */
  private static final int[] BATCHES = {2, 3};

  private static final int[] TIMES = {13, 11};

  private final String source;
  private final GraphSession session;
  private final GraphSignature signature;
  private boolean finite = true;

  /**
   * @param source names the model in messages
   */
  GraphCheck(String source, GraphSession session) {
    this.source = source;
    this.session = session;
    this.signature = session.signature();
  }

  /**
   * Checks inputs, output and the sizes of tables.
   *
   * @throws ModelFormatException if one is not as the metadata says
   * @throws OrtException if ONNX Runtime cannot tell
   */
  void check(OrtSession graph) throws OrtException, ModelFormatException {
    checkInputs(graph);
    checkOutput(graph);
    checkTables();
  }

  private void checkInputs(OrtSession graph) throws OrtException, ModelFormatException {
    Set<String> names = new LinkedHashSet<>();
    for (GraphSignature.Tensor input : signature.inputs()) {
      names.add(input.name());
    }
    if (!graph.getInputNames().equals(names)) {
      throw new ModelFormatException(
          source + ": the graph's inputs are " + graph.getInputNames() + ", expected " + names);
    }
    Map<String, NodeInfo> found = graph.getInputInfo();
    for (GraphSignature.Tensor input : signature.inputs()) {
      check("input", found.get(input.name()), input);
    }
  }

  private void checkOutput(OrtSession graph) throws OrtException, ModelFormatException {
    GraphSignature.Tensor output = signature.output();
    if (!graph.getOutputNames().equals(Collections.singleton(output.name()))) {
      throw new ModelFormatException(
          source
              + ": the graph's outputs are "
              + graph.getOutputNames()
              + ", expected ["
              + output.name()
              + "]");
    }
    check("output", graph.getOutputInfo().get(output.name()), output);
  }

  private void check(String kind, @Nullable NodeInfo node, GraphSignature.Tensor expected)
      throws ModelFormatException {
    ValueInfo found = node == null ? null : node.getInfo();
    boolean fits =
        found instanceof TensorInfo tensor
            && tensor.type.name().equals(expected.type().name())
            && Arrays.equals(tensor.getShape(), expected.shape());
    if (!fits) {
      throw new ModelFormatException(
          source
              + ": "
              + kind
              + " '"
              + expected.name()
              + "' is "
              + found
              + ", expected "
              + expected.type()
              + " "
              + Arrays.toString(expected.shape())
              + " (-1: any size)");
    }
  }

  /**
   * Looks up the last row of every table, and one more: a table of another size fails here, not in
   * use.
   */
  private void checkTables() throws ModelFormatException {
    List<TokenInput> inputs = signature.tokenInputs();
    List<int[]> ids = new ArrayList<>();
    for (TokenInput input : inputs) {
      int[] last = new int[input.width()];
      Arrays.fill(last, input.rows() - 1);
      ids.add(last);
    }
    IllegalStateException refused = lookUp(1, 1, ids);
    boolean longer = false;
    for (int[] each : ids) {
      each[0]++;
      longer |= lookUp(1, 1, ids) == null;
      each[0]--;
    }
    if (refused != null || longer) {
      throw new ModelFormatException(
          source
              + ": the graph's tables have "
              + (longer ? "more" : "fewer")
              + " rows than its metadata says, expected "
              + expectedRows(inputs),
          refused);
    }
    checkBatch(ids);
  }

  /** A padded batch has to run too, and every score has to be a number. */
  private void checkBatch(List<int[]> ids) throws ModelFormatException {
    long[] shape = signature.output().shape();
    int size = notOf(shape[shape.length - 1], BATCHES);
    int time = notOf(shape[shape.length - 1], TIMES);
    List<int[]> batch = new ArrayList<>();
    for (int[] each : ids) {
      int[] repeated = new int[size * time * each.length];
      for (int i = 0; i < size * time; i++) {
        System.arraycopy(each, 0, repeated, i * each.length, each.length);
      }
      batch.add(repeated);
    }
    IllegalStateException refused = lookUp(size, time, batch);
    if (refused != null) {
      throw new ModelFormatException(
          source + ": the graph does not run on a batch of texts; expected one of any size",
          refused);
    }
    if (!finite) {
      throw new ModelFormatException(
          source + ": the graph's scores are not all numbers; expected finite ones");
    }
  }

  /** The first of two sizes, or the second if the labels are as many or a multiple of that. */
  private static int notOf(long labels, int[] sizes) {
    return labels % sizes[0] == 0 ? sizes[1] : sizes[0];
  }

  /** {@code 12 for words, 5 for hashed features and 7 for characters}. */
  private static String expectedRows(List<TokenInput> inputs) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < inputs.size(); i++) {
      rows.append(i == 0 ? "" : i == inputs.size() - 1 ? " and " : ", ");
      rows.append(inputs.get(i).rows()).append(" for ").append(inputs.get(i).kind());
    }
    return rows.toString();
  }

  /** Null if the graph has these rows, else how it failed. */
  private @Nullable IllegalStateException lookUp(int size, int time, List<int[]> ids) {
    int[] lengths = new int[size];
    Arrays.fill(lengths, 1);
    lengths[0] = time;
    try {
      // What stands in padding means nothing, so the first text alone is looked at.
      float[] scores = session.scores(size, time, ids, lengths);
      for (int i = 0; i < scores.length / size; i++) {
        finite &= Math.abs(scores[i]) <= Float.MAX_VALUE;
      }
      return null;
    } catch (IllegalStateException e) {
      return e;
    }
  }
}
