package org.namespan.trainer.vectors;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What vectors bring to a vocabulary.
 *
 * @param words different word forms of the training data
 * @param wordsWithVector those of them that have a vector
 * @param tokens tokens of the training data
 * @param tokensWithVector those of them whose form has a vector
 * @param devTokens tokens of the dev set; 0 if there is none
 * @param devKnownBefore those of them in the vocabulary of the training data
 * @param devKnownAfter those of them in the vocabulary that the vectors' words have joined
 */
public record Coverage(
    int words,
    int wordsWithVector,
    long tokens,
    long tokensWithVector,
    long devTokens,
    long devKnownBefore,
    long devKnownAfter) {

  /**
   * Counts.
   *
   * @param vectors by word form
   * @param training how often each form occurs in the training data
   * @param dev how often each form occurs in the dev set
   * @param before vocabulary of the training data
   * @param after vocabulary as {@link WordVectors#grow} made it
   */
  public static Coverage of(
      WordVectors vectors,
      Map<String, Integer> training,
      Map<String, Integer> dev,
      List<String> before,
      List<String> after) {
    int wordsWithVector = (int) training.keySet().stream().filter(vectors::contains).count();
    return new Coverage(
        training.size(),
        wordsWithVector,
        sum(training, training.keySet()),
        sum(training, new HashSet<>(vectors.words())),
        sum(dev, dev.keySet()),
        sum(dev, new HashSet<>(before)),
        sum(dev, new HashSet<>(after)));
  }

  private static long sum(Map<String, Integer> counts, Set<String> forms) {
    return counts.entrySet().stream()
        .filter(entry -> forms.contains(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Share of the training tokens whose form has a vector, 0 to 1; 0 of no tokens. */
  public double tokenShare() {
    return share(tokensWithVector, tokens);
  }

  /** Share of the dev tokens in the vocabulary of the training data, 0 to 1; 0 of no tokens. */
  public double devShareBefore() {
    return share(devKnownBefore, devTokens);
  }

  /** Share of the dev tokens in the grown vocabulary, 0 to 1; 0 of no tokens. */
  public double devShareAfter() {
    return share(devKnownAfter, devTokens);
  }

  private static double share(long part, long all) {
    return all == 0 ? 0 : (double) part / all;
  }

  /**
   * One line for people: {@code vectors: 12,345 of 13,579 words (98.1 % of tokens); dev tokens in
   * the vocabulary 94.2 % -> 97.9 %}. Ends before the semicolon if there are no dev tokens.
   */
  public String text() {
    String training =
        String.format(
            Locale.ROOT,
            "vectors: %,d of %,d words (%.1f %% of tokens)",
            wordsWithVector,
            words,
            100 * tokenShare());
    if (devTokens == 0) {
      return training;
    }
    return training
        + String.format(
            Locale.ROOT,
            "; dev tokens in the vocabulary %.1f %% -> %.1f %%",
            100 * devShareBefore(),
            100 * devShareAfter());
  }
}
