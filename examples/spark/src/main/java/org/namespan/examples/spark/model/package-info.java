/** What an executor holds: its models, each loaded once and closed at the end, and its counts. */
@NullMarked
package org.namespan.examples.spark.model;

import org.jspecify.annotations.NullMarked;
