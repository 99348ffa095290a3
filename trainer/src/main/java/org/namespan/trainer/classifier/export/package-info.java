/** Writes text classifiers as model files, and checks these against the networks. */
@NullMarked
package org.namespan.trainer.classifier.export;

import org.jspecify.annotations.NullMarked;
