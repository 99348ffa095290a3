package org.namespan.trainer.network.part;

import java.util.List;
import java.util.Map;
import java.util.Random;

/** One part of a network: its weights and what becomes of them in the engine. Immutable. */
public interface Part {

  /** The weights, in the order in which they are drawn. */
  List<Weight> weights();

  /**
   * Puts starting values of each weight into a map by name. They are drawn in Java, so that a seed
   * means the same on every engine version.
   */
  void draw(Random random, Map<String, float[]> weights);

  /** The part in the engine, with weights of its own that are still to be set. */
  PartBlock block();

  /** For people, {@code words 64} for example; empty where there is nothing to say. */
  String describe();
}
