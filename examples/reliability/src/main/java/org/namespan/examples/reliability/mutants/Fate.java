package org.namespan.examples.reliability.mutants;

/** What becomes of a mutant. */
enum Fate {

  /** By {@code ModelFormatException}, with a message of one line. */
  REFUSED("refused"),

  /** The change makes no difference: a name in the graph, say, or a weight that is not used. */
  SAME("same answers"),

  /** The change is a model of its own: another weight where no digest is, or one computed anew. */
  OTHER("other answers"),

  /** Loaded, whatever it answers, with a digest that is wrong or missing. */
  UNDETECTED("not detected"),

  /** Any exception but the one that is documented. */
  EXCEPTION("other exceptions"),

  HANG("over 5 s"),

  CRASH("crashed");

  private final String title;

  Fate(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  boolean isFailure() {
    return compareTo(OTHER) > 0;
  }
}
