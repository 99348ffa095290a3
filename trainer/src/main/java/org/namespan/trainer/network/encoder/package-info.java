/** What reads a sentence: recurrent layers over the embeddings of its tokens. */
@NullMarked
package org.namespan.trainer.network.encoder;

import org.jspecify.annotations.NullMarked;
