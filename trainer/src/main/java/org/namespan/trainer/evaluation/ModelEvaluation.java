package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.namespan.EntityTagger;
import org.namespan.internal.tag.Tag;
import org.namespan.internal.tag.TagScheme;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;

/**
 * A model file scored on a corpus, as users run it: through the SDK, from ready tokens.
 *
 * @param result the scores
 * @param tokensPerSecond from tokens to tags, batched, after a warm-up
 */
public record ModelEvaluation(EvaluationResult result, double tokensPerSecond) {

  private static final int WARM_UP_SENTENCES = 1000;

  /**
   * Scores a model.
   *
   * @throws CorpusException if the corpus has an entity type that the model does not know
   */
  public static ModelEvaluation of(EntityTagger tagger, Corpus corpus) throws CorpusException {
    corpus.requireTypes(tagger.info().types(), "the model");
    List<List<String>> sentences = corpus.tokens();
    tagger.tagAllTokens(sentences.subList(0, Math.min(WARM_UP_SENTENCES, sentences.size())));
    long start = System.nanoTime();
    List<List<String>> predicted = tagger.tagAllTokens(sentences);
    double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
    TagScheme scheme = TagScheme.valueOf(tagger.info().scheme());
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < predicted.size(); i++) {
      List<Tag> tags = parse(predicted.get(i), scheme);
      evaluation.add(corpus.sentences().get(i).tags(), Evaluation.toBio(tags, scheme));
    }
    return new ModelEvaluation(evaluation.result(), corpus.tokenCount() / seconds);
  }

  private static List<Tag> parse(List<String> tags, TagScheme scheme) {
    List<Tag> parsed = new ArrayList<>(tags.size());
    for (String tag : tags) {
      parsed.add(Tag.parse(tag, scheme));
    }
    return parsed;
  }
}
