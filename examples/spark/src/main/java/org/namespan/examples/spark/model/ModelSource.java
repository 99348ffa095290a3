package org.namespan.examples.spark.model;

import java.io.IOException;
import java.io.Serializable;

/**
 * Where an executor gets a model. This travels from the driver to the executors, the model never
 * does. Implementations are records: of equal sources an executor loads one.
 *
 * @param <M> the model
 */
public interface ModelSource<M extends SharedModel> extends Serializable {

  /**
   * Loads the model; {@link ExecutorModels#get} calls it.
   *
   * @throws IOException if it cannot be read
   */
  M load() throws IOException;
}
