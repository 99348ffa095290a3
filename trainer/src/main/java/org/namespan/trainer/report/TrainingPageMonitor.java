package org.namespan.trainer.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.classifier.training.ClassifierEpoch;
import org.namespan.trainer.classifier.training.ClassifierMonitor;
import org.namespan.trainer.classifier.training.ClassifierSources;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TrainingLog;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.training.TrainingSources;

/**
 * Keeps {@code training.html} in the folder of a run up to date with its log, epoch by epoch. A
 * page that cannot be written ends no training.
 */
public final class TrainingPageMonitor
    implements TrainingMonitor, ClassifierMonitor, AutoCloseable {

  private final TrainingSubject subject;
  private final Path folder;
  private final Consumer<IOException> unwritten;
  private boolean finished;

  /** Of {@link System#nanoTime}, when the first epoch of this process started. */
  private long start;

  /** Epochs of this process that are done; null before the first one starts. */
  private @Nullable Integer done;

  /**
   * A monitor of one run of a tagger.
   *
   * @param folder of the run
   * @param unwritten is told each time that the page could not be written
   */
  public TrainingPageMonitor(
      TrainingConfig config,
      TrainingSources sources,
      Path folder,
      Consumer<IOException> unwritten) {
    this(TrainingSubject.of(config, sources), folder, unwritten);
  }

  /**
   * A monitor of one run of a classifier.
   *
   * @param folder of the run
   * @param unwritten is told each time that the page could not be written
   */
  public TrainingPageMonitor(
      ClassifierConfig config,
      ClassifierSources sources,
      Path folder,
      Consumer<IOException> unwritten) {
    this(TrainingSubject.of(config, sources), folder, unwritten);
  }

  private TrainingPageMonitor(
      TrainingSubject subject, Path folder, Consumer<IOException> unwritten) {
    this.subject = subject;
    this.folder = folder;
    this.unwritten = unwritten;
  }

  @Override
  public void epochStarted(int epoch, int epochs, int batches) {
    if (done == null) {
      done = 0;
      start = System.nanoTime();
      write(TrainingPage.State.RUNNING);
    }
  }

  @Override
  public void epochDone(EpochReport report) {
    epochDone();
  }

  @Override
  public void epochDone(ClassifierEpoch report) {
    epochDone();
  }

  private void epochDone() {
    done = done == null ? 1 : done + 1;
    write(TrainingPage.State.RUNNING);
  }

  /** Says that no more epochs are coming. */
  public void finish() {
    finished = true;
    write(TrainingPage.State.DONE);
  }

  /** Says that training ended before its last epoch, if it did. */
  @Override
  public void close() {
    if (!finished && done != null) {
      write(TrainingPage.State.STOPPED);
    }
  }

  private void write(TrainingPage.State state) {
    try {
      TrainingPage page =
          new TrainingPage(
              folder.toAbsolutePath().normalize().getFileName() + "",
              subject,
              TrainingLog.read(folder, subject.epochs()),
              state,
              state == TrainingPage.State.RUNNING ? timing() : null);
      page.write(folder.resolve(TrainingPage.FILE_NAME));
    } catch (IOException e) {
      unwritten.accept(e);
    }
  }

  private TrainingPage.@Nullable Timing timing() {
    if (done == null || done == 0) {
      return null;
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return new TrainingPage.Timing(System.currentTimeMillis(), seconds / done);
  }
}
