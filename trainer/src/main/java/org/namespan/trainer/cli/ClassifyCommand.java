package org.namespan.trainer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.classification.TextClassifier;
import org.namespan.trainer.io.Utf8Reader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code namespan classify}. */
@Command(
    name = "classify",
    header = "Tells the classes of texts.",
    description = {
      "Classifies the texts given as arguments, or else each line of the files named with --file, or"
          + " else each line of standard input. Files and standard input are UTF-8, plain or gzip."
    },
    footer = {
      "",
      "Each JSON line is {\"text\":...,\"classes\":[...],\"scores\":[{\"class\",\"score\"}]}, with"
          + " --explain also \"tokens\":[{\"text\",\"start\",\"end\",\"influence\"}] for the likeliest"
          + " class; offsets count UTF-16 units, as Java's String does.",
      "",
      "Examples:",
      "  namespan classify --model moods.onnx 'What a lovely evening!'",
      "  namespan classify --model moods.onnx --file reviews.txt --format jsonl > moods.jsonl",
      "  namespan classify --model moods.onnx --explain 'The food was cold, but the staff kind.'"
    })
final class ClassifyCommand implements Callable<Integer> {

  private static final int LINES_AT_ONCE = 512;

  @Spec private CommandSpec spec;

  @Option(
      names = {"-m", "--model"},
      required = true,
      paramLabel = "FILE",
      description = "Model file (.onnx) of a classifier.")
  private Path model;

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "Texts to classify.")
  private @Nullable List<String> texts;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "File of texts, one per line, or a pipe; - is standard input. May be repeated.")
  private @Nullable List<Path> files;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "3",
      description = "Classes shown of each text, the likeliest first. Default: ${DEFAULT-VALUE}.")
  private int top;

  @Option(
      names = "--explain",
      description =
          "Also tell what each token does to the score of the likeliest class: by how much it falls"
              + " without the token.")
  private boolean explain;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Output: ${COMPLETION-CANDIDATES}. Default: table on a terminal, jsonl otherwise.")
  private ClassPrinter.@Nullable Format format;

  @Override
  public Integer call() throws IOException {
    AtLeast.one("--top", top, spec);
    List<TextSource> sources = TextSource.chosen(texts, files, spec);
    ClassPrinter.Format chosen = format;
    if (chosen == null) {
      chosen = Terminal.isOutput() ? ClassPrinter.Format.TABLE : ClassPrinter.Format.JSONL;
    }
    try (TextClassifier classifier = TextClassifier.load(model)) {
      ClassPrinter printer =
          new ClassPrinter(classifier, chosen, top, explain, spec.commandLine().getOut());
      if (texts != null) {
        printer.print(texts);
      }
      for (TextSource source : sources) {
        classifyLines(source, printer);
      }
    }
    return CommandLine.ExitCode.OK;
  }

  private void classifyLines(TextSource source, ClassPrinter printer) throws IOException {
    if (source.equals(TextSource.STANDARD_INPUT) && Terminal.isInput()) {
      spec.commandLine().getErr().println("Type one text per line; Ctrl-D ends.");
      spec.commandLine().getErr().flush();
    }
    List<String> lines = new ArrayList<>();
    try (BufferedReader reader = source.open()) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
        // A person at a terminal, or a slow pipe, sees each result at once.
        if (lines.size() == LINES_AT_ONCE || !reader.ready()) {
          printer.print(lines);
          lines.clear();
        }
      }
      printer.print(lines);
    } catch (Utf8Reader.MalformedTextException e) {
      throw source.notUtf8(e);
    }
  }
}
