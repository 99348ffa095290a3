package org.namespan.trainer.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.namespan.EntityTagger;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;

/**
 * A model file scored on a corpus, as users run it: through the SDK, from ready tokens.
 *
 * @param result the scores
 * @param droppedTypes types of the model, mapped, whose spans were left out, in alphabetical order
 * @param tokensPerSecond from tokens to tags, batched, after a warm-up
 * @param predicted the spans of each sentence of the corpus, mapped, without those of dropped types
 */
public record ModelEvaluation(
    EvaluationResult result,
    SortedSet<String> droppedTypes,
    double tokensPerSecond,
    List<List<Span>> predicted) {

  private static final int WARM_UP_SENTENCES = 1000;

  /** Copies the set and the list. */
  public ModelEvaluation {
    droppedTypes = Collections.unmodifiableSortedSet(new TreeSet<>(droppedTypes));
    predicted = List.copyOf(predicted);
  }

  /**
   * Scores a model on a corpus that is annotated with all of its types.
   *
   * @throws CorpusException if the corpus has an entity type that the model does not know
   */
  public static ModelEvaluation of(EntityTagger tagger, Corpus corpus) throws CorpusException {
    return of(tagger, new GoldCorpus(corpus));
  }

  /**
   * Scores a model on a corpus whose types may differ.
   *
   * @throws CorpusException if the map of the taggers does not fit the model, or the corpus has an
   *     entity type that the model, mapped, does not know
   */
  public static ModelEvaluation of(EntityTagger tagger, GoldCorpus gold) throws CorpusException {
    return of(CorpusTagger.of(tagger), tagger.info().types(), "the model", gold);
  }

  /**
   * Scores a tagger of any kind in the same way.
   *
   * @param types the types that it predicts
   * @param name what it is called where its types do not fit
   * @throws CorpusException as for a model
   */
  public static ModelEvaluation of(
      CorpusTagger tagger, Set<String> types, String name, GoldCorpus gold) throws CorpusException {
    PredictedTypes predictedTypes = gold.predictedTypes(types, name);
    Corpus corpus = gold.corpus();
    List<List<String>> sentences = corpus.tokens();
    tagger.tag(sentences.subList(0, Math.min(WARM_UP_SENTENCES, sentences.size())));
    long start = System.nanoTime();
    List<List<Span>> found = tagger.tag(sentences);
    double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
    List<List<Span>> predicted = found.stream().map(predictedTypes::apply).toList();
    return new ModelEvaluation(
        evaluate(corpus, predicted),
        predictedTypes.dropped(),
        corpus.tokenCount() / seconds,
        predicted);
  }

  /**
   * The span scores of a tagger alone.
   *
   * @param types the types that it predicts
   * @throws CorpusException as for all scores of it
   */
  static Scores spanScores(CorpusTagger tagger, Set<String> types, GoldCorpus gold)
      throws CorpusException {
    PredictedTypes predictedTypes = gold.predictedTypes(types, "the model");
    List<List<Span>> found = tagger.tag(gold.corpus().tokens());
    return evaluate(gold.corpus(), found.stream().map(predictedTypes::apply).toList()).overall();
  }

  private static EvaluationResult evaluate(Corpus corpus, List<List<Span>> predicted) {
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < predicted.size(); i++) {
      evaluation.add(corpus.sentences().get(i), predicted.get(i));
    }
    return evaluation.result();
  }
}
