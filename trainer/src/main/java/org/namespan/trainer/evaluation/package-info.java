/**
 * How good a tagger is: predicted spans against gold spans.
 *
 * <p>A corpus becomes a {@link org.namespan.trainer.evaluation.GoldCorpus} with the type maps that
 * make its types and those of the taggers the same. A {@link
 * org.namespan.trainer.evaluation.CorpusTagger}, a model for example, finds spans in its tokens;
 * {@link org.namespan.trainer.evaluation.ModelEvaluation} maps them and gives them to an {@link
 * org.namespan.trainer.evaluation.Evaluation}, sentence by sentence. Its {@link
 * org.namespan.trainer.evaluation.EvaluationResult} holds token accuracy, span scores as {@code
 * conlleval} and as seqeval's strict mode count them, and which types are taken for which; {@link
 * org.namespan.trainer.evaluation.SeenEntities} scores apart what the training data holds; {@link
 * org.namespan.trainer.evaluation.MatchScores} counts matches as nervaluate does, and an {@link
 * org.namespan.trainer.evaluation.EvaluationDetail} holds what lies behind the scores. A {@link
 * org.namespan.trainer.evaluation.SpanError} is a wrong entity in its {@link
 * org.namespan.trainer.evaluation.ComparedSentence}, and predictions of a file are a {@link
 * org.namespan.trainer.evaluation.FileEvaluation}. An {@link
 * org.namespan.trainer.evaluation.EvaluatedCorpus} holds all of it for one corpus. {@link
 * org.namespan.trainer.evaluation.EvaluationReport} and {@link
 * org.namespan.trainer.evaluation.ComparisonReport} write results for a reader or for a program.
 *
 * <p>What scores are worth is told by {@link org.namespan.trainer.evaluation.ScoredPrediction}s,
 * reported spans that are right or wrong: {@link org.namespan.trainer.evaluation.CalibrationError}
 * tells how far their scores are from probabilities, {@link
 * org.namespan.trainer.evaluation.PlattScaling} fits the calibration that makes them so, and a
 * {@link org.namespan.trainer.evaluation.PrecisionRecallCurve} tells what min scores reach. {@link
 * org.namespan.trainer.evaluation.ScoreReport} writes them.
 *
 * <p>Tags are read here only where another program wrote them: {@code Evaluation} takes them as
 * they are, malformed sequences included.
 */
@NullMarked
package org.namespan.trainer.evaluation;

import org.jspecify.annotations.NullMarked;
