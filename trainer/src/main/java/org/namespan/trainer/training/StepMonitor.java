package org.namespan.trainer.training;

import org.namespan.trainer.vectors.Coverage;

/** Hears how the steps of a training go, on the training thread. */
public interface StepMonitor {

  /** Word vectors were given, and this is what they bring to the vocabulary. */
  default void vectorsFitted(Coverage coverage) {}

  /**
   * An epoch starts.
   *
   * @param epoch from 1
   * @param epochs at most
   * @param batches steps it will take
   */
  default void epochStarted(int epoch, int epochs, int batches) {}

  /**
   * A step is done.
   *
   * @param tokens tokens it trained on
   */
  default void stepDone(int tokens, double loss) {}
}
