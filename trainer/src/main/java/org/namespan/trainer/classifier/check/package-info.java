/** Tells what is wrong or odd in texts with classes. */
@NullMarked
package org.namespan.trainer.classifier.check;

import org.jspecify.annotations.NullMarked;
