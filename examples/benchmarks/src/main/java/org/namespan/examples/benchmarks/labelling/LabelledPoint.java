package org.namespan.examples.benchmarks.labelling;

import java.util.Locale;

/**
 * A tagger of a simulation, scored.
 *
 * @param strategy how its sentences were chosen
 * @param seed of the first sentences, of the random ones and of training
 * @param sentences that were labelled
 * @param tokens of these sentences
 * @param entities of these sentences
 * @param f1 on the dev set
 */
record LabelledPoint(
    Strategy strategy, long seed, int sentences, int tokens, int entities, double f1) {

  /** How sentences are chosen. */
  enum Strategy {
    /** At random. */
    RANDOM,
    /** As {@code namespan suggest} does, by the tagger of the sentences before. */
    SUGGESTED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
