package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.namespan.EntityTagger;
import org.namespan.internal.tag.Span;
import org.namespan.internal.tag.Tag;
import org.namespan.internal.tag.TagScheme;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.TypeMap;

/**
 * A model file scored on a corpus, as users run it: through the SDK, from ready tokens.
 *
 * @param result the scores
 * @param droppedTypes types of the model, mapped, whose spans were left out, in alphabetical order
 * @param tokensPerSecond from tokens to tags, batched, after a warm-up
 */
public record ModelEvaluation(
    EvaluationResult result, SortedSet<String> droppedTypes, double tokensPerSecond) {

  private static final int WARM_UP_SENTENCES = 1000;

  /** Copies the set. */
  public ModelEvaluation {
    droppedTypes = Collections.unmodifiableSortedSet(new TreeSet<>(droppedTypes));
  }

  /**
   * Scores a model on a corpus that is annotated with all of its types.
   *
   * @throws CorpusException if the corpus has an entity type that the model does not know
   */
  public static ModelEvaluation of(EntityTagger tagger, Corpus corpus) throws CorpusException {
    return of(tagger, corpus, null, tagger.info().types());
  }

  /**
   * Scores a model on a corpus whose types differ. Predicted spans are mapped first; those of a
   * type that the corpus is not annotated with are then left out, for it cannot tell whether they
   * are right.
   *
   * @param modelMap what the types of the model are called in the corpus; null to keep them
   * @param annotated types with which the corpus is annotated
   * @throws CorpusException if {@link TypeMap#requireModel} refuses the map, or the corpus has an
   *     entity type that the model, mapped, does not know
   */
  public static ModelEvaluation of(
      EntityTagger tagger, Corpus corpus, TypeMap modelMap, Set<String> annotated)
      throws CorpusException {
    Set<String> known = tagger.info().types();
    if (modelMap != null) {
      modelMap.requireModel(known);
      known = modelMap.spanTypes();
    }
    corpus.requireTypes(known, "the model");
    SortedSet<String> dropped = new TreeSet<>(known);
    dropped.removeAll(annotated);
    List<List<String>> sentences = corpus.tokens();
    tagger.tagAllTokens(sentences.subList(0, Math.min(WARM_UP_SENTENCES, sentences.size())));
    long start = System.nanoTime();
    List<List<String>> predicted = tagger.tagAllTokens(sentences);
    double seconds = Math.max(1, System.nanoTime() - start) / 1e9;
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < predicted.size(); i++) {
      List<Span> spans = TagScheme.BIO.decode(parse(predicted.get(i)));
      spans = new ArrayList<>(modelMap == null ? spans : modelMap.apply(spans));
      spans.removeIf(span -> dropped.contains(span.type()));
      Sentence gold = corpus.sentences().get(i);
      evaluation.add(
          gold.tags(), gold.openTypes(), TagScheme.BIO.encode(spans, gold.tags().size()));
    }
    return new ModelEvaluation(evaluation.result(), dropped, corpus.tokenCount() / seconds);
  }

  private static List<Tag> parse(List<String> tags) {
    List<Tag> parsed = new ArrayList<>(tags.size());
    for (String tag : tags) {
      parsed.add(Tag.parse(tag, TagScheme.BIO));
    }
    return parsed;
  }
}
