package org.namespan.trainer.network.encoder;

import java.util.Locale;

/** The recurrent cell of a network. */
public enum Cell {
  /**
   * Long short-term memory, gates i, f, g, o (Hochreiter and Schmidhuber 1997, with forget gate).
   */
  LSTM("LSTM", "ifgo", "iofg"),

  /** Gated recurrent unit, gates r, z, n, reset applied after the product (Cho et al. 2014). */
  GRU("GRU", "rzn", "zrn"),

  /** {@code h' = tanh(W x + R h + b)} (Elman 1990). */
  RNN_TANH("RNN", "h", "h"),

  /**
   * {@code h' = max(0, W x + R h + b)}, started with {@code R} as the identity (Le, Jaitly and
   * Hinton 2015).
   */
  RNN_RELU("RNN", "h", "h");

  private final String onnxOperator;

  /** The gates in PyTorch's order, and the same in that of ONNX. */
  private final String gates;

  private final String onnxGates;

  Cell(String onnxOperator, String gates, String onnxGates) {
    this.onnxOperator = onnxOperator;
    this.gates = gates;
    this.onnxGates = onnxGates;
  }

  /** Gates of the cell: its matrices have {@code gates * hidden} rows. */
  public int gates() {
    return gates.length();
  }

  /** The operator of ONNX that computes it. */
  String onnxOperator() {
    return onnxOperator;
  }

  /**
   * Values of all gates, which stand in PyTorch's order, in that of ONNX: of an LSTM i, o, f, c, of
   * a GRU z, r, h.
   */
  float[] inOnnxOrder(float[] values) {
    int gateSize = values.length / gates();
    float[] ordered = new float[values.length];
    for (int gate = 0; gate < gates(); gate++) {
      int from = gates.indexOf(onnxGates.charAt(gate));
      System.arraycopy(values, from * gateSize, ordered, gate * gateSize, gateSize);
    }
    return ordered;
  }

  /** Values of all gates in PyTorch's order, which stand in that of ONNX. */
  float[] fromOnnxOrder(float[] values) {
    int gateSize = values.length / gates();
    float[] ordered = new float[values.length];
    for (int gate = 0; gate < gates(); gate++) {
      int from = onnxGates.indexOf(gates.charAt(gate));
      System.arraycopy(values, from * gateSize, ordered, gate * gateSize, gateSize);
    }
    return ordered;
  }

  /** The name in options and files: {@code rnn-tanh}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String toString() {
    return id();
  }
}
