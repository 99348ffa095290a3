package org.namespan.trainer.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.learningcurve.CurveMonitor;
import org.namespan.trainer.learningcurve.CurvePoint;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TrainingMonitor;

/** Shows on standard error how far a curve has come, a line for each finished run. */
final class CurveProgress implements CurveMonitor, AutoCloseable {

  private final PrintWriter err;
  private final InterruptNotice notice;
  private int epochs;

  CurveProgress(PrintWriter err) {
    this.err = err;
    this.notice = new InterruptNotice(() -> "stopped; give the same options to go on", err);
  }

  @Override
  public TrainingMonitor runStarted(int percent, long seed, Corpus train) {
    epochs = 0;
    return new TrainingMonitor() {
      @Override
      public void stepDone(int tokens, double loss) {
        notice.stepDone();
      }

      @Override
      public void epochDone(EpochReport report) {
        epochs++;
      }
    };
  }

  @Override
  public void pointDone(CurvePoint point) {
    err.printf(
        Locale.ROOT,
        "seed %d, %d %%: %,d sentences, %s, F1 %.4f%n",
        point.seed(),
        point.percent(),
        point.sentences(),
        epochs == 0 ? "trained before" : epochs + " epochs",
        point.result().overall().f1());
    err.flush();
  }

  @Override
  public void close() {
    notice.close();
  }
}
