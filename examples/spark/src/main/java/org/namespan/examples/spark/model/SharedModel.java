package org.namespan.examples.spark.model;

/** A model that the tasks of an executor share. Safe for use by many threads until closed. */
public interface SharedModel extends AutoCloseable {

  /** How many tokens the model reads in a text. */
  int countTokens(String text);

  /** Frees the native memory, after the calls that are running. */
  @Override
  void close();
}
