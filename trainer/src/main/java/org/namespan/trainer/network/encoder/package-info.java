/** What reads a sentence: recurrent layers over the embeddings of its tokens. */
package org.namespan.trainer.network.encoder;
