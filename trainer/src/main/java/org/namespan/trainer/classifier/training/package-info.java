/**
 * Trains text classifiers, by the steps and optimizer of taggers: {@link
 * org.namespan.trainer.classifier.training.ClassifierTrainer}.
 */
@NullMarked
package org.namespan.trainer.classifier.training;

import org.jspecify.annotations.NullMarked;
