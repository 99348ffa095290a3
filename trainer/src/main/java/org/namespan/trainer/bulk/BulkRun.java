package org.namespan.trainer.bulk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.record.BadRecord;
import org.namespan.trainer.record.BadRecordException;
import org.namespan.trainer.record.RawRecord;
import org.namespan.trainer.record.RecordFormat;
import org.namespan.trainer.record.RecordSource;
import org.namespan.trainer.record.TextRecord;

/**
 * One run over some records: a thread reads batches, others answer them, and the caller's writes
 * the answers in order. Batches and their bytes are the same with any number of threads.
 */
public final class BulkRun {

  /** As many as share batches of the network well; fewer of long ones. */
  static final int RECORDS_OF_BATCH = 512;

  private static final int BYTES_OF_BATCH = 1 << 18;

  private final RecordSource source;
  private final RecordFormat format;
  private final BulkTask task;
  private final @Nullable MapLines maps;
  private final BulkOutput output;
  private final Settings settings;

  /**
   * How a run is done.
   *
   * @param threads that answer, at least 1
   * @param eager whether a batch ends where no more records have come, so that whoever writes to a
   *     pipe is answered at once
   * @param recordsOfBatch at most
   */
  record Settings(int threads, boolean eager, int recordsOfBatch) {}

  /**
   * A run.
   *
   * @param format of the source
   * @param maps for each record of the source; null where the task needs none
   * @param threads that answer, at least 1
   * @param eager whether whoever writes to a pipe is answered at once
   */
  public BulkRun(
      RecordSource source,
      RecordFormat format,
      BulkTask task,
      @Nullable MapLines maps,
      BulkOutput output,
      int threads,
      boolean eager) {
    this(source, format, task, maps, output, new Settings(threads, eager, RECORDS_OF_BATCH));
  }

  BulkRun(
      RecordSource source,
      RecordFormat format,
      BulkTask task,
      @Nullable MapLines maps,
      BulkOutput output,
      Settings settings) {
    this.source = source;
    this.format = format;
    this.task = task;
    this.maps = maps;
    this.output = output;
    this.settings = settings;
  }

  /**
   * Answers all records and ends the output.
   *
   * @return how many, those of an earlier run that is resumed as well
   * @throws CancellationException if this thread is interrupted
   * @throws IOException if the source cannot be read or the output not be written; what is written
   *     can be gone on with
   */
  public Counts run(BulkMonitor monitor) throws IOException {
    if (!output.isWhole()) {
      answerAll(monitor);
    }
    output.end();
    return output.counts();
  }

  private void answerAll(BulkMonitor monitor) throws IOException {
    ExecutorService workers = Executors.newFixedThreadPool(settings.threads(), BulkRun::daemon);
    // One batch waits for each that is at work.
    BlockingQueue<Future<Optional<BatchAnswer>>> answers =
        new ArrayBlockingQueue<>(2 * settings.threads());
    Thread reader = daemon(() -> read(workers, answers));
    reader.start();
    try {
      for (Optional<BatchAnswer> answer = answers.take().get();
          answer.isPresent();
          answer = answers.take().get()) {
        output.write(answer.get(), monitor);
        monitor.batchDone(output.counts(), answer.get().consumed());
      }
    } catch (ExecutionException e) {
      throw failure(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted");
    } finally {
      workers.shutdownNow();
      reader.interrupt();
      awaitEnd(workers);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "namespan-bulk");
    thread.setDaemon(true);
    return thread;
  }

  private static IOException failure(@Nullable Throwable cause) {
    if (cause instanceof IOException io) {
      return io;
    }
    if (cause instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (cause instanceof Error error) {
      throw error;
    }
    throw new IllegalStateException(cause);
  }

  /** Nobody closes a tagger that is at work. */
  private static void awaitEnd(ExecutorService workers) {
    boolean interrupted = Thread.interrupted();
    boolean ended = false;
    while (!ended) {
      try {
        ended = workers.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** The work of the thread that reads; its own failure is the last answer. */
  private void read(ExecutorService workers, BlockingQueue<Future<Optional<BatchAnswer>>> answers) {
    try {
      try {
        if (maps != null) {
          maps.skip(source.start().records());
        }
        for (Batch batch = next(); batch != null; batch = next()) {
          Batch each = batch;
          answers.put(workers.submit(() -> Optional.of(answer(each))));
        }
        answers.put(CompletableFuture.completedFuture(Optional.empty()));
      } catch (IOException | RuntimeException | Error e) {
        answers.put(CompletableFuture.failedFuture(e));
      }
    } catch (InterruptedException e) {
      // The run has ended without the rest.
      Thread.currentThread().interrupt();
    }
  }

  /** Reads a batch; null at the end. */
  private @Nullable Batch next() throws IOException {
    List<RawRecord> records = new ArrayList<>();
    List<MapLines.MapText> lines = new ArrayList<>();
    long bytes = 0;
    boolean more = true;
    while (more) {
      RawRecord record = source.next();
      if (record == null) {
        break;
      }
      records.add(record);
      if (maps != null) {
        lines.add(maps.next());
      }
      bytes += record.bytes().length;
      more =
          records.size() < settings.recordsOfBatch()
              && bytes < BYTES_OF_BATCH
              && (!settings.eager() || source.ready());
    }
    String header = source.takeHeader().orElse("");
    if (records.isEmpty() && header.isEmpty()) {
      if (maps != null) {
        maps.requireEnd();
      }
      return null;
    }
    return new Batch(header, records, lines, source.position(), source.consumed());
  }

  private BatchAnswer answer(Batch batch) throws IOException {
    List<TextRecord> texts = new ArrayList<>(batch.records().size());
    List<MapLines.MapText> lines = new ArrayList<>(batch.maps().size());
    List<BadRecord> bad = new ArrayList<>();
    for (int i = 0; i < batch.records().size(); i++) {
      RawRecord record = batch.records().get(i);
      String fault = record.fault();
      if (fault == null) {
        try {
          texts.add(format.parse(record));
          if (maps != null) {
            lines.add(batch.maps().get(i));
          }
          continue;
        } catch (BadRecordException e) {
          fault = e.reason();
        }
      }
      bad.add(new BadRecord(record, fault));
    }
    AnswerLines answer = new AnswerLines(batch.header());
    task.answer(texts, lines, answer);
    return new BatchAnswer(
        output.packing().pack(answer.output()),
        output.mapPacking().pack(answer.maps()),
        bad,
        answer.counts(bad.size()),
        batch.end(),
        batch.consumed());
  }
}
