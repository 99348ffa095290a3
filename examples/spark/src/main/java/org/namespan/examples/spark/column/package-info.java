/** Columns of entities, redacted texts and classes, as DataFrames and as functions of SQL. */
@NullMarked
package org.namespan.examples.spark.column;

import org.jspecify.annotations.NullMarked;
