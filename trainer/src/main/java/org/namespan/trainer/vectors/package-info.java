/** Pre-trained word vectors: read from text files and made to fit a tagger's embedding table. */
package org.namespan.trainer.vectors;
