package org.namespan.model.decode;

/**
 * The memory of a {@link ScaledLattice}, used again for the next sentence. New memory for each
 * would be 400 bytes a token, for which other data leaves the processor's caches: ready tokens in
 * batches are tagged 3 % slower then. Used by one thread at a time.
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
