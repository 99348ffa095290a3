package org.namespan.trainer.classifier.evaluation;

import java.util.List;

/**
 * A text whose classes are not the gold ones.
 *
 * @param text its place among the texts, counted from 0
 * @param gold its classes, in the order of the model
 * @param predicted those that it was given
 * @param certainty of the surest wrong decision, from 0 to 1: the score of a class that it was
 *     wrongly given or, if there is none, 1 less that of one that it should have
 */
public record ClassError(int text, List<String> gold, List<String> predicted, double certainty) {

  /** Copies the lists. */
  public ClassError {
    gold = List.copyOf(gold);
    predicted = List.copyOf(predicted);
  }
}
