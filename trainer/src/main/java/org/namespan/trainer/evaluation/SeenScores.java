package org.namespan.trainer.evaluation;

/**
 * Scores apart for the entities that occur in the training data and for those that do not.
 *
 * <p>Each span, gold or predicted, is counted on one side, see {@link SeenEntities}; so the counts
 * of both sides add up to those of all spans that are scored.
 *
 * @param seen scores of the spans that the training data has
 * @param unseen scores of those it does not have
 */
public record SeenScores(Scores seen, Scores unseen) {}
