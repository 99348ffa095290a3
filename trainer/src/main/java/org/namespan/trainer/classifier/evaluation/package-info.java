/** Scores of text classifiers: classes against gold classes. */
@NullMarked
package org.namespan.trainer.classifier.evaluation;

import org.jspecify.annotations.NullMarked;
