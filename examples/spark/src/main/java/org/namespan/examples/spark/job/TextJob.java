package org.namespan.examples.spark.job;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeoutException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.streaming.Trigger;
import org.jspecify.annotations.Nullable;
import org.namespan.examples.spark.column.ClassifyTask;
import org.namespan.examples.spark.column.OffsetUnit;
import org.namespan.examples.spark.column.RedactTask;
import org.namespan.examples.spark.column.TagTask;
import org.namespan.examples.spark.column.TextColumns;
import org.namespan.examples.spark.column.TextCounters;
import org.namespan.examples.spark.column.TextTask;
import org.namespan.examples.spark.model.ClassifierSource;
import org.namespan.examples.spark.model.TaggerSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Answers a column of text; spark-submit starts it. */
@Command(
    name = "TextJob",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Adds entities, redacted texts or classes to the rows of files, and 'failure', the reason"
            + " why a row has none.")
public final class TextJob implements Callable<Integer> {

  /** What is added. */
  enum Task {
    TAG,
    REDACT,
    CLASSIFY
  }

  /** What is written. */
  enum OutputFormat {
    PARQUET,
    JSON
  }

  @Mixin private JobFiles files;

  @Option(
      names = "--output-format",
      defaultValue = "parquet",
      paramLabel = "FORMAT",
      description = "${COMPLETION-CANDIDATES}; default: parquet.")
  private OutputFormat outputFormat;

  @Option(
      names = "--task",
      defaultValue = "tag",
      paramLabel = "TASK",
      description = "${COMPLETION-CANDIDATES}; default: tag.")
  private Task task;

  @Option(
      names = "--model",
      defaultValue = "en",
      paramLabel = "MODEL",
      description =
          "Name of a model in a jar of the job, or a file whose name ends in .onnx: one of --files,"
              + " or a path that is the same on all machines. Default: en.")
  private String model;

  @Option(
      names = "--types",
      split = ",",
      paramLabel = "TYPE",
      description = "Find these types alone. Default: all.")
  private Set<String> types = Set.of();

  @Option(
      names = "--min-score",
      paramLabel = "SCORE",
      description = "Find entities above this score. Default: the model's own.")
  private @Nullable Double minScore;

  @Option(
      names = "--options-factory",
      paramLabel = "CLASS",
      description = "OptionsFactory that changes how taggers are made, to add recognizers say.")
  private @Nullable String optionsFactory;

  @Option(
      names = "--offsets",
      defaultValue = "utf16",
      paramLabel = "UNIT",
      description =
          "What start and end count: ${COMPLETION-CANDIDATES}. Python and SQL count code points."
              + " Default: utf16.")
  private OffsetUnit offsets;

  @Option(
      names = "--secret",
      paramLabel = "FILE",
      description = "Redact by hashes with the secret in this file, which is found as --model is.")
  private @Nullable String secret;

  @Option(names = "--keep-map", description = "Keep what restores a redacted text beside it.")
  private boolean keepMap;

  @Option(
      names = "--max-length",
      paramLabel = "CHARS",
      description = "Longer texts are not answered. Default: ${DEFAULT-VALUE}.")
  private int maxLength = TextColumns.MAX_LENGTH;

  @Option(
      names = "--checkpoint",
      paramLabel = "FOLDER",
      description =
          "Answer files as they come, until the job is stopped; this folder remembers which.")
  private @Nullable String checkpoint;

  @Option(
      names = "--once",
      description = "With --checkpoint: end when all files that are there are answered.")
  private boolean once;

  /** Runs the job. */
  public static void main(String[] args) {
    Jobs.run(new TextJob(), args);
  }

  @Override
  public Integer call() throws IOException, TimeoutException, StreamingQueryException {
    try (SparkSession spark = SparkSession.builder().getOrCreate()) {
      TextCounters counters = new TextCounters(spark.sparkContext());
      TextColumns columns =
          new TextColumns(files.column(), task(), counters).withMaxLength(maxLength);
      long start = System.nanoTime();
      if (checkpoint == null) {
        write(columns.addTo(files.read(spark)));
      } else {
        writeStream(columns.addTo(files.stream(spark)), checkpoint);
      }
      System.out.println(summary(counters, (System.nanoTime() - start) / 1e9));
    }
    return CommandLine.ExitCode.OK;
  }

  private TextTask task() {
    TaggerSource tagger = new TaggerSource(model, types, minScore, optionsFactory);
    return switch (task) {
      case TAG -> new TagTask(tagger, offsets);
      case REDACT -> new RedactTask(tagger, secret, keepMap);
      case CLASSIFY -> new ClassifyTask(new ClassifierSource(model));
    };
  }

  private void write(Dataset<Row> rows) {
    rows.write().format(format()).save(files.output());
  }

  private void writeStream(Dataset<Row> rows, String checkpoint)
      throws TimeoutException, StreamingQueryException {
    StreamingQuery query =
        rows.writeStream()
            .format(format())
            .option("path", files.output())
            .option("checkpointLocation", checkpoint)
            .trigger(once ? Trigger.AvailableNow() : Trigger.ProcessingTime(0))
            .start();
    query.awaitTermination();
  }

  private String format() {
    return outputFormat.name().toLowerCase(Locale.ROOT);
  }

  private static String summary(TextCounters counters, double seconds) {
    return String.format(
        Locale.ROOT,
        "%,d rows, %,d tokens, %,d entities, %,d failures, %.1f s, %,.0f tokens/s",
        counters.rows(),
        counters.tokens(),
        counters.entities(),
        counters.failures(),
        seconds,
        counters.tokens() / seconds);
  }
}
