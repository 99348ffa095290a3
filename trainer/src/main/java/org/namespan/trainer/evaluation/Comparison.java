package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Several taggers scored on one corpus, each on its tokens as they are, in lower and in upper case.
 * {@link ComparisonReport} writes the rows. Not thread-safe.
 */
public final class Comparison {

  /** The cases in which each tagger is scored, in the order of its rows. */
  static final List<Casing> CASES = List.of(Casing.KEEP, Casing.LOWER, Casing.UPPER);

  private final GoldCorpus gold;
  private final @Nullable SeenEntities training;
  private final List<Row> rows = new ArrayList<>();

  /**
   * One tagger in one case.
   *
   * @param model name of the tagger
   * @param casing case in which it was given the tokens
   * @param evaluation scores and speed
   * @param seen scores of seen and unseen entities; null without a training corpus
   */
  public record Row(
      String model, Casing casing, ModelEvaluation evaluation, @Nullable SeenScores seen) {}

  /**
   * A comparison without taggers yet.
   *
   * @param gold what to score on
   * @param training entities of the training corpus, or null to leave seen and unseen ones together
   */
  public Comparison(GoldCorpus gold, @Nullable SeenEntities training) {
    this.gold = gold;
    this.training = training;
  }

  /**
   * Scores a model in every case; each one adds a row.
   *
   * @throws CorpusException if the maps do not fit the model, or the corpus has an entity type that
   *     the model, mapped, does not know
   */
  public void add(String model, EntityTagger tagger) throws CorpusException {
    add(model, tagger.info().types(), CorpusTagger.of(tagger));
  }

  /**
   * Scores a tagger of any kind in the same way.
   *
   * @param types the types that it predicts
   * @throws CorpusException as for a model
   */
  public void add(String model, Set<String> types, CorpusTagger tagger) throws CorpusException {
    for (Casing casing : CASES) {
      ModelEvaluation evaluation = ModelEvaluation.of(tagger, types, model, gold.in(casing));
      SeenScores seen =
          training == null ? null : training.score(gold.corpus(), evaluation.predicted());
      rows.add(new Row(model, casing, evaluation, seen));
    }
  }

  /** The corpus that is scored on, its types mapped. */
  public Corpus corpus() {
    return gold.corpus();
  }

  /** The rows in the order of adding, for each tagger as it is, lower, upper. */
  public List<Row> rows() {
    return Collections.unmodifiableList(rows);
  }
}
