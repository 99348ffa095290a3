/** Parts that make one vector of those of a text's tokens, over which classifiers have a head. */
@NullMarked
package org.namespan.trainer.network.pooling;

import org.jspecify.annotations.NullMarked;
