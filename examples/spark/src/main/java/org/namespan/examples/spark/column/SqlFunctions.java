package org.namespan.examples.spark.column;

import org.apache.spark.sql.SparkSession;
import org.namespan.examples.spark.model.ClassifierSource;
import org.namespan.examples.spark.model.TaggerSource;

/**
 * Registers functions of one text, for SQL and for expressions of DataFrames in any language:
 *
 * <pre>{@code
 * SqlFunctions.registerTagger(spark, "en", OffsetUnit.CODE_POINTS);
 * spark.sql("SELECT id, namespan_entities(body) AS entities FROM letters");
 * }</pre>
 *
 * <p>Each row is answered alone; {@link TextColumns} is faster. A value is null where there is no
 * text or it cannot be answered.
 */
public final class SqlFunctions {

  private SqlFunctions() {}

  /**
   * Registers {@code namespan_entities(text)}, {@code array<struct<type, text, start, end,
   * score>>}, and {@code namespan_redact(text)}, the text with placeholders for its names.
   *
   * @param model name of a model in a jar of the job, or a file whose name ends in {@code .onnx}
   * @param unit what {@code start} and {@code end} count
   */
  public static void registerTagger(SparkSession spark, String model, OffsetUnit unit) {
    TaggerSource source = TaggerSource.of(model);
    register(spark, "namespan_entities", new TagTask(source, unit));
    register(spark, "namespan_redact", new RedactTask(source, null, false));
  }

  /**
   * Registers {@code namespan_classes(text)}, {@code array<struct<name, score>>}.
   *
   * @param model a file whose name ends in {@code .onnx}
   */
  public static void registerClassifier(SparkSession spark, String model) {
    register(spark, "namespan_classes", new ClassifyTask(new ClassifierSource(model)));
  }

  /** Registers a task as a function of a name; its value is that of the task's first column. */
  public static void register(SparkSession spark, String name, TextTask task) {
    spark.udf().register(name, new TextFunction(task), task.columns().get(0).dataType());
  }
}
