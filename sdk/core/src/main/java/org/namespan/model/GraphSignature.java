package org.namespan.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.namespan.model.feature.TokenInput;

/**
 * The inputs and the output of a model's graph. The exporter writes them, the loader checks them,
 * and both go by this.
 *
 * <p>The inputs are one {@code [batch, time]} or {@code [batch, time, width]} for each {@link
 * TokenInput}, in their order, and {@value #LENGTHS} {@code [batch]}: all of them int32.
 *
 * <p>The output of a tagger is {@value #EMISSIONS} {@code [batch, time, labels]}, float:
 * log-probabilities, or in a model with transition scores whatever its paths score beside them.
 * Rows of padding mean nothing. That of a classifier is {@value #LOGITS} {@code [batch, classes]},
 * float: what softmax or the sigmoid makes probabilities of.
 *
 * @param tokenInputs what the graph reads of tokens
 * @param output what it gives
 */
public record GraphSignature(List<TokenInput> tokenInputs, Tensor output) {

  /** Version of the operators of ONNX that graphs are made of. */
  public static final int OPERATOR_SET = 17;

  /** Domain of the operators that ONNX Runtime has beside those of ONNX. */
  public static final String MICROSOFT = "com.microsoft";

  /** Version of the operators of that domain. */
  public static final int MICROSOFT_OPERATOR_SET = 1;

  /** Name of the input of sentence lengths in tokens. */
  public static final String LENGTHS = "lengths";

  /** Name of the output of a tagger. */
  public static final String EMISSIONS = "emissions";

  /** Name of the output of a classifier. */
  public static final String LOGITS = "logits";

  /**
   * The output of a tagger.
   *
   * @param labels scores per token
   */
  public static Tensor emissions(int labels) {
    return Tensor.of(
        EMISSIONS, ElementType.FLOAT, Axis.BATCH, Axis.TIME, new Axis("labels", labels));
  }

  /**
   * The output of a classifier.
   *
   * @param classes scores per text
   */
  public static Tensor logits(int classes) {
    return Tensor.of(LOGITS, ElementType.FLOAT, Axis.BATCH, new Axis("classes", classes));
  }

  /** What a tensor's elements are. */
  public enum ElementType {
    /** Signed integers of 32 bits. */
    INT32,
    /** Floating-point numbers of 32 bits. */
    FLOAT
  }

  /**
   * One dimension of a tensor.
   *
   * @param name what it counts, {@code batch} for example
   * @param size how many; {@link #ANY} where every run has its own
   */
  public record Axis(String name, int size) {

    /** The size of an axis that is of any. */
    public static final int ANY = -1;

    /** Sentences of a batch. */
    public static final Axis BATCH = new Axis("batch", ANY);

    /** Tokens of the longest sentence in a batch. */
    public static final Axis TIME = new Axis("time", ANY);

    /** How many in one run: of any size are the sentences of its batch, and their tokens. */
    private int size(int batch, int time) {
      if (size != ANY) {
        return size;
      }
      return name.equals(BATCH.name) ? batch : time;
    }
  }

  /**
   * An input or output.
   *
   * @param name in the graph
   * @param type of its elements
   * @param axes from the outermost to the innermost
   */
  public record Tensor(String name, ElementType type, List<Axis> axes) {

    private static Tensor of(String name, ElementType type, Axis... axes) {
      return new Tensor(name, type, Collections.unmodifiableList(Arrays.asList(axes)));
    }

    /** The sizes of the axes; {@link Axis#ANY} where they are of any. */
    public long[] shape() {
      return shape(Axis.ANY, Axis.ANY);
    }

    /**
     * The sizes of the axes in one run.
     *
     * @param batch sentences
     * @param time tokens of the longest of them
     */
    public long[] shape(int batch, int time) {
      long[] shape = new long[axes.size()];
      for (int i = 0; i < shape.length; i++) {
        shape[i] = axes.get(i).size(batch, time);
      }
      return shape;
    }

    /**
     * How many elements it has of each sentence in one run.
     *
     * @param time tokens of the longest of them
     */
    public int perSentence(int time) {
      int count = 1;
      for (long size : shape(1, time)) {
        count = Math.multiplyExact(count, (int) size);
      }
      return count;
    }
  }

  /** The inputs, in the order in which the exporter writes them: those of tokens, and lengths. */
  public List<Tensor> inputs() {
    List<Tensor> inputs = new ArrayList<>();
    for (TokenInput input : tokenInputs) {
      Axis width = new Axis(input.name(), input.width());
      inputs.add(
          input.hasAxis()
              ? Tensor.of(input.name(), ElementType.INT32, Axis.BATCH, Axis.TIME, width)
              : Tensor.of(input.name(), ElementType.INT32, Axis.BATCH, Axis.TIME));
    }
    inputs.add(Tensor.of(LENGTHS, ElementType.INT32, Axis.BATCH));
    return inputs;
  }
}
