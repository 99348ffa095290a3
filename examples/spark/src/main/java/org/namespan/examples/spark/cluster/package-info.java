/** The measurement: a master, two workers, and what they answer, beside the library alone. */
@NullMarked
package org.namespan.examples.spark.cluster;

import org.jspecify.annotations.NullMarked;
