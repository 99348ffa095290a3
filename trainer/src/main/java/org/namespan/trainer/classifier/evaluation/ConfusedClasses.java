package org.namespan.trainer.classifier.evaluation;

/**
 * A cell of the confusion matrix beside its diagonal.
 *
 * @param gold the class of the texts
 * @param predicted the class that they were given
 * @param count how many texts, at least 1
 */
public record ConfusedClasses(String gold, String predicted, int count) {}
