package org.namespan.trainer.network.transformer;

import java.util.List;
import org.namespan.trainer.network.part.Weight;

/**
 * The weights of one layer. Query, key and value are one matrix, one after the other, so that one
 * product makes all three.
 *
 * @param name in front of their names
 */
record LayerWeights(String name, int width, int inner) {

  /** {@code [3 * width, width]}. */
  Weight attentionIn() {
    return Weight.matrix(name + ".attention.in.W", 3 * width, width);
  }

  Weight attentionInBias() {
    return Weight.vector(name + ".attention.in.b", 3 * width);
  }

  /** {@code [width, width]}. */
  Weight attentionOut() {
    return Weight.matrix(name + ".attention.out.W", width, width);
  }

  Weight attentionOutBias() {
    return Weight.vector(name + ".attention.out.b", width);
  }

  NormWeights attentionNorm() {
    return new NormWeights(name + ".attention.norm", width);
  }

  /** {@code [inner, width]}. */
  Weight denseIn() {
    return Weight.matrix(name + ".dense.in.W", inner, width);
  }

  Weight denseInBias() {
    return Weight.vector(name + ".dense.in.b", inner);
  }

  /** {@code [width, inner]}. */
  Weight denseOut() {
    return Weight.matrix(name + ".dense.out.W", width, inner);
  }

  Weight denseOutBias() {
    return Weight.vector(name + ".dense.out.b", width);
  }

  NormWeights denseNorm() {
    return new NormWeights(name + ".dense.norm", width);
  }

  /** All, in the order in which they are used. */
  List<Weight> all() {
    return List.of(
        attentionIn(),
        attentionInBias(),
        attentionOut(),
        attentionOutBias(),
        attentionNorm().gain(),
        attentionNorm().bias(),
        denseIn(),
        denseInBias(),
        denseOut(),
        denseOutBias(),
        denseNorm().gain(),
        denseNorm().bias());
  }

  /** The weights of a layer normalisation (Ba et al. 2016). */
  record NormWeights(String name, int width) {

    Weight gain() {
      return Weight.vector(name + ".gain", width);
    }

    Weight bias() {
      return Weight.vector(name + ".bias", width);
    }
  }
}
