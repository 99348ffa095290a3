package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.namespan.trainer.corpus.Corpus;

/**
 * Several taggers scored on one corpus, each on its tokens as they are, in lower and in upper case.
 * {@link ComparisonReport} writes the rows. Not thread-safe.
 */
public final class Comparison {

  private final Corpus corpus;
  private final SeenEntities training;
  private final List<Row> rows = new ArrayList<>();

  /**
   * One tagger in one case.
   *
   * @param model name of the tagger
   * @param casing case in which it was given the tokens
   * @param evaluation scores and speed
   * @param seen scores of seen and unseen entities; null without a training corpus
   */
  public record Row(String model, Casing casing, ModelEvaluation evaluation, SeenScores seen) {}

  /**
   * A comparison without taggers yet.
   *
   * @param corpus what to score on
   * @param training entities of the training corpus, or null to leave seen and unseen ones together
   */
  public Comparison(Corpus corpus, SeenEntities training) {
    this.corpus = corpus;
    this.training = training;
  }

  /** Scores a tagger in every case; each one adds a row. */
  public void add(String model, CorpusTagger tagger) {
    for (Casing casing : Casing.values()) {
      ModelEvaluation evaluation = ModelEvaluation.of(tagger, casing.apply(corpus));
      SeenScores seen = training == null ? null : training.score(corpus, evaluation.predicted());
      rows.add(new Row(model, casing, evaluation, seen));
    }
  }

  /** The corpus that is scored on. */
  public Corpus corpus() {
    return corpus;
  }

  /** The rows in the order of adding, for each tagger in the order of {@link Casing}. */
  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }
}
