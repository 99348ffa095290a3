package org.namespan.classification;

import java.util.Objects;
import org.namespan.Layout;

/**
 * How a classifier runs. The defaults suit nearly every use; change one with {@code
 * ClassifierOptions.defaults().withThreads(4)}.
 *
 * <pre>{@code
 * ClassifierOptions.defaults().withThreads(4).batchSize(); // 16
 * }</pre>
 *
 * @param windowTokens tokens of one text that the network sees at once, at least 16; a longer text
 *     is scored in windows that overlap by half, and has the mean of their scores, each weighed by
 *     its tokens. Default 256.
 * @param batchSize texts that {@link TextClassifier#classifyAll} runs at once, at least 1, and
 *     fewer of long ones. Default 16.
 * @param threads threads over which {@link TextClassifier#classifyAll} spreads the work of a call,
 *     at least 1: the caller's own, and others that the classifier makes and ends. Default 1.
 * @param layout what the line breaks of a text mean. Default {@link Layout#AUTO}: told from the
 *     lines.
 * @param verifyDigest whether a model file that says its SHA-256 is loaded only if its bytes have
 *     it. Default true. False saves some milliseconds where every start counts and the file is
 *     known to be whole, in an app that was installed as one, for example.
 */
public record ClassifierOptions(
    int windowTokens, int batchSize, int threads, Layout layout, boolean verifyDigest) {

  private static final ClassifierOptions DEFAULTS =
      new ClassifierOptions(256, 16, 1, Layout.AUTO, true);

  /** Rejects values out of range with an {@link IllegalArgumentException}. */
  public ClassifierOptions {
    requireAtLeast("windowTokens", windowTokens, 16);
    requireAtLeast("batchSize", batchSize, 1);
    requireAtLeast("threads", threads, 1);
    Objects.requireNonNull(layout, "layout");
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ", expected at least " + least);
    }
  }

  /** Windows of 256 tokens, batches of 16 texts, 1 thread, any layout, files verified. */
  public static ClassifierOptions defaults() {
    return DEFAULTS;
  }

  /** These options with another {@link #windowTokens}. */
  public ClassifierOptions withWindowTokens(int windowTokens) {
    return new ClassifierOptions(windowTokens, batchSize, threads, layout, verifyDigest);
  }

  /** These options with another {@link #batchSize}. */
  public ClassifierOptions withBatchSize(int batchSize) {
    return new ClassifierOptions(windowTokens, batchSize, threads, layout, verifyDigest);
  }

  /** These options with other {@link #threads}. */
  public ClassifierOptions withThreads(int threads) {
    return new ClassifierOptions(windowTokens, batchSize, threads, layout, verifyDigest);
  }

  /** These options with another {@link #layout}. */
  public ClassifierOptions withLayout(Layout layout) {
    return new ClassifierOptions(windowTokens, batchSize, threads, layout, verifyDigest);
  }

  /** These options with another {@link #verifyDigest}. */
  public ClassifierOptions withVerifyDigest(boolean verifyDigest) {
    return new ClassifierOptions(windowTokens, batchSize, threads, layout, verifyDigest);
  }
}
