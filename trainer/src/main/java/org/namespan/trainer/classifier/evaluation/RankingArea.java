package org.namespan.trainer.classifier.evaluation;

/**
 * How well scores rank the texts of a class before all others.
 *
 * @param roc area under the receiver operating characteristic: the share of pairs of a text of the
 *     class and another in which the first has the larger score, equal ones counted half (Hanley
 *     and McNeil 1982); not a number where there are no such pairs
 * @param precisionRecall area under precision by recall as its steps have it, which is the average
 *     precision: the sum over thresholds of the rise of recall times the precision; not a number
 *     where no text is of the class
 */
public record RankingArea(double roc, double precisionRecall) {}
