package org.namespan.trainer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.trainer.io.Utf8Reader;
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
          + " each line of standard input."
    },
    footer = {
      "",
      "Each JSON line is {\"text\":...,\"entities\":[{\"type\",\"text\",\"start\",\"end\","
          + "\"score\"}]}; offsets count UTF-16 units, as Java's String does.",
      "",
      "Examples:",
      "  namespan tag 'Angela Merkel met Emmanuel Macron in Paris.'",
      "  namespan tag --file news.txt --format jsonl > entities.jsonl",
      "  zcat articles.gz | namespan tag --model mine.onnx"
    })
final class TagCommand implements Callable<Integer> {

  private static final int LINES_AT_ONCE = 512;

  @Spec private CommandSpec spec;
  @Mixin private ModelOption model;

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "Texts to tag.")
  private @Nullable List<String> texts;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "File of texts in UTF-8, one per line; may be repeated.")
  private @Nullable List<Path> files;

  @Option(
      names = "--document",
      description = "Read each file, or standard input, as one text instead of one per line.")
  private boolean document;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Output: ${COMPLETION-CANDIDATES}. Default: table on a terminal, jsonl otherwise.")
  private @Nullable OutputFormat format;

  @Override
  public Integer call() throws IOException {
    if (texts != null && files != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "give texts as arguments or files with --file, not both");
    }
    OutputFormat chosen = format;
    if (chosen == null) {
      chosen = Terminal.isOutput() ? OutputFormat.TABLE : OutputFormat.JSONL;
    }
    if (files != null) {
      requireFiles(files);
    }
    try (EntityTagger tagger = model.load()) {
      EntityPrinter printer =
          new EntityPrinter(tagger, chosen, Terminal.colours(), spec.commandLine().getOut());
      if (texts != null) {
        printer.print(texts);
      } else if (files != null) {
        for (Path file : files) {
          try (InputStream in = Files.newInputStream(file)) {
            tagStream(in, file.toString(), printer);
          }
        }
      } else {
        if (Terminal.isInput()) {
          spec.commandLine().getErr().println("Type one text per line; Ctrl-D ends.");
          spec.commandLine().getErr().flush();
        }
        tagStream(System.in, "standard input", printer);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  /** Nothing is printed for the first file if the last one cannot be read. */
  private static void requireFiles(List<Path> files) throws IOException {
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        throw new IOException(file + ": is a directory; expected a text file");
      }
      try (InputStream in = Files.newInputStream(file)) {
        // A pipe can be read only once.
        if (Files.isRegularFile(file)) {
          requireText(Utf8Reader.of(in), file);
        }
      } catch (CharacterCodingException e) {
        throw notUtf8(file.toString(), e);
      }
    }
  }

  private static void requireText(Reader reader, Path file) throws IOException {
    char[] part = new char[1 << 16];
    int read = reader.read(part);
    if (read < 0) {
      throw new IOException(file + ": is empty; expected a text file");
    }
    while (read >= 0) {
      read = reader.read(part);
    }
  }

  private static IOException notUtf8(String name, CharacterCodingException e) {
    return new IOException(name + ": not UTF-8; convert it first, with iconv for example", e);
  }

  private void tagStream(InputStream in, String name, EntityPrinter printer) throws IOException {
    try {
      BufferedReader reader = Utf8Reader.of(in);
      if (document) {
        printer.print(List.of(readAll(reader)));
        return;
      }
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
    } catch (CharacterCodingException e) {
      throw notUtf8(name, e);
    }
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
