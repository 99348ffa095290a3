package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.namespan.EntityTagger;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;

/**
 * A predicted span that is scored, by its score and whether it is right as {@link Evaluation} has
 * it.
 *
 * @param score from 0 to 1
 * @param right whether a gold span has the same type, start and end
 */
public record ScoredPrediction(double score, boolean right) {

  /**
   * The spans that a model reports in a corpus, without those that {@link GoldCorpus} leaves out
   * and those whose type gold leaves open; in the order of the corpus.
   *
   * @throws CorpusException if the map of the taggers does not fit the model, or the corpus has an
   *     entity type that the model, mapped, does not know
   */
  public static List<ScoredPrediction> of(EntityTagger tagger, GoldCorpus gold)
      throws CorpusException {
    return of(SpanScores.of(tagger, gold), gold);
  }

  /**
   * The same of spans whose scores are known.
   *
   * @param spanScores of each sentence of {@code gold}
   */
  public static List<ScoredPrediction> of(SpanScores spanScores, GoldCorpus gold) {
    List<Map<Span, Double>> bySentence = spanScores.bySentence();
    List<ScoredPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < bySentence.size(); i++) {
      Map<Span, Double> found = bySentence.get(i);
      Sentence sentence = gold.corpus().sentences().get(i);
      predictions.addAll(of(sentence, List.copyOf(found.keySet()), List.copyOf(found.values())));
    }
    return predictions;
  }

  /** The same with the score that a calibration gives it. */
  public ScoredPrediction calibrated(ScoreCalibration calibration) {
    return new ScoredPrediction(calibration.score(score), right);
  }

  /**
   * The predictions of one sentence that are scored.
   *
   * @param spans in order, none overlapping
   * @param scores one for each span
   */
  static List<ScoredPrediction> of(Sentence gold, List<Span> spans, List<Double> scores) {
    OpenTypes open = OpenTypes.of(gold.openTypes(), gold.spans());
    Set<Span> settled = Set.copyOf(open.settled(gold.spans(), spans));
    Set<Span> scored = Set.copyOf(open.scored(spans));
    List<ScoredPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      if (scored.contains(spans.get(i))) {
        predictions.add(new ScoredPrediction(scores.get(i), settled.contains(spans.get(i))));
      }
    }
    return predictions;
  }
}
