package org.namespan.examples.benchmarks.speed;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Counts what a benchmark thread has tagged; JMH reports both numbers per second.
 *
 * <p>A thread that waits for the others to start or to end goes on with calls that are counted
 * here, but belong neither to JMH's score nor to its time. So with several threads only the
 * quotient of the two is right.
 */
@AuxCounters(AuxCounters.Type.OPERATIONS)
@State(Scope.Thread)
public class TokenCount {

  /** Tokens as the corpus counts them; set to 0 by JMH before each iteration. */
  public long tokens;

  /** Calls of the benchmark's method; set to 0 by JMH before each iteration. */
  public long calls;

  /** Counts one call. */
  void add(int tokensOfCall) {
    tokens += tokensOfCall;
    calls++;
  }
}
