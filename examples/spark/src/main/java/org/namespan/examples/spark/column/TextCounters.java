package org.namespan.examples.spark.column;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;
import org.namespan.examples.spark.model.ExecutorCounts;

/**
 * Counts what a job has answered, as accumulators that Spark's pages show with each stage. A task
 * that is run twice, after an executor was lost for example, may count twice.
 */
public final class TextCounters implements Serializable {

  private static final long serialVersionUID = 1;

  private final LongAccumulator rows;
  private final LongAccumulator tokens;
  private final LongAccumulator entities;
  private final LongAccumulator failures;

  /** Counters that begin with 0. */
  public TextCounters(SparkContext context) {
    rows = context.longAccumulator("rows");
    tokens = context.longAccumulator("tokens");
    entities = context.longAccumulator("entities");
    failures = context.longAccumulator("failures");
  }

  /** Counts a row that was answered. */
  void answered(TextAnswer answer) {
    rows.add(1);
    tokens.add(answer.tokens());
    entities.add(answer.entities());
    ExecutorCounts.add(answer.tokens(), answer.entities(), false);
  }

  /** Counts a row that was not. */
  void failed() {
    rows.add(1);
    failures.add(1);
    ExecutorCounts.add(0, 0, true);
  }

  /** Rows, answered or not. */
  public long rows() {
    return rows.sum();
  }

  /** Tokens of the rows that were answered. */
  public long tokens() {
    return tokens.sum();
  }

  /** Entities that were found, or places that were replaced, or classes that were told. */
  public long entities() {
    return entities.sum();
  }

  /** Rows that were not answered. */
  public long failures() {
    return failures.sum();
  }
}
