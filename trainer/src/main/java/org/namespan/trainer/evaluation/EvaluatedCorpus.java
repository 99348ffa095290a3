package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;

/**
 * A corpus with what was predicted on it, and all that was computed of the two. {@link
 * EvaluationReport} writes it for a reader or for a program; errors and predictions are listed from
 * its sentences. Immutable.
 *
 * @param corpus name of the corpus
 * @param result the scores
 * @param droppedTypes types of the predictions, mapped, whose spans were left out, in alphabetical
 *     order
 * @param tokensPerSecond the measured speed; null where no model was run
 * @param sentences of the corpus, with gold and predicted spans
 * @param spanScores of the predicted spans, or {@link SpanScores#NONE}
 * @param seen scores of seen and unseen entities; null without a training corpus
 * @param detail what lies behind the scores; null where it was not computed
 * @param scores what the scores of spans are worth; null where it was not computed
 * @param target the min score of a wished precision; null where none was wished
 */
public record EvaluatedCorpus(
    String corpus,
    EvaluationResult result,
    SortedSet<String> droppedTypes,
    @Nullable Double tokensPerSecond,
    List<ComparedSentence> sentences,
    SpanScores spanScores,
    @Nullable SeenScores seen,
    @Nullable EvaluationDetail detail,
    @Nullable ScoreReport scores,
    @Nullable PrecisionTarget target) {

  private static final Scores NO_SPANS = new Scores(0, 0, 0);

  /** Copies the set and the list. */
  public EvaluatedCorpus {
    droppedTypes = Collections.unmodifiableSortedSet(new TreeSet<>(droppedTypes));
    sentences = List.copyOf(sentences);
  }

  /**
   * The predictions of a model.
   *
   * @param gold what it was scored on, its tokens as they were written
   * @param training entities of the training corpus, or null to leave seen and unseen ones together
   */
  public static EvaluatedCorpus of(
      ModelEvaluation evaluation, GoldCorpus gold, @Nullable SeenEntities training) {
    return of(
        evaluation.result(),
        evaluation.droppedTypes(),
        evaluation.tokensPerSecond(),
        evaluation.predicted(),
        gold,
        training);
  }

  /** The same of predictions that stand in a file. */
  public static EvaluatedCorpus of(
      FileEvaluation evaluation, GoldCorpus gold, @Nullable SeenEntities training) {
    return of(
        evaluation.result(),
        evaluation.droppedTypes(),
        null,
        evaluation.predicted(),
        gold,
        training);
  }

  private static EvaluatedCorpus of(
      EvaluationResult result,
      SortedSet<String> droppedTypes,
      @Nullable Double tokensPerSecond,
      List<List<Span>> predicted,
      GoldCorpus gold,
      @Nullable SeenEntities training) {
    return new EvaluatedCorpus(
        gold.corpus().name(),
        result,
        droppedTypes,
        tokensPerSecond,
        ComparedSentence.of(gold.corpus(), predicted),
        SpanScores.NONE,
        training == null ? null : training.score(gold.corpus(), predicted),
        null,
        null,
        null);
  }

  /** The same with the scores of the predicted spans. */
  public EvaluatedCorpus withSpanScores(SpanScores spanScores) {
    return new EvaluatedCorpus(
        corpus,
        result,
        droppedTypes,
        tokensPerSecond,
        sentences,
        spanScores,
        seen,
        detail,
        scores,
        target);
  }

  /** The same with these parts, each of which may be null to leave it out. */
  public EvaluatedCorpus withParts(
      @Nullable EvaluationDetail detail,
      @Nullable ScoreReport scores,
      @Nullable PrecisionTarget target) {
    return new EvaluatedCorpus(
        corpus,
        result,
        droppedTypes,
        tokensPerSecond,
        sentences,
        spanScores,
        seen,
        detail,
        scores,
        target);
  }

  /** All wrong entities in the order of the text. Computed at each call. */
  public List<SpanError> errors() {
    return SpanError.find(sentences, spanScores);
  }

  /**
   * The 95 % interval of the F1 of one type, by the bootstrap of {@link
   * EvaluationResult#f1Interval}. Computed at each call.
   *
   * @param type one of {@link EvaluationResult#perType}
   */
  public Interval f1Interval(String type) {
    List<Scores> bySentence = new ArrayList<>(sentences.size());
    for (ComparedSentence sentence : sentences) {
      List<Span> gold = ofType(type, sentence.gold());
      List<Span> predicted = ofType(type, sentence.predicted());
      bySentence.add(
          gold.isEmpty() && predicted.isEmpty() ? NO_SPANS : new SpanTally().add(gold, predicted));
    }
    return Bootstrap.f1(bySentence);
  }

  private static List<Span> ofType(String type, List<Span> spans) {
    return spans.stream().filter(span -> span.type().equals(type)).toList();
  }
}
