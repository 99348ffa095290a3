package org.namespan.examples.benchmarks.speed;

import java.util.Locale;

/** One kind of figure that is measured of a tagger: its name, its unit and how it is written. */
enum Figure {
  /** F1 of spans on the corpus, as conlleval counts them. */
  SPAN_F1("span F1", "%.3f"),
  /** Size of the model file in MB of 10^6 bytes. */
  FILE("file, MB", "%.1f"),
  /** Tokens per second from raw text, many documents in a call. */
  RAW_BATCHES("raw text, batches", "%,.0f"),
  /** Tokens per second from raw text, one sentence in a call. */
  RAW_SINGLE("raw text, one by one", "%,.0f"),
  /** Tokens per second from ready tokens or tensors, in batches. */
  TOKEN_BATCHES("ready tokens, batches", "%,.0f"),
  /** Tokens per second from ready tokens or tensors, one sentence in a call. */
  TOKEN_SINGLE("ready tokens, one by one", "%,.0f"),
  /** {@link #RAW_BATCHES} of two threads together. */
  RAW_BATCHES_OF_TWO("raw text, batches, 2 threads", "%,.0f"),
  /** {@link #TOKEN_BATCHES} of two threads together. */
  TOKEN_BATCHES_OF_TWO("ready tokens, batches, 2 threads", "%,.0f"),
  /** Median time of a sentence of raw text in microseconds. */
  RAW_P50("raw text, p50, µs", "%,.0f"),
  /** 99th percentile of the same. */
  RAW_P99("raw text, p99, µs", "%,.0f"),
  /** Median time of a sentence of ready tokens or tensors in microseconds. */
  TOKEN_P50("ready tokens, p50, µs", "%,.0f"),
  /** 99th percentile of the same. */
  TOKEN_P99("ready tokens, p99, µs", "%,.0f"),
  /** Milliseconds to load the model in a fresh JVM: from a path, the bare session from memory. */
  LOAD("load, ms", "%,.0f"),
  /** Milliseconds to load the model from a stream in a fresh JVM. */
  STREAM_LOAD("load from a stream, ms", "%,.0f"),
  /** Milliseconds to load the bundled model out of its jar in a fresh JVM. */
  BUNDLED_LOAD("load out of the jar, ms", "%,.0f"),
  /** Bytes of Java heap allocated per token from raw text, in batches. */
  RAW_ALLOCATION("raw text, B/token", "%,.0f"),
  /** Bytes of Java heap allocated per token from ready tokens, in batches. */
  TOKEN_ALLOCATION("ready tokens, B/token", "%,.0f"),
  /** Largest resident memory of the process in MB of 10^6 bytes. */
  PEAK_MEMORY("peak memory, MB", "%,.0f"),
  /** Tokens that the tagger makes of the raw text, per token of the corpus. */
  OWN_TOKENS("own tokens per token", "%.3f");

  private final String title;
  private final String format;

  Figure(String title, String format) {
    this.title = title;
    this.format = format;
  }

  /** Name and unit, as the heading of a column. */
  String title() {
    return title;
  }

  /** The value as text, the same in every locale. */
  String format(double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
