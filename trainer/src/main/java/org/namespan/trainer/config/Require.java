package org.namespan.trainer.config;

/** Checks of values, with messages that name the setting. */
final class Require {

  private static final int MOST_WIDE = 10_000;

  private Require() {}

  static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ", expected at least " + least);
    }
  }

  /** A width of a network: no more than memory has room for, and no product of two overflows. */
  static void width(String name, int value, int least) {
    between(name, value, least, MOST_WIDE);
  }

  static void between(String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected from " + least + " to " + most);
    }
  }

  static void share(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected from 0 to below 1");
    }
  }

  static void positive(String name, double value) {
    if (!(value > 0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected a finite number above 0");
    }
  }
}
