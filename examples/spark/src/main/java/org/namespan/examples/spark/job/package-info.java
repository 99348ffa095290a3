/** The job that answers a column of text. */
@NullMarked
package org.namespan.examples.spark.job;

import org.jspecify.annotations.NullMarked;
