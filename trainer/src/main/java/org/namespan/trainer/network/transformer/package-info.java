/** Pre-trained transformer encoders, of which teachers are made by fine-tuning. */
@NullMarked
package org.namespan.trainer.network.transformer;

import org.jspecify.annotations.NullMarked;
