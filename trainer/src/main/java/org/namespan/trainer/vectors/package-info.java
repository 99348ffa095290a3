/**
 * Pre-trained word vectors: reading them from text files, fitting them to the word forms and the
 * dimension of a tagger, and growing a vocabulary by the words they hold.
 */
@NullMarked
package org.namespan.trainer.vectors;

import org.jspecify.annotations.NullMarked;
