package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.Version;
import org.namespan.trainer.bulk.BulkOutput;
import org.namespan.trainer.bulk.BulkRun;
import org.namespan.trainer.bulk.BulkTask;
import org.namespan.trainer.bulk.Counts;
import org.namespan.trainer.bulk.MapLines;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.record.CsvFormat;
import org.namespan.trainer.record.FieldPath;
import org.namespan.trainer.record.JsonLineFormat;
import org.namespan.trainer.record.PlainFormat;
import org.namespan.trainer.record.RecordFiles;
import org.namespan.trainer.record.RecordFormat;
import org.namespan.trainer.record.RecordSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options that go through files of records, of any size. */
final class BulkOptions {

  /** What may change between a run and the one that goes on with it. */
  private static final Set<String> MAY_CHANGE = Set.of("--resume", "--threads", "--progress");

  /** Files that stand for their content. */
  private static final Set<String> READ = Set.of("--file", "--model", "--key", "--secret");

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--field",
      paramLabel = "NAME",
      description =
          "Read JSON lines, with the text in this field: a name, a path (article.body) or a JSON"
              + " pointer (/article/body). All else of a line stays as it is.")
  private @Nullable String field;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      description = "Read CSV, with the text in the column that the first row calls so.")
  private @Nullable String column;

  @Option(
      names = "--delimiter",
      paramLabel = "CHAR",
      description =
          "Between the cells of CSV. Default: a tab in files that end in .tsv, else a comma.")
  private @Nullable Character delimiter;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "Write the result to a file that appears once it is whole, packed where the name ends in"
              + " .gz. Default: standard output.")
  private @Nullable Path output;

  @Option(
      names = "--resume",
      description = "Go on where a run with the same options was stopped or killed.")
  private boolean resume;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads that work on it; the result is the same. Default: 1.")
  private @Nullable Integer threads;

  @Option(
      names = "--bad",
      paramLabel = "FILE",
      description =
          "Write records that cannot be read to a file, as JSON lines with file, line, reason and the"
              + " record itself. Default: the first ten are told on standard error, and the exit code"
              + " is 1.")
  private @Nullable Path bad;

  @Option(
      names = "--max-length",
      paramLabel = "BYTES",
      description = "Longer records count as bad. Default: 4194304.")
  private @Nullable Integer maxLength;

  @Option(
      names = "--progress",
      description = "Tell progress on standard error, also where that is no terminal.")
  private boolean progress;

  /** Whether one of these options is given. */
  boolean isGiven() {
    return hasRecords()
        || delimiter != null
        || output != null
        || threads != null
        || bad != null
        || maxLength != null
        || resume
        || progress;
  }

  /** Whether the text stands in a part of each record. */
  boolean hasRecords() {
    return field != null || column != null;
  }

  /** Refuses options that need records, where there are none. */
  void requireRecords() {
    if (isGiven()) {
      throw misuse("--output, --threads and the like go through records: add --field or --column");
    }
  }

  /**
   * How records are read and written.
   *
   * @param documents whether each file is one text
   * @param added name of the field or column for entities; empty for none
   */
  RecordFormat format(List<Path> files, boolean documents, String added) {
    if (field != null && column != null) {
      throw misuse("--field reads JSON lines and --column CSV; give one of them");
    }
    if (delimiter != null && column == null) {
      throw misuse("--delimiter stands between the cells of CSV; name the column with --column");
    }
    if (documents && hasRecords()) {
      throw misuse("--document reads each file as one text, --field and --column many; give one");
    }
    if (field != null) {
      try {
        return new JsonLineFormat(FieldPath.of(field), added);
      } catch (IllegalArgumentException e) {
        throw misuse("--field: " + e.getMessage());
      }
    }
    if (column != null) {
      return new CsvFormat(column, added, delimiter(files));
    }
    return documents ? PlainFormat.documents() : PlainFormat.lines();
  }

  private char delimiter(List<Path> files) {
    if (delimiter == null) {
      return files.stream().allMatch(BulkOptions::isTabbed) ? '\t' : ',';
    }
    if (delimiter > '~' || delimiter == '"' || delimiter == '\n' || delimiter == '\r') {
      throw misuse("--delimiter is no ASCII character that can part cells");
    }
    return delimiter;
  }

  private static boolean isTabbed(Path file) {
    String name = file.toString();
    return name.endsWith(".tsv") || name.endsWith(".tsv.gz");
  }

  /**
   * What a run is done with.
   *
   * @param files as they are named
   * @param format of their records
   * @param inputs other files that are read, for their content: keys, secrets, a model
   * @param model null where none is used
   * @param mapsRead file with a redaction map for each record; null for none
   * @param mapsWritten file for a redaction map of each record; null for none
   */
  record Plan(
      List<Path> files,
      RecordFormat format,
      List<Path> inputs,
      @Nullable ModelOption model,
      @Nullable Path mapsRead,
      @Nullable Path mapsWritten) {}

  /** Whether it goes on with a run that is not yet ended. */
  boolean goesOn() {
    return resume && output != null && BulkOutput.isBegun(output);
  }

  /**
   * Checks the options, before a model is loaded.
   *
   * @throws IOException if a file that is written cannot be
   */
  void check() throws IOException {
    if (resume && output == null) {
      throw misuse("--resume goes on with a file; name it with --output");
    }
    AtLeast.one("--threads", threads(), spec);
    AtLeast.one("--max-length", maxLength(), spec);
    if (maxLength() > 1 << 29) {
      throw misuse("--max-length is " + maxLength() + ", expected at most " + (1 << 29));
    }
    if (output != null) {
      Outputs.requireRegularFile(output);
    }
    if (bad != null) {
      Outputs.requireRegularFile(bad);
    }
  }

  private int threads() {
    return threads == null ? 1 : threads;
  }

  private int maxLength() {
    return maxLength == null ? 1 << 22 : maxLength;
  }

  /** Answers all records; returns the exit code. */
  int run(Plan plan, BulkTask task) throws IOException {
    RecordFiles files = RecordFiles.of(plan.files(), System.in);
    if (resume && !files.areRepeatable()) {
      throw misuse("--resume reads the input again, which a pipe does not allow; name files");
    }
    PrintWriter out = spec.commandLine().getOut();
    RunFiles.of(plan, output, bad).requireDistinct();
    BulkOutput.Files written =
        new BulkOutput.Files(behindLinks(output), plan.mapsWritten(), behindLinks(bad));
    long start = System.nanoTime();
    try (BulkOutput answers =
            BulkOutput.open(written, lines -> print(lines, out), facts(plan, files), resume);
        RecordSource source =
            new RecordSource(files, plan.format(), maxLength(), answers.position());
        MapLines maps = plan.mapsRead() == null ? null : MapLines.open(plan.mapsRead());
        BulkProgress monitor =
            new BulkProgress(
                spec.commandLine().getErr(), files.size(), progress, output, answers.counts())) {
      Counts counts =
          new BulkRun(source, plan.format(), task, maps, answers, threads(), output == null)
              .run(monitor);
      monitor.ended(counts, bad, (System.nanoTime() - start) / 1e9);
      return counts.bad() > 0 && bad == null ? CommandLine.ExitCode.SOFTWARE : 0;
    }
  }

  private static @Nullable Path behindLinks(@Nullable Path file) throws IOException {
    return file == null ? null : AtomicFile.behindLinks(file);
  }

  /** What a run must be the same in to go on with it. */
  private Map<String, String> facts(Plan plan, RecordFiles files) throws IOException {
    if (output == null) {
      // Nothing is left to go on with, so the model need not be read once more.
      return Map.of();
    }
    Map<String, String> facts = new TreeMap<>();
    facts.put("version", Version.current());
    facts.put("command", spec.name());
    if (plan.model() != null) {
      facts.put("SHA-256 of the model", plan.model().digest());
    }
    files.fingerprints().forEach((name, value) -> facts.put("input " + name, value));
    facts.put("input", plan.files().stream().map(Path::toString).collect(Collectors.joining(" ")));
    for (Path each : plan.inputs()) {
      BasicFileAttributes attributes = Files.readAttributes(each, BasicFileAttributes.class);
      facts.put("input " + each, attributes.size() + " bytes of " + attributes.lastModifiedTime());
    }
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (!MAY_CHANGE.contains(option.longestName()) && !READ.contains(option.longestName())) {
        facts.put(option.longestName(), String.join(" ", option.originalStringValues()));
      }
    }
    return facts;
  }

  private static void print(String lines, PrintWriter out) throws IOException {
    if (Terminal.isOutput()) {
      lines.lines().forEach(line -> out.println(ControlCharacters.escape(line)));
    } else {
      out.print(lines);
    }
    StandardOutput.send(out);
  }

  private CommandLine.ParameterException misuse(String message) {
    return new CommandLine.ParameterException(Objects.requireNonNull(spec.commandLine()), message);
  }
}
