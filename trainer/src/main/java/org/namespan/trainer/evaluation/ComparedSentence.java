package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;

/**
 * A sentence and the spans of both sides that are scored in it, see {@link Evaluation}. Immutable.
 *
 * @param sentence as the corpus has it
 * @param gold its entities; one that may be of several types has the type that a predicted span of
 *     the same tokens has, if it is among them
 * @param predicted the predicted spans without those whose type gold leaves open
 */
public record ComparedSentence(Sentence sentence, List<Span> gold, List<Span> predicted) {

  /** Copies the lists. */
  public ComparedSentence {
    gold = List.copyOf(gold);
    predicted = List.copyOf(predicted);
  }

  /**
   * Compares one sentence.
   *
   * @param predicted spans in order, none overlapping
   */
  static ComparedSentence of(Sentence sentence, List<Span> predicted) {
    OpenTypes open = OpenTypes.of(sentence.openTypes(), sentence.spans());
    return new ComparedSentence(
        sentence, open.settled(sentence.spans(), predicted), open.scored(predicted));
  }

  /**
   * Compares a corpus.
   *
   * @param predicted the spans of each sentence in order, none overlapping
   * @throws IllegalArgumentException if the numbers of sentences differ
   */
  public static List<ComparedSentence> of(Corpus gold, List<List<Span>> predicted) {
    if (gold.sentences().size() != predicted.size()) {
      throw new IllegalArgumentException(
          "found spans for "
              + predicted.size()
              + " sentences: expected them for "
              + gold.sentences().size());
    }
    List<ComparedSentence> compared = new ArrayList<>(predicted.size());
    for (int i = 0; i < predicted.size(); i++) {
      compared.add(of(gold.sentences().get(i), predicted.get(i)));
    }
    return compared;
  }
}
