package org.namespan.examples.spark.model;

import org.namespan.TaggerOptions;

/**
 * Changes the options of taggers where they are made, on the executors: adds recognizers, say,
 * which cannot travel. A class of the job's jar, with a constructor without parameters.
 */
@FunctionalInterface
public interface OptionsFactory {

  /** The options to load a tagger with. */
  TaggerOptions change(TaggerOptions options);
}
