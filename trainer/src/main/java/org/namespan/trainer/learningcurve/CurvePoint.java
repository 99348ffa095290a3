package org.namespan.trainer.learningcurve;

import org.namespan.trainer.evaluation.EvaluationResult;

/**
 * A tagger that learned from a part of the sentences, scored.
 *
 * @param percent of all training sentences
 * @param seed of the choice of sentences and of training
 * @param sentences that it learned from
 * @param tokens of these sentences
 * @param entities of these sentences
 * @param result its scores
 */
public record CurvePoint(
    int percent, long seed, int sentences, int tokens, int entities, EvaluationResult result) {}
