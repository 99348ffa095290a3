package org.namespan.examples.spark.cluster;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Writes rows of {@code id}, from 0, and {@code text}: the lines of a file again and again. */
public final class RepeatedRows {

  private static final StructType SCHEMA =
      new StructType().add("id", DataTypes.LongType).add("text", DataTypes.StringType);

  private RepeatedRows() {}

  /** Takes the file of lines, a number of rows, one of partitions, and the folder to write. */
  public static void main(String[] args) throws IOException {
    RepeatedTexts texts = RepeatedTexts.read(Path.of(args[0]));
    MapFunction<Long, Row> row = id -> RowFactory.create(id, texts.lines().get(texts.index(id)));
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      spark
          .range(0, Long.parseLong(args[1]), 1, Integer.parseInt(args[2]))
          .map(row, Encoders.row(SCHEMA))
          .write()
          .parquet(args[3]);
    }
  }
}
