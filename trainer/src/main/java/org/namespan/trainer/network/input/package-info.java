/** What tokens are read by: the inputs of a network, each turned into an embedding. */
@NullMarked
package org.namespan.trainer.network.input;

import org.jspecify.annotations.NullMarked;
