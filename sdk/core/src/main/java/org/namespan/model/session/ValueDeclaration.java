package org.namespan.model.session;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.model.GraphSignature;

/**
 * What a graph says of an input or output: a tensor, as {@code ValueInfoProto} of onnx.proto has
 * it.
 *
 * @param elementType the number of {@code TensorProto.DataType}
 * @param value its axes, of no type
 */
record ValueDeclaration(String name, long elementType, GraphValue value) {

  private static final int NAME = 1;
  private static final int TYPE = 2;
  private static final int TYPE_TENSOR = 1;
  private static final int TENSOR_ELEMENTS = 1;
  private static final int TENSOR_SHAPE = 2;
  private static final int SHAPE_AXIS = 1;
  private static final int AXIS_SIZE = 1;
  private static final int AXIS_NAME = 2;

  /** Of an axis that is neither of time nor of batch. */
  private static final int LARGEST_AXIS = 1 << 16;

  /**
   * Reads one. Fields that stand twice are refused, for protocol buffers merge messages and take
   * the last of all else.
   *
   * @throws IllegalArgumentException if it is written as no export does
   */
  static ValueDeclaration of(MessageFields fields) throws IOException {
    String name = "";
    @Nullable MessageFields type = null;
    while (fields.next()) {
      if (fields.isContent(NAME) && name.isEmpty()) {
        name = fields.text();
      } else if (fields.isContent(TYPE) && type == null) {
        type = fields.message();
      } else {
        throw unknown();
      }
    }
    MessageFields tensor = only(type, TYPE_TENSOR);
    long elementType = 0;
    @Nullable MessageFields shape = null;
    while (tensor.next()) {
      if (tensor.isNumber(TENSOR_ELEMENTS) && elementType == 0) {
        elementType = tensor.value();
      } else if (tensor.isContent(TENSOR_SHAPE) && shape == null) {
        shape = tensor.message();
      } else {
        throw unknown();
      }
    }
    List<Long> axes = new ArrayList<>();
    while (shape != null && shape.next()) {
      if (!shape.isContent(SHAPE_AXIS)) {
        throw unknown();
      }
      axes.add(axis(shape.message()));
    }
    return new ValueDeclaration(name, elementType, GraphValue.ofAxes("", axes));
  }

  /** The message that is the only field of another. */
  private static MessageFields only(@Nullable MessageFields outer, int number) throws IOException {
    if (outer == null || !outer.next() || !outer.isContent(number)) {
      throw unknown();
    }
    MessageFields inner = outer.message();
    if (outer.next()) {
      throw unknown();
    }
    return inner;
  }

  private static long axis(MessageFields fields) throws IOException {
    long axis = 0;
    if (fields.next()) {
      if (fields.isContent(AXIS_NAME)) {
        String name = fields.text();
        axis = name.equals(GraphSignature.Axis.BATCH.name()) ? GraphValue.BATCH_AXIS : axis;
        axis = name.equals(GraphSignature.Axis.TIME.name()) ? GraphValue.TIME_AXIS : axis;
      } else if (fields.isNumber(AXIS_SIZE)
          && fields.value() > 0
          && fields.value() <= LARGEST_AXIS) {
        axis = GraphValue.axis(fields.value(), 0);
      }
    }
    if (axis == 0 || fields.next()) {
      throw unknown();
    }
    return axis;
  }

  private static IllegalArgumentException unknown() {
    return new IllegalArgumentException("an input or output that is declared otherwise");
  }
}
