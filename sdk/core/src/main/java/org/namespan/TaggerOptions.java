package org.namespan;

/**
 * How a tagger runs. The defaults suit nearly every use; change one with {@code
 * TaggerOptions.defaults().withBatchSize(64)}.
 *
 * @param windowTokens tokens of one sentence that the network sees at once, at least 16; a longer
 *     sentence is scored in overlapping windows and decoded as a whole. Default 256. Smaller saves
 *     memory on text without sentence ends.
 * @param batchSize sentences that {@link EntityTagger#tagAll} runs at once, at least 1. Default 32.
 * @param threads threads that one run may use inside ONNX Runtime, at least 1. Default 1: more make
 *     one sentence slower; to use more cores call one tagger from many threads.
 */
public record TaggerOptions(int windowTokens, int batchSize, int threads) {

  private static final TaggerOptions DEFAULTS = new TaggerOptions(256, 32, 1);

  /** Rejects values out of range with an {@link IllegalArgumentException}. */
  public TaggerOptions {
    requireAtLeast("windowTokens", windowTokens, 16);
    requireAtLeast("batchSize", batchSize, 1);
    requireAtLeast("threads", threads, 1);
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ", expected at least " + least);
    }
  }

  /** Windows of 256 tokens, batches of 32 sentences, 1 thread per run. */
  public static TaggerOptions defaults() {
    return DEFAULTS;
  }

  /** These options with another {@link #windowTokens}. */
  public TaggerOptions withWindowTokens(int windowTokens) {
    return new TaggerOptions(windowTokens, batchSize, threads);
  }

  /** These options with another {@link #batchSize}. */
  public TaggerOptions withBatchSize(int batchSize) {
    return new TaggerOptions(windowTokens, batchSize, threads);
  }

  /** These options with other {@link #threads}. */
  public TaggerOptions withThreads(int threads) {
    return new TaggerOptions(windowTokens, batchSize, threads);
  }
}
