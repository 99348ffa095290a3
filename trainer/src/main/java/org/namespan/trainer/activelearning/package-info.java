/**
 * Active learning: which unlabelled texts are worth a person's time (B. Settles, Active Learning
 * Literature Survey, 2009).
 *
 * <p>A {@link org.namespan.trainer.activelearning.Suggester} is given {@link
 * org.namespan.trainer.activelearning.UnlabelledText}s, as many as there are, and keeps those that
 * the models are least sure of; of these it chooses a batch that does not ask the same twice.
 */
@NullMarked
package org.namespan.trainer.activelearning;

import org.jspecify.annotations.NullMarked;
