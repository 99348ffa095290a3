package org.namespan.trainer.evaluation;

import java.util.List;
import org.namespan.EntityTagger;
import org.namespan.internal.tag.Tag;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;

/**
 * A model file scored on a corpus, as users run it: through the SDK, from ready tokens.
 *
 * @param result the scores
 * @param tokensPerSecond from tokens to tags, batched, after a warm-up
 * @param predicted the BIO tags of each sentence of the corpus
 */
public record ModelEvaluation(
    EvaluationResult result, double tokensPerSecond, List<List<Tag>> predicted) {

  private static final int WARM_UP_SENTENCES = 1000;

  /** Copies the list. */
  public ModelEvaluation {
    predicted = List.copyOf(predicted);
  }

  /**
   * Scores a model.
   *
   * @throws CorpusException if the corpus has an entity type that the model does not know
   */
  public static ModelEvaluation of(EntityTagger tagger, Corpus corpus) throws CorpusException {
    corpus.requireTypes(tagger.info().types(), "the model");
    return of(CorpusTagger.of(tagger), corpus);
  }

  /** Scores a tagger of any kind in the same way. */
  public static ModelEvaluation of(CorpusTagger tagger, Corpus corpus) {
    List<List<String>> sentences = corpus.tokens();
    tagger.tag(sentences.subList(0, Math.min(WARM_UP_SENTENCES, sentences.size())));
    long start = System.nanoTime();
    List<List<Tag>> predicted = tagger.tag(sentences);
    double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < predicted.size(); i++) {
      evaluation.add(corpus.sentences().get(i).tags(), predicted.get(i));
    }
    return new ModelEvaluation(evaluation.result(), corpus.tokenCount() / seconds, predicted);
  }
}
