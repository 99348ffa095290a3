/** From a corpus to trained weights: batches, loss, optimizer, checkpoints and the log. */
@NullMarked
package org.namespan.trainer.training;

import org.jspecify.annotations.NullMarked;
