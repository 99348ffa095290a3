package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.bulk.BulkMonitor;
import org.namespan.trainer.bulk.Counts;
import org.namespan.trainer.record.BadRecord;

/**
 * Shows on standard error how far a run over records has come: a bar on a terminal, a line every
 * ten seconds elsewhere where that is asked for. Tells of bad records, and of an end by Ctrl-C.
 */
final class BulkProgress implements BulkMonitor, AutoCloseable {

  private static final int BAD_TOLD = 10;
  private static final long NANOS_BETWEEN_LINES = TimeUnit.SECONDS.toNanos(10);
  private static final long MEGABYTE = 1_000_000;

  private final PrintWriter err;
  private final long size;
  private final boolean lines;
  private final @Nullable Path output;
  private final Counts before;
  private final @Nullable InterruptNotice notice;

  private @Nullable ProgressBar bar;
  private long start = System.nanoTime();
  private long lineShown = start;
  private long consumedBefore = -1;
  private long badTold;

  /**
   * @param size bytes of all files; -1 if nobody knows
   * @param asked whether to tell progress where nobody watches
   * @param output null for standard output
   * @param before what an earlier run has answered
   */
  BulkProgress(PrintWriter err, long size, boolean asked, @Nullable Path output, Counts before) {
    this.err = err;
    this.size = size;
    this.lines = asked && !Terminal.isError();
    this.output = output;
    this.before = before;
    this.notice =
        output == null
            ? null
            : new InterruptNotice(
                () -> "stopped; give the same options and --resume to go on", err);
  }

  @Override
  public void batchDone(Counts total, long consumed) {
    if (notice != null) {
      notice.stepDone();
    }
    if (consumedBefore < 0) {
      consumedBefore = consumed;
    }
    long now = System.nanoTime();
    double seconds = (now - start) / 1e9;
    double textsPerSecond = (total.answered() - before.answered()) / Math.max(seconds, 1e-3);
    if (Terminal.isError() && (output != null || !Terminal.isOutput())) {
      ProgressBar shown = bar(consumed);
      shown.stepTo(consumed);
      shown.setExtraMessage(String.format(Locale.ROOT, " %,.0f texts/s", textsPerSecond));
    } else if (lines && now - lineShown >= NANOS_BETWEEN_LINES) {
      lineShown = now;
      showLine(total, consumed, seconds, textsPerSecond);
    }
  }

  private ProgressBar bar(long consumed) {
    ProgressBar shown = bar;
    if (shown == null) {
      shown =
          new ProgressBarBuilder()
              .setInitialMax(size)
              .startsFrom(before.equals(Counts.NONE) ? 0 : consumed, Duration.ZERO)
              .setUnit(" MB", MEGABYTE)
              .showSpeed(new DecimalFormat("0.00"))
              .setStyle(ProgressBarStyle.ASCII)
              .setUpdateIntervalMillis(200)
              // Not the default: it asks jline, which then takes Ctrl-C from the JVM.
              .setConsumer(new ConsoleProgressBarConsumer(System.err, Terminal.columns()))
              .clearDisplayOnFinish()
              .build();
      bar = shown;
    }
    return shown;
  }

  private void showLine(Counts total, long consumed, double seconds, double textsPerSecond) {
    double bytesPerSecond = (consumed - consumedBefore) / Math.max(seconds, 1e-3);
    String left =
        size < 0
            ? ""
            : String.format(
                Locale.ROOT,
                "  %.1f %%  %,.0f s left",
                100.0 * consumed / size,
                (size - consumed) / Math.max(bytesPerSecond, 1));
    err.printf(
        Locale.ROOT,
        "%,d texts  %,.0f texts/s  %.2f MB/s%s%n",
        total.answered(),
        textsPerSecond,
        bytesPerSecond / MEGABYTE,
        left);
    err.flush();
  }

  @Override
  public void left(BadRecord bad) {
    badTold++;
    if (badTold <= BAD_TOLD) {
      removeBar();
      err.println("namespan: " + ControlCharacters.escape(bad.describe()));
      err.flush();
    }
  }

  /**
   * Tells what a run gave.
   *
   * @param bad file of bad records; null if there is none
   */
  void ended(Counts counts, @Nullable Path bad, double seconds) {
    removeBar();
    if (output != null) {
      err.printf(
          Locale.ROOT,
          "%s: %,d texts, %,d names, %.1f s, %,.0f texts/s%n",
          ControlCharacters.escape(output.toString()),
          counts.answered(),
          counts.found(),
          seconds,
          (counts.answered() - before.answered()) / Math.max(seconds, 1e-3));
    }
    if (counts.bad() > 0) {
      err.printf(
          Locale.ROOT,
          "namespan: %,d of %,d records are bad and left out; %s%n",
          counts.bad(),
          counts.bad() + counts.answered(),
          bad == null
              ? "--bad FILE takes them"
              : ControlCharacters.escape(bad.toString()) + " has them");
    }
    if (counts.unknown() > 0) {
      err.println(RestoreCommand.unknown(counts.unknown()));
    }
    err.flush();
  }

  private void removeBar() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  @Override
  public void close() throws IOException {
    removeBar();
    if (notice != null) {
      notice.close();
    }
  }
}
