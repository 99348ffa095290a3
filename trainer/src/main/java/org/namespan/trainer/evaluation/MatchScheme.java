package org.namespan.trainer.evaluation;

import org.namespan.model.tag.Span;

/**
 * When a predicted span counts as a gold span that it shares a token with: the four schemes of
 * SemEval-2013 task 9.1 (Segura-Bedmar, Martínez and Herrero-Zazo 2013), as nervaluate counts them.
 *
 * <p>Of gold {@code B-per I-per O} these predictions are:
 *
 * <pre>
 *                  strict     exact      partial    type
 * B-per I-per O    correct    correct    correct    correct
 * B-org I-org O    incorrect  correct    correct    incorrect
 * B-per O O        incorrect  incorrect  partial    correct
 * B-org O O        incorrect  incorrect  partial    incorrect
 * O O O            missed     missed     missed     missed
 * </pre>
 *
 * <p>Spans are paired sentence by sentence: each predicted span, in the order of the text, takes
 * the first gold span that shares a token with it and is not taken yet; in {@link #TYPE} the one of
 * its own type whose ends are nearest, if there is one. Gold spans that are left are missed,
 * predicted ones that are left are spurious.
 */
public enum MatchScheme {
  /** Same type, start and end; precision, recall and F1 are those of {@code conlleval}. */
  STRICT,
  /** Same start and end, whatever the type: spans alone. */
  EXACT,
  /** Same start and end, whatever the type; a common token counts by half. */
  PARTIAL,
  /** Same type and a common token. */
  TYPE;

  /** What a gold span and a predicted span that share a token count as. */
  enum Outcome {
    CORRECT,
    INCORRECT,
    PARTIAL
  }

  Outcome outcome(Span gold, Span predicted) {
    boolean bounds = gold.start() == predicted.start() && gold.end() == predicted.end();
    boolean type = gold.type().equals(predicted.type());
    boolean correct =
        switch (this) {
          case STRICT -> bounds && type;
          case EXACT, PARTIAL -> bounds;
          case TYPE -> type;
        };
    if (correct) {
      return Outcome.CORRECT;
    }
    return this == PARTIAL ? Outcome.PARTIAL : Outcome.INCORRECT;
  }
}
