/**
 * How good a tagger is: token accuracy, span scores as {@code conlleval} and as seqeval's strict
 * mode count them, and which types it takes for which. Tags go in one sentence at a time, a result
 * comes out, and {@link org.namespan.trainer.evaluation.EvaluationReport} writes it for a reader or
 * for a program.
 */
package org.namespan.trainer.evaluation;
