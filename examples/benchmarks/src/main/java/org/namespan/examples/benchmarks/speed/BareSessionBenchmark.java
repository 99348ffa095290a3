package org.namespan.examples.benchmarks.speed;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import org.namespan.TaggerOptions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The floor under a model: its graph in ONNX Runtime on tensors that are ready, the output not
 * copied; all threads share a session.
 */
public class BareSessionBenchmark {

  /** An open session and the tensors of a corpus. */
  @State(Scope.Benchmark)
  public static class Loaded {

    /** Model file. */
    @Param({})
    public String model;

    /** Corpus file. */
    @Param({})
    public String corpus;

    private BareSession session;
    private TensorBatches batches;
    private TensorBatches sentences;

    /** Opens the session and makes the tensors. */
    @Setup
    public void load() throws IOException, OrtException {
      BenchmarkCorpus data = BenchmarkCorpus.read(Path.of(corpus));
      session = BareSession.open(BareSession.read(Path.of(model)));
      batches =
          new TensorBatches(
              session.features(),
              data.sentences(),
              TaggerOptions.defaults().batchSize(),
              BenchmarkCorpus.SENTENCES_PER_CALL);
      sentences = new TensorBatches(session.features(), data.sentences(), 1, 1);
    }

    /** Closes all of it. */
    @TearDown
    public void close() throws OrtException {
      batches.close();
      sentences.close();
      session.close();
    }

    private void run(TensorBatches tensors, Cursor cursor, TokenCount count) throws OrtException {
      TensorBatches.PaddedBatch batch =
          tensors.batches().get(cursor.next(tensors.batches().size()));
      count.add(batch.tokens());
      session.run(batch.inputs()).close();
    }
  }

  /** One batch of sentences of like length. */
  @Benchmark
  public void tensorBatches(Loaded loaded, Cursor cursor, TokenCount count) throws OrtException {
    loaded.run(loaded.batches, cursor, count);
  }

  /** One sentence. */
  @Benchmark
  public void tensorSingle(Loaded loaded, Cursor cursor, TokenCount count) throws OrtException {
    loaded.run(loaded.sentences, cursor, count);
  }
}
