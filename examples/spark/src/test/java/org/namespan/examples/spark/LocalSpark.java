package org.namespan.examples.spark;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.namespan.examples.spark.model.NamespanPlugin;

/** A Spark of two threads in this JVM, which writes nothing outside of a folder. */
public final class LocalSpark {

  /** Texts as they come: entities, none, an emoji before a name, several sentences. */
  public static final List<String> TEXTS =
      List.of(
          "Barack Obama flew to Thailand in December.",
          "It rained.",
          "\uD83D\uDE00\uD83D\uDE00 Angela Merkel met Emmanuel Macron in Paris.",
          "",
          "Angela Merkel stayed in Berlin. Microsoft bought a firm in Norway. Nobody came.");

  private LocalSpark() {}

  /** Starts it. */
  public static SparkSession start(Path folder) {
    return SparkSession.builder()
        .master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.local.dir", folder.resolve("local").toString())
        .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.plugins", NamespanPlugin.class.getName())
        .getOrCreate();
  }

  /** Rows of {@code id}, from 0, and {@code text}. */
  public static Dataset<Row> rows(SparkSession spark, List<String> texts) {
    StructType schema =
        new StructType().add("id", DataTypes.LongType).add("text", DataTypes.StringType);
    List<Row> rows = new java.util.ArrayList<>();
    for (String text : texts) {
      rows.add(RowFactory.create((long) rows.size(), text));
    }
    return spark.createDataFrame(rows, schema);
  }
}
