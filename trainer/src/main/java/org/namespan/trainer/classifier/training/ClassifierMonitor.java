package org.namespan.trainer.classifier.training;

import org.namespan.trainer.training.StepMonitor;
import org.namespan.trainer.vectors.Coverage;

/** Hears how the training of a classifier goes, on the training thread. */
public interface ClassifierMonitor extends StepMonitor {

  /** A monitor that does nothing. */
  ClassifierMonitor SILENT = new ClassifierMonitor() {};

  /** An epoch is done and its checkpoint written. */
  default void epochDone(ClassifierEpoch report) {}

  /** A monitor that tells two, in their order. */
  static ClassifierMonitor of(ClassifierMonitor first, ClassifierMonitor second) {
    return new ClassifierMonitor() {
      @Override
      public void vectorsFitted(Coverage coverage) {
        first.vectorsFitted(coverage);
        second.vectorsFitted(coverage);
      }

      @Override
      public void epochStarted(int epoch, int epochs, int batches) {
        first.epochStarted(epoch, epochs, batches);
        second.epochStarted(epoch, epochs, batches);
      }

      @Override
      public void stepDone(int tokens, double loss) {
        first.stepDone(tokens, loss);
        second.stepDone(tokens, loss);
      }

      @Override
      public void epochDone(ClassifierEpoch report) {
        first.epochDone(report);
        second.epochDone(report);
      }
    };
  }
}
