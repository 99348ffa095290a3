package org.namespan.examples.spark.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.LongAccumulator;
import org.namespan.examples.spark.job.JobFiles;
import org.namespan.examples.spark.job.Jobs;
import org.namespan.trainer.corpus.SoftCorpus;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Labels a column of text by teachers, for a student to learn from; spark-submit starts it. */
@Command(
    name = "LabelJob",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Labels texts as 'namespan label' does. In the folder of the output are gzip files, the first"
          + " one with the labels; put one behind another they are what 'namespan train --soft' reads:",
      "",
      "  cat wiki/*.gz > wiki.soft.gz"
    })
public final class LabelJob implements Callable<Integer> {

  @Mixin private JobFiles files;

  @Option(
      names = "--teacher",
      required = true,
      paramLabel = "MODEL",
      description =
          "Model file, or folder of a run, of --files or --archives, or a path that is the same on"
              + " all machines; may be repeated. The first one also splits the text.")
  private List<String> teachers;

  @Option(
      names = "--max-length",
      defaultValue = "60",
      paramLabel = "N",
      description = "Leave out sentences of more tokens. Default: ${DEFAULT-VALUE}.")
  private int maxLength;

  /** Runs the job. */
  public static void main(String[] args) {
    Jobs.run(new LabelJob(), args);
  }

  @Override
  public Integer call() throws IOException {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      LongAccumulator sentences = spark.sparkContext().longAccumulator("sentences");
      LongAccumulator tokens = spark.sparkContext().longAccumulator("tokens");
      Labelling labelling = new Labelling(teachers, maxLength, sentences, tokens);
      List<String> labels = labelling.labels();
      MapPartitionsFunction<String, String> label = labelling::label;
      files
          .readTexts(spark)
          .mapPartitions(label, Encoders.STRING())
          .write()
          .option("compression", "gzip")
          .text(files.output());
      writeLabels(spark, labels);
      System.out.printf(Locale.ROOT, "%,d sentences, %,d tokens%n", sentences.sum(), tokens.sum());
    }
    return CommandLine.ExitCode.OK;
  }

  /** Its name stands before those of Spark's parts. */
  private void writeLabels(SparkSession spark, List<String> labels) throws IOException {
    Path file = new Path(files.output(), "labels.txt.gz");
    FileSystem system = file.getFileSystem(spark.sparkContext().hadoopConfiguration());
    try (OutputStream packed = new GZIPOutputStream(system.create(file, false))) {
      packed.write(SoftCorpus.header(labels).getBytes(StandardCharsets.UTF_8));
    }
  }
}
