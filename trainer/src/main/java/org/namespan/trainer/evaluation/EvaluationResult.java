package org.namespan.trainer.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * What an {@link Evaluation} found.
 *
 * @param sentences sentences compared
 * @param tokens tokens scored: all but those whose predicted type gold leaves open there
 * @param unscored predicted spans that are not scored since gold leaves their type open
 * @param tokenAccuracy tokens whose predicted tag equals the gold tag, by tokens; 0 without tokens
 * @param overall {@code conlleval}-style scores over all spans (the micro average)
 * @param perType {@code conlleval}-style scores of each type that occurs, gold or predicted, sorted
 * @param strict scores over well-formed spans only (the micro average)
 * @param strictPerType scores of each type with a well-formed span, gold or predicted, sorted
 * @param confusion which types were taken for which
 * @param bySentence {@code conlleval}-style counts of each sentence, in the order of adding
 */
public record EvaluationResult(
    long sentences,
    long tokens,
    long unscored,
    double tokenAccuracy,
    Scores overall,
    Map<String, Scores> perType,
    Scores strict,
    Map<String, Scores> strictPerType,
    Confusion confusion,
    List<Scores> bySentence) {

  /** Copies the tables and the list, and sorts the tables. */
  public EvaluationResult {
    perType = Collections.unmodifiableMap(new TreeMap<>(perType));
    strictPerType = Collections.unmodifiableMap(new TreeMap<>(strictPerType));
    bySentence = List.copyOf(bySentence);
  }

  /**
   * The 95 % interval of the F1 of {@link #overall}, by a percentile bootstrap over sentences with
   * 1,000 draws and a fixed seed (Efron 1979). It tells how far the choice of test sentences may
   * have moved F1, not what another training run would give. Computed at each call.
   */
  public Interval f1Interval() {
    return Bootstrap.f1(bySentence);
  }

  /**
   * The 95 % interval of this F1 less that of {@code other} on the same sentences, by a paired
   * bootstrap: each draw of sentences is scored for both. An interval without 0 says that the test
   * sentences tell the two apart. Computed at each call.
   *
   * @throws IllegalArgumentException if the numbers of sentences differ
   */
  public Interval f1DifferenceInterval(EvaluationResult other) {
    return Bootstrap.f1Difference(bySentence, other.bySentence);
  }

  /**
   * The mean precision of the types in {@link #perType}, each weighing the same; 0 without types.
   */
  public double macroPrecision() {
    return mean(Scores::precision);
  }

  /** The mean recall of the types in {@link #perType}, each weighing the same; 0 without types. */
  public double macroRecall() {
    return mean(Scores::recall);
  }

  /**
   * The mean F1 of the types in {@link #perType}, each weighing the same; 0 without types. A type
   * that is predicted but never gold counts as 0, as in seqeval: with F1 of 2/3, 1 and 0 it is 5/9.
   */
  public double macroF1() {
    return mean(Scores::f1);
  }

  private double mean(ToDoubleFunction<Scores> score) {
    return perType.values().stream().mapToDouble(score).average().orElse(0);
  }
}
