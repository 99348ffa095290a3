/** The {@code namespan} command: train, evaluate, export, split, tag and inspect. */
@NullMarked
package org.namespan.trainer.cli;

import org.jspecify.annotations.NullMarked;
