package org.namespan;

import java.time.Duration;
import org.namespan.model.text.Interruption;

/** A text that may be read for a limited time. Used by one thread. */
final class TimedText implements CharSequence {

  /** Reading the clock takes as long as reading some 30 chars. */
  private static final int READS_PER_CHECK = 4096;

  private final String text;
  private final Duration limit;
  private final long start = System.nanoTime();
  private int reads;

  /** Says that the time is over; without a trace, for it goes no further than one class. */
  static final class Overtime extends RuntimeException {
    private static final long serialVersionUID = 1;

    private Overtime() {
      super(null, null, false, false);
    }
  }

  TimedText(String text, Duration limit) {
    this.text = text;
    this.limit = limit;
  }

  /**
   * Goes on if there is time left.
   *
   * @throws java.util.concurrent.CancellationException if this thread is interrupted
   */
  void check() {
    Interruption.check();
    if (Duration.ofNanos(System.nanoTime() - start).compareTo(limit) > 0) {
      throw new Overtime();
    }
  }

  @Override
  public char charAt(int index) {
    if (++reads % READS_PER_CHECK == 0) {
      check();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.subSequence(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
