package org.namespan.examples.spark.column;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.types.StructField;

/** What is said of each text. Travels from the driver to the executors; holds no model. */
public sealed interface TextTask extends Serializable permits TagTask, RedactTask, ClassifyTask {

  /** The columns that hold it; each may be null. */
  List<StructField> columns();

  /**
   * What answers, on an executor, by the models that its tasks share.
   *
   * @throws java.io.UncheckedIOException if a model cannot be loaded
   */
  Answerer open();

  /** Answers texts. Safe for use by many threads. */
  @FunctionalInterface
  interface Answerer {
    /**
     * Answers some texts together.
     *
     * @return in their order
     * @throws java.util.concurrent.CancellationException if this thread is interrupted
     */
    List<TextAnswer> answerAll(List<String> texts);
  }
}
