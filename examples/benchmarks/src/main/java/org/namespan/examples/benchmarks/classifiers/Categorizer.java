package org.namespan.examples.benchmarks.classifiers;

import java.util.List;

/** Something that gives each text one class. */
interface Categorizer extends AutoCloseable {

  /** What the table calls it. */
  String name();

  /** The class of each text, on one thread. */
  List<String> classify(List<String> texts);

  /** Bytes of its model file. */
  long bytes();

  @Override
  default void close() {}
}
