package org.namespan.trainer.learningcurve;

import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.training.TrainingMonitor;

/** Is told how far a curve has come; called by the thread that trains. */
public interface CurveMonitor {

  /**
   * A run begins or goes on.
   *
   * @param train what it learns from
   * @return what is told of its training
   */
  TrainingMonitor runStarted(int percent, long seed, Corpus train);

  /** A run is finished and scored. */
  void pointDone(CurvePoint point);
}
