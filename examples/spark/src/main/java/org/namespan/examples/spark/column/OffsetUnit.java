package org.namespan.examples.spark.column;

/** What the offsets of entities count. They differ where a text goes beyond U+FFFF. */
public enum OffsetUnit {
  /** Units of UTF-16, as in Java and Scala: an emoji counts 2. */
  UTF16,

  /** Unicode code points, as in Python and in Spark's SQL: an emoji counts 1. */
  CODE_POINTS
}
