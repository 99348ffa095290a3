package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.util.Span;
import org.namespan.examples.benchmarks.OpenNlpTagger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** OpenNLP's name finder on ready tokens, one sentence a call, as it has no other way. */
public class OpenNlpBenchmark {

  /** A loaded model, which serves one thread, and its sentences. */
  @State(Scope.Thread)
  public static class Loaded {

    /** Model file in OpenNLP's format. */
    @Param({})
    public String model;

    /** Corpus file. */
    @Param({})
    public String corpus;

    private OpenNlpTagger tagger;
    private List<String[]> sentences;

    /** Loads both. */
    @Setup
    public void load() throws IOException {
      tagger = OpenNlpTagger.load(Path.of(model));
      sentences =
          BenchmarkCorpus.read(Path.of(corpus)).sentences().stream()
              .map(tokens -> tokens.toArray(String[]::new))
              .toList();
    }
  }

  /** The tokens of one sentence. */
  @Benchmark
  public Span[] tokenSingle(Loaded loaded, Cursor cursor, TokenCount count) {
    String[] sentence = loaded.sentences.get(cursor.next(loaded.sentences.size()));
    count.add(sentence.length);
    return loaded.tagger.find(sentence);
  }
}
