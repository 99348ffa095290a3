/** Jobs that make corpora: labels of teachers, and counts of words. */
@NullMarked
package org.namespan.examples.spark.corpus;

import org.jspecify.annotations.NullMarked;
