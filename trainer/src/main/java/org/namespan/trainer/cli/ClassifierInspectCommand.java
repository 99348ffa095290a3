package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.namespan.classification.ClassifierInfo;
import org.namespan.classification.TextClassifier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code namespan classifier inspect}. */
@Command(
    name = "inspect",
    header = "Prints classes, size, training data and scores of a classifier.",
    footer = {"", "Example:", "  namespan classifier inspect runs/moods/model.onnx"})
final class ClassifierInspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "Model file (.onnx) of a classifier.")
  private Path file;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (TextClassifier classifier = TextClassifier.load(file)) {
      ClassifierInfo info = classifier.info();
      InspectCommand.line(out, "file", file.toString());
      InspectCommand.line(out, "size", String.format(Locale.ROOT, "%,d bytes", Files.size(file)));
      InspectCommand.digest(out, info.sha256());
      InspectCommand.line(out, "classes", String.join(" ", info.classes()));
      InspectCommand.line(out, "classes of a text", info.severalClasses() ? "any number" : "one");
      InspectCommand.line(
          out, "cleaning", info.cleaning().isEmpty() ? "none" : String.join(" ", info.cleaning()));
      InspectCommand.line(
          out, "vocabulary", String.format(Locale.ROOT, "%,d words", info.vocabularySize()));
      info.facts().forEach((name, value) -> InspectCommand.line(out, name, value));
    }
    StandardOutput.send(out);
    return CommandLine.ExitCode.OK;
  }
}
