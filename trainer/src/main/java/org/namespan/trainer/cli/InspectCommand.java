package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.ModelInfo;
import org.namespan.model.ModelMetadata;
import org.namespan.model.text.ControlCharacters;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code namespan inspect}. */
@Command(
    name = "inspect",
    header = "Prints what a model file says of itself.",
    description =
        "Prints entity types, what they mean, labels, sizes, training data and scores, one per line.",
    footer = {"", "Example:", "  namespan inspect runs/mine/model.onnx"})
final class InspectCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description = "Model file (.onnx). Default: the bundled English model.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (EntityTagger tagger = ModelOption.load(file)) {
      ModelInfo info = tagger.info();
      line(out, "file", file == null ? "bundled English model" : file.toString());
      if (file != null) {
        line(out, "size", String.format(Locale.ROOT, "%,d bytes", Files.size(file)));
      }
      digest(out, info.sha256());
      line(out, "types", String.join(" ", info.types()));
      Map<String, String> facts = new TreeMap<>(info.facts());
      for (Map.Entry<String, String> type : info.typeDescriptions().entrySet()) {
        String name = ModelMetadata.TYPE_FACT + type.getKey();
        line(out, name, type.getValue());
        facts.remove(name);
      }
      line(out, "labels", String.join(" ", info.labels()));
      line(out, "scheme", info.scheme());
      line(out, "vocabulary", String.format(Locale.ROOT, "%,d words", info.vocabularySize()));
      line(out, "min score", Double.toString(info.minScore()));
      for (Map.Entry<String, String> fact : facts.entrySet()) {
        line(out, fact.getKey(), fact.getValue());
      }
      StandardOutput.send(out);
    }
    return CommandLine.ExitCode.OK;
  }

  /** Prints the digest that a file ends with. */
  static void digest(PrintWriter out, Optional<String> sha256) {
    line(out, "sha256", sha256.orElse("none, the file is of a format version before 6"));
  }

  /** Prints a name and what it has. */
  static void line(PrintWriter out, String name, String value) {
    out.println(ControlCharacters.escape(String.format(Locale.ROOT, "%-20s  %s", name, value)));
  }
}
