/** From a corpus to trained weights: batches, loss, optimizer, checkpoints and the log. */
package org.namespan.trainer.training;
