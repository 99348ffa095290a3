package org.namespan.examples.spark.job;

import java.util.Locale;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name what a job reads and writes. */
public final class JobFiles {

  /** What is read and written. */
  public enum Format {
    /** Columns of Parquet. */
    PARQUET,
    /** An object in each line. */
    JSON,
    /** A text in each line, column {@code value}. */
    TEXT;

    /** As Spark calls it. */
    String source() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @Option(
      names = "--input",
      required = true,
      paramLabel = "PATH",
      description = "File or folder that is read, as Spark names it: a path, hdfs://, s3a://.")
  private String path;

  @Option(
      names = "--format",
      defaultValue = "parquet",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: parquet.")
  private Format format;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "Column with the texts. Default: text; of text files value.")
  private @Nullable String column;

  @Option(
      names = "--partitions",
      paramLabel = "N",
      description = "Spread the rows over so many partitions first. Default: as they are read.")
  private @Nullable Integer partitions;

  @Option(
      names = "--output",
      required = true,
      paramLabel = "FOLDER",
      description = "Folder that is written; must not exist.")
  private String output;

  /** The folder that is written. */
  public String output() {
    return output;
  }

  /** Name of the column with the texts. */
  public String column() {
    return column != null ? column : format == Format.TEXT ? "value" : "text";
  }

  /** The texts that are there, in rows that have one. */
  public Dataset<String> readTexts(SparkSession spark) {
    return read(spark)
        .select(functions.col("`" + column() + "`"))
        .na()
        .drop()
        .as(Encoders.STRING());
  }

  /** The rows that are there. */
  Dataset<Row> read(SparkSession spark) {
    return spread(load(spark.read()));
  }

  /** The rows as files come, with the columns of those that are there. */
  Dataset<Row> stream(SparkSession spark) {
    return spread(
        spark.readStream().format(format.source()).schema(load(spark.read()).schema()).load(path));
  }

  private Dataset<Row> load(DataFrameReader reader) {
    return reader.format(format.source()).load(path);
  }

  private Dataset<Row> spread(Dataset<Row> rows) {
    return partitions == null ? rows : rows.repartition(partitions);
  }
}
