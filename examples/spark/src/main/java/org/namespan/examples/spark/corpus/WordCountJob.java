package org.namespan.examples.spark.corpus;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.namespan.examples.spark.job.JobFiles;
import org.namespan.examples.spark.job.Jobs;
import org.namespan.examples.spark.model.ExecutorModels;
import org.namespan.examples.spark.model.TaggerModel;
import org.namespan.examples.spark.model.TaggerSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts the words of a column of text; spark-submit starts it. */
@Command(
    name = "WordCountJob",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Counts the words of texts, split as a model splits them and in the forms in which it looks"
            + " them up: rows of 'word' and 'count', the most frequent first, in Parquet.")
public final class WordCountJob implements Callable<Integer> {

  @Mixin private JobFiles files;

  @Option(
      names = "--model",
      defaultValue = "en",
      paramLabel = "MODEL",
      description =
          "Name of a model in a jar of the job, or a file whose name ends in .onnx. Default: en.")
  private String model;

  @Option(
      names = "--min-count",
      defaultValue = "1",
      paramLabel = "N",
      description = "Leave out words that are rarer. Default: ${DEFAULT-VALUE}.")
  private long minCount;

  /** Runs the job. */
  public static void main(String[] args) {
    Jobs.run(new WordCountJob(), args);
  }

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      count(files.readTexts(spark), TaggerSource.of(model))
          .where(functions.col("count").geq(minCount))
          .write()
          .parquet(files.output());
    }
    return CommandLine.ExitCode.OK;
  }

  private static Dataset<Row> count(Dataset<String> texts, TaggerSource source) {
    FlatMapFunction<String, String> words = text -> words(text, ExecutorModels.get(source));
    return texts
        .flatMap(words, Encoders.STRING())
        .groupBy(functions.col("value").as("word"))
        .count()
        .orderBy(functions.desc("count"), functions.asc("word"));
  }

  private static Iterator<String> words(String text, TaggerModel model) {
    return model.splitter().split(text).stream()
        .flatMap(List::stream)
        .map(token -> model.recipe().wordForm(token.text()))
        .iterator();
  }
}
