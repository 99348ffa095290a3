package org.namespan.trainer.training;

import java.util.List;
import org.namespan.trainer.vectors.Coverage;

/** Hears how the training of a tagger goes, on the training thread. */
public interface TrainingMonitor extends StepMonitor {

  /** A monitor that does nothing. */
  TrainingMonitor SILENT = new TrainingMonitor() {};

  /** An epoch is done and its checkpoint written. */
  default void epochDone(EpochReport report) {}

  /** A monitor that tells several, in their order. */
  static TrainingMonitor of(TrainingMonitor... monitors) {
    List<TrainingMonitor> all = List.of(monitors);
    return new TrainingMonitor() {
      @Override
      public void vectorsFitted(Coverage coverage) {
        all.forEach(monitor -> monitor.vectorsFitted(coverage));
      }

      @Override
      public void epochStarted(int epoch, int epochs, int batches) {
        all.forEach(monitor -> monitor.epochStarted(epoch, epochs, batches));
      }

      @Override
      public void stepDone(int tokens, double loss) {
        all.forEach(monitor -> monitor.stepDone(tokens, loss));
      }

      @Override
      public void epochDone(EpochReport report) {
        all.forEach(monitor -> monitor.epochDone(report));
      }
    };
  }
}
