package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.classifier.training.ClassDevScores;
import org.namespan.trainer.classifier.training.ClassifierEpoch;
import org.namespan.trainer.classifier.training.ClassifierMonitor;
import org.namespan.trainer.training.DevScores;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.vectors.Coverage;

/** Shows training on standard error: a bar on a terminal, and one line per epoch everywhere. */
final class ConsoleMonitor implements TrainingMonitor, ClassifierMonitor, AutoCloseable {

  private final PrintWriter err;
  private final InterruptNotice notice;
  private int epochs;

  /** Null between epochs, and where standard error is no terminal. */
  private @Nullable ProgressBar bar;

  /**
   * @param checkpoint of the run
   */
  ConsoleMonitor(Path checkpoint, PrintWriter err) {
    this.err = err;
    this.notice =
        new InterruptNotice(
            () ->
                Files.exists(checkpoint)
                    ? "stopped; give the same options and --resume to go on"
                    : "stopped before the first epoch was done",
            err);
  }

  @Override
  public void vectorsFitted(Coverage coverage) {
    err.println(coverage.text());
    err.flush();
  }

  @Override
  public void epochStarted(int epoch, int epochs, int batches) {
    this.epochs = epochs;
    if (Terminal.isError()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("epoch " + epoch + "/" + epochs)
              .setInitialMax(batches)
              .setUnit(" batches", 1)
              .showSpeed()
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              // Not the default: it asks jline, which then takes Ctrl-C from the JVM.
              .setConsumer(new ConsoleProgressBarConsumer(System.err, Terminal.columns()))
              .clearDisplayOnFinish()
              .build();
    }
  }

  @Override
  public void stepDone(int tokens, double loss) {
    notice.stepDone();
    if (bar != null) {
      bar.setExtraMessage(String.format(Locale.ROOT, " loss %.3f", loss));
      bar.step();
    }
  }

  @Override
  public void epochDone(EpochReport report) {
    removeBar();
    err.printf(
        Locale.ROOT,
        "epoch %d/%d  loss %.4f%s  %.1f s  %,.0f tokens/s%n",
        report.epoch(),
        epochs,
        report.loss(),
        report.dev() == null ? "" : scores(report.dev(), report.best()),
        report.seconds(),
        report.tokensPerSecond());
    err.flush();
  }

  @Override
  public void epochDone(ClassifierEpoch report) {
    removeBar();
    err.printf(
        Locale.ROOT,
        "epoch %d/%d  loss %.4f%s  %.1f s  %,.0f tokens/s%n",
        report.epoch(),
        epochs,
        report.loss(),
        report.dev() == null ? "" : scores(report.dev(), report.best()),
        report.seconds(),
        report.tokensPerSecond());
    err.flush();
  }

  private static String scores(ClassDevScores dev, boolean best) {
    return String.format(
        Locale.ROOT,
        "  dev accuracy %.4f  macro F1 %.4f  micro F1 %.4f%s",
        dev.accuracy(),
        dev.macroF1(),
        dev.microF1(),
        best ? " best" : "     ");
  }

  private static String scores(DevScores dev, boolean best) {
    return String.format(
        Locale.ROOT,
        "  dev accuracy %.4f  precision %.4f  recall %.4f  F1 %.4f%s",
        dev.tokenAccuracy(),
        dev.precision(),
        dev.recall(),
        dev.f1(),
        best ? " best" : "     ");
  }

  /** Tells, of the page of the run, why it could not be written. */
  void pageUnwritten(IOException reason) {
    err.println("namespan: " + ControlCharacters.escape(String.valueOf(reason.getMessage())));
    err.flush();
  }

  /** Takes the bar down, also when training failed. */
  @Override
  public void close() {
    removeBar();
    notice.close();
  }

  private void removeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
