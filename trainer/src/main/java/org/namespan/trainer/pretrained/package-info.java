/** Finished taggers and classifiers that a training begins from. */
@NullMarked
package org.namespan.trainer.pretrained;

import org.jspecify.annotations.NullMarked;
