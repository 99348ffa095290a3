/** Sentences as ids and targets, alone and padded into batches. */
@NullMarked
package org.namespan.trainer.batch;

import org.jspecify.annotations.NullMarked;
