package org.namespan.model.decode;

/**
 * Where a {@link ScaledLattice} stands, and after it that of another sentence. A lattice in new
 * memory each time takes 400 bytes a token, which it drives out of the processor's caches: ready
 * tokens in batches are tagged 4 % slower. Used by one thread at a time.
 */
final class LatticeBuffers {

  /** {@code [time, labels]} and perhaps more behind; may hold what another sentence left. */
  double[] forward = new double[0];

  double[] backward = new double[0];
  double[] onward = new double[0];

  /** Makes room for so many numbers. */
  void require(int count) {
    if (forward.length < count) {
      forward = new double[count];
      backward = new double[count];
      onward = new double[count];
    }
  }
}
