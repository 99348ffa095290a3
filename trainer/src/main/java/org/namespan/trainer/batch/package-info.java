/** Sentences as ids and targets, alone and padded into batches. */
package org.namespan.trainer.batch;
