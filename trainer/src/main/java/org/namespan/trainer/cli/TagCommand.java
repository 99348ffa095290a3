package org.namespan.trainer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.trainer.bulk.TagTask;
import org.namespan.trainer.io.Utf8Reader;
import org.namespan.trainer.record.RecordFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code namespan tag}. */
@Command(
    name = "tag",
    header = "Finds the entities of texts.",
    description = {
      "Tags the texts given as arguments, or else each line of the files named with --file, or else"
          + " each line of standard input. Files and standard input are UTF-8, plain or gzip.",
      "",
      "Also reads JSON lines (--field), CSV (--column) and folders, on several threads; leaves out"
          + " records that it cannot read, and goes on after a kill (--resume)."
    },
    footer = {
      "",
      "Each JSON line is {\"text\":...,\"entities\":[{\"type\",\"text\",\"start\",\"end\","
          + "\"score\"}]}; offsets count UTF-16 units, as Java's String does.",
      "",
      "Examples:",
      "  namespan tag 'Angela Merkel met Emmanuel Macron in Paris.'",
      "  namespan tag --file news.txt --format jsonl > entities.jsonl",
      "  namespan tag --file articles.gz --model mine.onnx",
      "  namespan tag --file news.txt --format html > news.html",
      "  curl https://example.org/a.txt | namespan tag --document",
      "  namespan tag --file docs.jsonl.gz --field body --threads 2 \\",
      "    --output found.jsonl.gz --bad bad.jsonl",
      "  namespan tag --file letters --document --output letters.jsonl"
    })
final class TagCommand implements Callable<Integer> {

  private static final int LINES_AT_ONCE = 512;

  @Spec private CommandSpec spec;
  @Mixin private ModelOption model;
  @Mixin private PersonalDataOption personalData;

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "Texts to tag.")
  private @Nullable List<String> texts;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description =
          "File of texts, one per line, or a pipe; - is standard input. Of a folder, all files below"
              + " it. May be repeated.")
  private @Nullable List<Path> files;

  @Option(
      names = "--document",
      description =
          "Read each file, or standard input, as one text instead of one per line. It may have any"
              + " length in the format jsonl; the others hold it in memory.")
  private boolean document;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Output: ${COMPLETION-CANDIDATES}. Default: table on a terminal, jsonl otherwise.")
  private @Nullable OutputFormat format;

  @Option(
      names = "--types",
      paramLabel = "TYPE",
      split = ",",
      description =
          "Types to report, of the model or of personal data, with commas between them. Default: all.")
  private Set<String> types = Set.of();

  @Option(
      names = "--entities-field",
      paramLabel = "NAME",
      description =
          "Field or column for the entities, with --field and --column. Default: entities.")
  private @Nullable String entitiesField;

  @Mixin private BulkOptions bulk;

  @Override
  public Integer call() throws IOException {
    TextSource.requireOneKind(texts, files, spec);
    if (bulk.isGiven()
        || entitiesField != null
        || (files != null && files.stream().anyMatch(Files::isDirectory))) {
      return tagRecords();
    }
    OutputFormat chosen = format;
    if (chosen == null) {
      chosen = Terminal.isOutput() ? OutputFormat.TABLE : OutputFormat.JSONL;
    }
    // Nothing is printed for the first file if the last one cannot be read.
    List<TextSource> sources = TextSource.chosen(texts, files, spec);
    try (EntityTagger tagger = load()) {
      EntityPrinter printer =
          new EntityPrinter(tagger, chosen, Terminal.colours(), spec.commandLine().getOut());
      if (texts != null) {
        printer.print(texts);
      }
      for (TextSource source : sources) {
        tag(source, chosen, tagger, printer);
      }
      printer.end();
    }
    return CommandLine.ExitCode.OK;
  }

  private EntityTagger load() throws IOException {
    try {
      return model.load(options -> personalData.addTo(options, types));
    } catch (IllegalArgumentException e) {
      throw new CommandLine.ParameterException(spec.commandLine(), "--types: " + e.getMessage(), e);
    }
  }

  private int tagRecords() throws IOException {
    if (texts != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "give texts in files with --file, or on standard input");
    }
    if (format != null && format != OutputFormat.JSONL) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--format " + format + " is for reading; records are written as jsonl");
    }
    if (entitiesField != null && !bulk.hasRecords()) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--entities-field goes with --field or --column");
    }
    bulk.check();
    String added = entitiesField == null ? "entities" : entitiesField;
    List<Path> named = files == null ? List.of(Path.of("-")) : files;
    RecordFormat records = bulk.format(named, document, added);
    try (EntityTagger tagger = load()) {
      return bulk.run(
          new BulkOptions.Plan(named, records, List.of(), model, null, null), new TagTask(tagger));
    }
  }

  private void tag(
      TextSource source, OutputFormat chosen, EntityTagger tagger, EntityPrinter printer)
      throws IOException {
    if (source.equals(TextSource.STANDARD_INPUT) && Terminal.isInput()) {
      spec.commandLine().getErr().println("Type one text per line; Ctrl-D ends.");
      spec.commandLine().getErr().flush();
    }
    try {
      if (document && chosen == OutputFormat.JSONL) {
        new DocumentPrinter(tagger, spec.commandLine().getOut()).print(source);
        return;
      }
      try (BufferedReader reader = source.open()) {
        if (document) {
          printer.print(List.of(readAll(reader)));
        } else {
          tagLines(reader, printer);
        }
      }
    } catch (Utf8Reader.MalformedTextException e) {
      throw source.notUtf8(e);
    }
  }

  private static void tagLines(BufferedReader reader, EntityPrinter printer) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      lines.add(line);
      // A person at a terminal, or a slow pipe, sees each result at once.
      if (lines.size() == LINES_AT_ONCE || !reader.ready()) {
        printer.print(lines);
        lines.clear();
      }
    }
    printer.print(lines);
  }

  private static String readAll(BufferedReader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] part = new char[1 << 16];
    for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
      text.append(part, 0, read);
    }
    return text.toString();
  }
}
