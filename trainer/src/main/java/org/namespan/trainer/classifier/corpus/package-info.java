/** Texts with classes: read from files of several formats, and checked. */
@NullMarked
package org.namespan.trainer.classifier.corpus;

import org.jspecify.annotations.NullMarked;
