package org.namespan.trainer.classifier.training;

import org.namespan.trainer.training.StepMonitor;

/** Hears how the training of a classifier goes, on the training thread. */
public interface ClassifierMonitor extends StepMonitor {

  /** A monitor that does nothing. */
  ClassifierMonitor SILENT = new ClassifierMonitor() {};

  /** An epoch is done and its checkpoint written. */
  default void epochDone(ClassifierEpoch report) {}
}
