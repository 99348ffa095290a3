package org.namespan.examples.spark.column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.namespan.examples.spark.model.TaggerSource;

/**
 * Adds what is said of the texts of a column, in batches across rows, to bounded Datasets and to
 * streams:
 *
 * <pre>{@code
 * TextTask task = new TagTask(TaggerSource.of("en"), OffsetUnit.CODE_POINTS);
 * TextCounters counters = new TextCounters(spark.sparkContext());
 * Dataset<Row> tagged = new TextColumns("body", task, counters).addTo(rows);
 * }</pre>
 *
 * <p>Behind the columns of the task stands {@code failure}, null where a row was answered. Where it
 * was not, the row is kept, those columns are null, and {@code failure} says why without a word of
 * the text: there is none, it is not UTF-8, it is too long, or the class of the exception that was
 * thrown. Immutable.
 */
public final class TextColumns {

  /** Chars of the longest text that is answered, unless said otherwise. */
  public static final int MAX_LENGTH = 1_000_000;

  private static final String FAILURE = "failure";

  private final String textColumn;
  private final TextTask task;
  private final TextCounters counters;
  private final int maxLength;

  /**
   * @param textColumn name of the column with the texts, strings
   * @param counters add up what is answered
   */
  public TextColumns(String textColumn, TextTask task, TextCounters counters) {
    this(textColumn, task, counters, MAX_LENGTH);
  }

  private TextColumns(String textColumn, TextTask task, TextCounters counters, int maxLength) {
    this.textColumn = textColumn;
    this.task = task;
    this.counters = counters;
    this.maxLength = maxLength;
  }

  /**
   * The same with another limit to the length of texts.
   *
   * @param maxLength chars; the tokens of a text take fifty times its bytes
   */
  public TextColumns withMaxLength(int maxLength) {
    return new TextColumns(textColumn, task, counters, maxLength);
  }

  /**
   * Adds a column of entities by the model of a name, for callers from Python.
   *
   * @param unit what offsets count
   */
  public static Dataset<Row> addEntities(
      Dataset<Row> rows, String textColumn, String model, OffsetUnit unit) {
    TextCounters counters = new TextCounters(rows.sparkSession().sparkContext());
    return new TextColumns(textColumn, new TagTask(TaggerSource.of(model), unit), counters)
        .addTo(rows);
  }

  /**
   * Adds the columns; rows are answered when an action asks for them.
   *
   * @throws IllegalArgumentException if there is no such column of strings, or one of those that
   *     would be added is there already
   */
  public Dataset<Row> addTo(Dataset<Row> rows) {
    StructType schema = rows.schema();
    int index = Arrays.asList(schema.fieldNames()).indexOf(textColumn);
    if (index < 0 || !schema.apply(index).dataType().equals(DataTypes.StringType)) {
      throw new IllegalArgumentException(
          "found "
              + schema.simpleString()
              + ", expected a column '"
              + textColumn
              + "' of strings; select or cast it first");
    }
    StructType answered = answered(schema);
    TextTask task = this.task;
    TextCounters counters = this.counters;
    int maxLength = this.maxLength;
    MapPartitionsFunction<Row, Row> answer =
        partition -> new AnsweredRows(partition, index, maxLength, task, counters);
    return rows.withColumn(
            "namespan_valid_utf8", functions.is_valid_utf8(functions.col("`" + textColumn + "`")))
        .mapPartitions(answer, Encoders.row(answered));
  }

  private StructType answered(StructType schema) {
    List<StructField> added = new ArrayList<>(task.columns());
    added.add(DataTypes.createStructField(FAILURE, DataTypes.StringType, true));
    StructType answered = schema;
    for (StructField column : added) {
      if (Arrays.asList(schema.fieldNames()).contains(column.name())) {
        throw new IllegalArgumentException(
            "found a column '"
                + column.name()
                + "', which is to be added; rename or drop it first");
      }
      answered = answered.add(column);
    }
    return answered;
  }
}
