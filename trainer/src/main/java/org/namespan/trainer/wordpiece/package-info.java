/** Tokens as the word pieces that a pre-trained encoder reads, as BERT's uncased tokenizer does. */
@NullMarked
package org.namespan.trainer.wordpiece;

import org.jspecify.annotations.NullMarked;
