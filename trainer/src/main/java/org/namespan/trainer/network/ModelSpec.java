package org.namespan.trainer.network;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.namespan.trainer.network.part.Part;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.network.part.Weight;

/**
 * A network as all that trains it, computes it or keeps it sees it: a body that gives vectors, and
 * a head on top that gives scores. Immutable.
 */
public interface ModelSpec {

  /** The part that turns the body's output into scores. */
  Part head();

  /** All weights, in the order in which they are drawn. */
  List<Weight> weights();

  /**
   * The body in the engine. Its block takes what {@link org.namespan.trainer.batch.Batch#toInputs}
   * gives and gives {@code [batch, time, width]}, or one vector of each sentence, {@code [batch, 1,
   * width]}.
   *
   * @param dropout share of what it reads or computes set to 0 in training
   * @param variational whether that share is drawn once for all tokens of a sentence
   */
  PartBlock body(float dropout, boolean variational);

  /** Starting weights by name; the same seed gives the same. */
  Map<String, float[]> draw(long seed);

  /** Names of the weights that begin as another training left them. */
  Set<String> pretrained();

  /** One line for people. */
  String describe();

  /** Numbers in the network. */
  default long parameterCount() {
    return weights().stream().mapToLong(Weight::size).sum();
  }

  /** The weights as a file of some precision stands for them. */
  default Map<String, float[]> rounded(Map<String, float[]> weights, Precision precision) {
    return precision.round(weights(), weights);
  }

  /** Rejects weights of the same name. */
  static void requireDistinctNames(List<Weight> weights) {
    Set<String> names = new HashSet<>();
    for (Weight weight : weights) {
      if (!names.add(weight.name())) {
        throw new IllegalArgumentException(
            "two weights are named '" + weight.name() + "', expected a name for each");
      }
    }
  }
}
