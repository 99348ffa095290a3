package org.namespan.trainer.evaluation;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Casing;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.TypeMap;

/**
 * An annotated corpus that taggers are scored on, and the maps that make its types and those of the
 * taggers the same. Immutable.
 *
 * <p>Where there is a map, spans predicted of a type that the corpus is not annotated with are left
 * out, for it cannot tell whether they are right. It is annotated with the types that its map gives
 * to spans; without a map of its own, with the types that occur in it.
 */
public final class GoldCorpus {

  private final Corpus corpus;
  private final @Nullable TypeMap taggerMap;

  /** Types that the corpus is annotated with; null for all that a tagger knows. */
  private final @Nullable Set<String> annotated;

  private GoldCorpus(Corpus corpus, @Nullable TypeMap taggerMap, @Nullable Set<String> annotated) {
    this.corpus = corpus;
    this.taggerMap = taggerMap;
    this.annotated = annotated;
  }

  /** A corpus that is annotated with all types of the taggers, under the same names. */
  public GoldCorpus(Corpus corpus) {
    this(corpus, null, null);
  }

  /**
   * A corpus whose types differ from those of the taggers.
   *
   * @param corpusMap what the types of the corpus are called when they are scored, and what it
   *     leaves open; null to keep them
   * @param taggerMap what the types of the taggers are called then; null to keep them
   * @throws CorpusException if the corpus has a type for which {@code corpusMap} has no rule
   */
  public static GoldCorpus of(
      Corpus corpus, @Nullable TypeMap corpusMap, @Nullable TypeMap taggerMap)
      throws CorpusException {
    if (corpusMap != null) {
      return new GoldCorpus(corpusMap.apply(corpus), taggerMap, corpusMap.spanTypes());
    }
    return new GoldCorpus(corpus, taggerMap, taggerMap == null ? null : corpus.types());
  }

  /** The corpus as it is scored, its types mapped. */
  public Corpus corpus() {
    return corpus;
  }

  /** The same with its tokens in another case. */
  public GoldCorpus in(Casing casing) {
    return new GoldCorpus(casing.apply(corpus), taggerMap, annotated);
  }

  /**
   * Checks that a tagger can be scored here, which scoring itself does too.
   *
   * @param types the types that the tagger predicts
   * @param owner whose types they are, for the message
   * @throws CorpusException if {@link TypeMap#requireModel} refuses the map of the taggers, or the
   *     corpus has an entity type that the tagger, mapped, does not know
   */
  public void requireTypes(Set<String> types, String owner) throws CorpusException {
    predictedTypes(types, owner);
  }

  /**
   * What becomes of the types of predictions, which need not have every type of gold.
   *
   * @throws CorpusException if {@link TypeMap#requireModel} refuses the map of the taggers, or the
   *     corpus has an entity type that the map never gives
   */
  PredictedTypes predictedTypes(Corpus predictions) throws CorpusException {
    SortedSet<String> types = new TreeSet<>(predictions.types());
    if (taggerMap == null) {
      types.addAll(corpus.types());
    }
    return predictedTypes(types, predictions.name());
  }

  /** What becomes of the types of one tagger here; refuses what {@link #requireTypes} refuses. */
  PredictedTypes predictedTypes(Set<String> types, String owner) throws CorpusException {
    Set<String> known = types;
    if (taggerMap != null) {
      taggerMap.requireModel(types);
      known = taggerMap.spanTypes();
    }
    corpus.requireTypes(known, owner);
    SortedSet<String> dropped = new TreeSet<>();
    if (annotated != null) {
      dropped.addAll(known);
      dropped.removeAll(annotated);
    }
    return new PredictedTypes(taggerMap, dropped);
  }
}
