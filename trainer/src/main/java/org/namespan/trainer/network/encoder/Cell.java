package org.namespan.trainer.network.encoder;

import java.util.Locale;

/** The recurrent cell of a network. */
public enum Cell {
  /**
   * Long short-term memory, gates i, f, g, o (Hochreiter and Schmidhuber 1997, with forget gate).
   */
  LSTM(4),

  /** Gated recurrent unit, gates r, z, n, reset applied after the product (Cho et al. 2014). */
  GRU(3),

  /** {@code h' = tanh(W x + R h + b)} (Elman 1990). */
  RNN_TANH(1),

  /**
   * {@code h' = max(0, W x + R h + b)}, started with {@code R} as the identity (Le, Jaitly and
   * Hinton 2015).
   */
  RNN_RELU(1);

  private final int gates;

  Cell(int gates) {
    this.gates = gates;
  }

  /** Gates of the cell: its matrices have {@code gates * hidden} rows. */
  public int gates() {
    return gates;
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
