package org.namespan.examples.spark.model;

import com.codahale.metrics.Gauge;
import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.atomic.LongAdder;

/** What this executor has answered since its JVM began. Safe for use by many threads. */
public final class ExecutorCounts {

  private static final LongAdder ROWS = new LongAdder();
  private static final LongAdder TOKENS = new LongAdder();
  private static final LongAdder ENTITIES = new LongAdder();
  private static final LongAdder FAILURES = new LongAdder();

  private ExecutorCounts() {}

  /** Counts a row. */
  public static void add(int tokens, int entities, boolean failed) {
    ROWS.increment();
    TOKENS.add(tokens);
    ENTITIES.add(entities);
    FAILURES.add(failed ? 1 : 0);
  }

  /** Shows the counts as Spark's metrics {@code rows}, {@code tokens} and so on. */
  static void register(MetricRegistry metrics) {
    metrics.register("rows", (Gauge<Long>) ROWS::sum);
    metrics.register("tokens", (Gauge<Long>) TOKENS::sum);
    metrics.register("entities", (Gauge<Long>) ENTITIES::sum);
    metrics.register("failures", (Gauge<Long>) FAILURES::sum);
  }
}
