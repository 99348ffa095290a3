package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.TypeMap;

/**
 * The entities of a training corpus, to tell whether a tagger remembers names or recognises them.
 *
 * <p>A span is <i>seen</i> when the training corpus has an entity of the same type with the same
 * tokens, compared character by character, case included; else it is <i>unseen</i>. With {@code per
 * Anna Berg} in training, {@code per Anna Berg} is seen; {@code per Anna}, {@code per ANNA BERG}
 * and {@code org Anna Berg} are not.
 *
 * <p>Immutable.
 */
public final class SeenEntities {

  private record Entity(String type, List<String> tokens) {}

  private final Set<Entity> entities = new HashSet<>();

  /** Collects the entities of a training corpus. */
  public SeenEntities(Corpus training) {
    for (Sentence sentence : training.sentences()) {
      add(sentence.spans(), sentence);
    }
  }

  /**
   * Collects the entities of the training corpus of a model whose types are mapped when it is
   * scored: the map applies to the corpus too.
   *
   * @throws CorpusException if {@link TypeMap#requireModel} refuses the map for the types of the
   *     corpus
   */
  public SeenEntities(Corpus training, TypeMap modelMap) throws CorpusException {
    modelMap.requireModel(training.types());
    for (Sentence sentence : training.sentences()) {
      add(modelMap.apply(sentence.spans()), sentence);
    }
  }

  private void add(List<Span> spans, Sentence sentence) {
    for (Span span : spans) {
      entities.add(entity(span, sentence));
    }
  }

  /**
   * Scores the seen and the unseen spans, {@code conlleval}-style. Gold spans and predicted spans
   * are told apart alike, by their own type and the tokens of {@code gold} under them. A predicted
   * span that is right has the type and tokens of its gold span and so stands on the same side:
   * recall is that of the gold entities, precision and F1 are defined on each side. Predicted spans
   * that {@link Evaluation} does not score, since gold leaves their type open, are on neither.
   *
   * @param gold the corpus with its tokens as they were written, also where the tagger was given
   *     them in another case
   * @param predicted the spans of each sentence of {@code gold}
   * @throws IllegalArgumentException if the numbers of sentences differ
   */
  public SeenScores score(Corpus gold, List<List<Span>> predicted) {
    SpanTally seen = new SpanTally();
    SpanTally unseen = new SpanTally();
    for (ComparedSentence compared : ComparedSentence.of(gold, predicted)) {
      Sentence sentence = compared.sentence();
      List<Span> annotated = compared.gold();
      List<Span> found = compared.predicted();
      seen.add(side(annotated, sentence, true), side(found, sentence, true));
      unseen.add(side(annotated, sentence, false), side(found, sentence, false));
    }
    return new SeenScores(seen.overall(), unseen.overall());
  }

  private List<Span> side(List<Span> spans, Sentence sentence, boolean seen) {
    List<Span> side = new ArrayList<>();
    for (Span span : spans) {
      if (entities.contains(entity(span, sentence)) == seen) {
        side.add(span);
      }
    }
    return side;
  }

  private static Entity entity(Span span, Sentence sentence) {
    return new Entity(span.type(), sentence.tokens().subList(span.start(), span.end()));
  }
}
