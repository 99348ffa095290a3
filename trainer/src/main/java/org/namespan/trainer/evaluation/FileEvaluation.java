package org.namespan.trainer.evaluation;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;

/**
 * Predictions that stand in a file, whatever made them, scored on a corpus of the same tokens.
 *
 * @param result the scores; token accuracy compares the BIO tags of the spans
 * @param droppedTypes types of the predictions, mapped, whose spans were left out, in alphabetical
 *     order
 * @param predicted the spans of each sentence of the corpus, as {@code conlleval} reads their tags,
 *     mapped, without those of dropped types
 */
public record FileEvaluation(
    EvaluationResult result, SortedSet<String> droppedTypes, List<List<Span>> predicted) {

  /** Copies the set and the list. */
  public FileEvaluation {
    droppedTypes = Collections.unmodifiableSortedSet(new TreeSet<>(droppedTypes));
    predicted = List.copyOf(predicted);
  }

  /**
   * A file of tags, read in two ways.
   *
   * @param spans as {@code conlleval} reads the tags
   * @param wellFormed the same sentences with those spans alone that are written as their scheme
   *     writes them
   */
  public record Tags(Corpus spans, Corpus wellFormed) {}

  /**
   * Scores predictions.
   *
   * @param gold the corpus as {@code conlleval} reads it, its types mapped
   * @param wellFormed the same with its well-formed spans alone
   * @param predictions of the same tokens in the same sentences
   * @throws CorpusException if the tokens differ, or the map of the taggers does not fit the types
   *     of the predictions
   */
  public static FileEvaluation of(GoldCorpus gold, Corpus wellFormed, Tags predictions)
      throws CorpusException {
    TokenAgreement.require(gold.corpus(), predictions.spans());
    PredictedTypes types = gold.predictedTypes(predictions.spans());
    List<List<Span>> predicted = apply(types, predictions.spans());
    List<List<Span>> predictedWellFormed = apply(types, predictions.wellFormed());
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < predicted.size(); i++) {
      evaluation.add(
          gold.corpus().sentences().get(i),
          wellFormed.sentences().get(i).spans(),
          predicted.get(i),
          predictedWellFormed.get(i));
    }
    return new FileEvaluation(evaluation.result(), types.dropped(), predicted);
  }

  private static List<List<Span>> apply(PredictedTypes types, Corpus predictions) {
    return predictions.sentences().stream().map(sentence -> types.apply(sentence.spans())).toList();
  }
}
