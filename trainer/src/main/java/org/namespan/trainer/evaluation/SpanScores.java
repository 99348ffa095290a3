package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.TaggerNameFinder;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;

/**
 * The scores of predicted spans.
 *
 * @param bySentence for each sentence its predicted spans in order, each with its score from 0 to
 *     1; an empty list if there are no scores
 */
public record SpanScores(List<Map<Span, Double>> bySentence) {

  /** Of predictions that have no scores. */
  public static final SpanScores NONE = new SpanScores(List.of());

  /** Copies the list. */
  public SpanScores {
    bySentence = List.copyOf(bySentence);
  }

  /**
   * The spans that a model reports in a corpus, their types mapped, without those that {@link
   * GoldCorpus} leaves out.
   *
   * @throws CorpusException if the map of the taggers does not fit the model, or the corpus has an
   *     entity type that the model, mapped, does not know
   */
  public static SpanScores of(EntityTagger tagger, GoldCorpus gold) throws CorpusException {
    PredictedTypes types = gold.predictedTypes(tagger.info().types(), "the model");
    TaggerNameFinder finder = new TaggerNameFinder(tagger);
    List<Map<Span, Double>> bySentence = new ArrayList<>();
    for (Sentence sentence : gold.corpus().sentences()) {
      Map<Span, Double> scores = new LinkedHashMap<>();
      for (opennlp.tools.util.Span found : finder.find(sentence.tokens().toArray(new String[0]))) {
        Span span = new Span(found.getType(), found.getStart(), found.getEnd());
        types.apply(List.of(span)).forEach(mapped -> scores.put(mapped, found.getProb()));
      }
      bySentence.add(Collections.unmodifiableMap(scores));
    }
    return new SpanScores(bySentence);
  }

  /** The score of a span in a sentence, or null where it has none. */
  @Nullable Double of(int sentence, Span span) {
    return bySentence.isEmpty() ? null : bySentence.get(sentence).get(span);
  }
}
