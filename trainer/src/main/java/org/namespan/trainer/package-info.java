/** The trainer: corpus, network, training, evaluation, export and the command, in that order. */
@NullMarked
package org.namespan.trainer;

import org.jspecify.annotations.NullMarked;
