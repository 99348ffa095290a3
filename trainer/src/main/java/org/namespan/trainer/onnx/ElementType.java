package org.namespan.trainer.onnx;

import ai.onnx.proto.OnnxMl.TensorProto;

/** What a tensor holds. */
public enum ElementType {
  /** 32-bit floats. */
  FLOAT(TensorProto.DataType.FLOAT),
  /** 16-bit floats. */
  FLOAT16(TensorProto.DataType.FLOAT16),
  /** 8-bit integers. */
  INT8(TensorProto.DataType.INT8),
  /** 32-bit integers, as ids are. */
  INT32(TensorProto.DataType.INT32),
  /** 64-bit integers, as shapes, axes and positions are. */
  INT64(TensorProto.DataType.INT64);

  private final int number;

  ElementType(TensorProto.DataType type) {
    number = type.getNumber();
  }

  /** The number that ONNX files have for the type. */
  int number() {
    return number;
  }
}
