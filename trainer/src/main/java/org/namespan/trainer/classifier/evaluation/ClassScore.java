package org.namespan.trainer.classifier.evaluation;

import org.namespan.trainer.evaluation.Scores;

/**
 * How well one class is told from the others.
 *
 * @param counts texts that are of the class, that were given it, and those of both
 * @param area how well its scores rank
 */
public record ClassScore(Scores counts, RankingArea area) {}
