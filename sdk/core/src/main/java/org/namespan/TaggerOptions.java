package org.namespan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a tagger runs. The defaults suit nearly every use; change one with {@code
 * TaggerOptions.defaults().withBatchSize(64)}.
 *
 * <pre>{@code
 * TaggerOptions options = TaggerOptions.defaults().withTypes(Set.of("geo")).withMinScore(0.7);
 * try (EntityTagger places = EntityTagger.english(options)) {
 *   places.tag("Barack Obama flew to Thailand in December.").size(); // 1
 * }
 * }</pre>
 *
 * @param windowTokens tokens of one sentence that the network sees at once, at least 16; a longer
 *     sentence is scored in overlapping windows and decoded as a whole. Default 256. Smaller saves
 *     memory on text without sentence ends.
 * @param batchSize sentences that {@link EntityTagger#tagAll} runs at once, at least 1, and fewer
 *     of long ones. Default 16: more are no faster, and take memory in proportion.
 * @param threads threads over which {@link EntityTagger#tagAll} and {@link
 *     EntityTagger#tagAllTokens} spread the work of a call, at least 1: the caller's own, and
 *     others that the tagger makes and ends. Default 1. One tagger may be called by any number of
 *     threads besides.
 * @param minScore the {@link Entity#score} above which entities of the model are reported, from 0
 *     to less than 1: larger for fewer but surer entities, smaller for more. It is compared with
 *     scores as they are reported, those of a calibrated model too. Which precision and recall each
 *     value has on a corpus is told by {@code namespan evaluate --scores}. 0 reports the entities
 *     of the best tag path whatever they score. Default: empty, for the model's own, {@link
 *     ModelInfo#minScore}. What recognizers find is reported whatever it scores.
 * @param types types of the model whose entities are reported, each one of {@link ModelInfo#types},
 *     or of a recognizer that tells its types; the others are left out before recognizers after the
 *     model fill gaps, and what recognizers find is reported whatever its type. Default: empty, for
 *     all.
 * @param recognizers finders of entities beside the model, in the order of their precedence.
 *     Default: none.
 * @param layout what the line breaks of raw text mean. Default {@link Layout#AUTO}: told from the
 *     lines. Name one where it is known: {@link Layout#LINES} for a list of names, say.
 * @param verifyDigest whether a model file that says its SHA-256 is loaded only if its bytes have
 *     it. Default true. False saves some milliseconds where every start counts and the file is
 *     known to be whole, in an app that was installed as one, for example.
 */
public record TaggerOptions(
    int windowTokens,
    int batchSize,
    int threads,
    OptionalDouble minScore,
    Set<String> types,
    List<Recognizer> recognizers,
    Layout layout,
    boolean verifyDigest) {

  private static final TaggerOptions DEFAULTS =
      new TaggerOptions(
          256, 16, 1, OptionalDouble.empty(), Collections.emptySet(), Collections.emptyList());

  /** Options for text of any layout and files that are verified. */
  public TaggerOptions(
      int windowTokens,
      int batchSize,
      int threads,
      OptionalDouble minScore,
      Set<String> types,
      List<Recognizer> recognizers) {
    this(windowTokens, batchSize, threads, minScore, types, recognizers, Layout.AUTO, true);
  }

  /**
   * Rejects values out of range with an {@link IllegalArgumentException}; copies both collections.
   */
  public TaggerOptions {
    Objects.requireNonNull(layout, "layout");
    types = Collections.unmodifiableSet(new TreeSet<>(types));
    recognizers = Collections.unmodifiableList(new ArrayList<>(recognizers));
    requireAtLeast("windowTokens", windowTokens, 16);
    requireAtLeast("batchSize", batchSize, 1);
    requireAtLeast("threads", threads, 1);
    double score = minScore.orElse(0);
    if (!(score >= 0 && score < 1)) {
      throw new IllegalArgumentException(
          "minScore is " + score + ", expected 0 or more and less than 1");
    }
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ", expected at least " + least);
    }
  }

  /**
   * Windows of 256 tokens, batches of 16 sentences, 1 thread, the model's minScore, all types,
   * nothing beside, any layout, files verified.
   */
  public static TaggerOptions defaults() {
    return DEFAULTS;
  }

  /** These options with another {@link #windowTokens}. */
  public TaggerOptions withWindowTokens(int windowTokens) {
    return new TaggerOptions(
        windowTokens, batchSize, threads, minScore, types, recognizers, layout, verifyDigest);
  }

  /** These options with another {@link #batchSize}. */
  public TaggerOptions withBatchSize(int batchSize) {
    return new TaggerOptions(
        windowTokens, batchSize, threads, minScore, types, recognizers, layout, verifyDigest);
  }

  /** These options with other {@link #threads}. */
  public TaggerOptions withThreads(int threads) {
    return new TaggerOptions(
        windowTokens, batchSize, threads, minScore, types, recognizers, layout, verifyDigest);
  }

  /** These options with another {@link #minScore}. */
  public TaggerOptions withMinScore(double minScore) {
    return new TaggerOptions(
        windowTokens,
        batchSize,
        threads,
        OptionalDouble.of(minScore),
        types,
        recognizers,
        layout,
        verifyDigest);
  }

  /** These options with other {@link #types}. */
  public TaggerOptions withTypes(Set<String> types) {
    return new TaggerOptions(
        windowTokens, batchSize, threads, minScore, types, recognizers, layout, verifyDigest);
  }

  /** These options with a recognizer more, after those of its side that there are. */
  public TaggerOptions withRecognizer(Recognizer recognizer) {
    List<Recognizer> more = new ArrayList<>(recognizers);
    more.add(recognizer);
    return new TaggerOptions(
        windowTokens, batchSize, threads, minScore, types, more, layout, verifyDigest);
  }

  /** These options with another {@link #layout}. */
  public TaggerOptions withLayout(Layout layout) {
    return new TaggerOptions(
        windowTokens, batchSize, threads, minScore, types, recognizers, layout, verifyDigest);
  }

  /** These options with another {@link #verifyDigest}. */
  public TaggerOptions withVerifyDigest(boolean verifyDigest) {
    return new TaggerOptions(
        windowTokens, batchSize, threads, minScore, types, recognizers, layout, verifyDigest);
  }
}
