package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.namespan.Entity;
import org.namespan.EntityTagger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A NameSpan model by its public methods, with the default options; all threads share a tagger. */
public class NameSpanBenchmark {

  /** A loaded model and what it tags. */
  @State(Scope.Benchmark)
  public static class Loaded {

    /** Model file. */
    @Param({})
    public String model;

    /** Corpus file. */
    @Param({})
    public String corpus;

    private EntityTagger tagger;
    private BenchmarkCorpus data;

    /** Loads both. */
    @Setup
    public void load() throws IOException {
      data = BenchmarkCorpus.read(Path.of(corpus));
      tagger = EntityTagger.load(Path.of(model));
    }

    /** Closes the tagger. */
    @TearDown
    public void close() {
      tagger.close();
    }
  }

  /** Documents of raw text in one call. */
  @Benchmark
  public List<List<Entity>> rawBatches(Loaded loaded, Cursor cursor, TokenCount count) {
    List<BenchmarkCorpus.Call> calls = loaded.data.calls();
    BenchmarkCorpus.Call call = calls.get(cursor.next(calls.size()));
    count.add(call.tokens());
    return loaded.tagger.tagAll(call.documents());
  }

  /** One sentence of raw text. */
  @Benchmark
  public List<Entity> rawSingle(Loaded loaded, Cursor cursor, TokenCount count) {
    int sentence = cursor.next(loaded.data.texts().size());
    count.add(loaded.data.sentences().get(sentence).size());
    return loaded.tagger.tag(loaded.data.texts().get(sentence));
  }

  /** The tokens of many sentences in one call. */
  @Benchmark
  public List<List<String>> tokenBatches(Loaded loaded, Cursor cursor, TokenCount count) {
    List<BenchmarkCorpus.Call> calls = loaded.data.calls();
    BenchmarkCorpus.Call call = calls.get(cursor.next(calls.size()));
    count.add(call.tokens());
    return loaded.tagger.tagAllTokens(call.sentences());
  }

  /** The tokens of one sentence. */
  @Benchmark
  public List<String> tokenSingle(Loaded loaded, Cursor cursor, TokenCount count) {
    List<List<String>> sentences = loaded.data.sentences();
    List<String> sentence = sentences.get(cursor.next(sentences.size()));
    count.add(sentence.size());
    return loaded.tagger.tagTokens(sentence);
  }
}
