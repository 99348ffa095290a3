package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.ErrorList;
import org.namespan.trainer.evaluation.EvaluatedCorpus;
import org.namespan.trainer.evaluation.PredictionColumns;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that name files for what was predicted on a corpus. */
final class ListingOptions {

  @Option(
      names = "--errors",
      paramLabel = "FILE",
      description =
          "Write every wrong entity with its sentence to this file. An entity is missed, spurious, of"
              + " another type, or of other bounds. Text, or by the name of the file: JSON lines"
              + " (.jsonl), or columns of token, gold and predicted tag (.conll).")
  private @Nullable Path errors;

  @Option(
      names = "--predictions",
      paramLabel = "FILE",
      description =
          "Write gold beside predicted to this file: token, gold tag and predicted tag in BIO, apart"
              + " by TAB, as conlleval -d '\\t' reads it.")
  private @Nullable Path predictions;

  /** Whether errors are listed, for which scores of spans are wanted. */
  boolean listsErrors() {
    return errors != null;
  }

  /** Refuses, before any work, files that could not be written or are {@code inputs}. */
  void require(Corpus gold, List<Path> inputs, CommandSpec command) throws IOException {
    if (errors != null
        && predictions != null
        && errors.toAbsolutePath().normalize().equals(predictions.toAbsolutePath().normalize())) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "--errors and --predictions name the same file: give two");
    }
    if (errors != null) {
      requireOutput("--errors", errors, inputs, command);
      ErrorList.check(gold, errors);
    }
    if (predictions != null) {
      requireOutput("--predictions", predictions, inputs, command);
      PredictionColumns.check(gold, predictions);
    }
  }

  private static void requireOutput(
      String option, Path file, List<Path> inputs, CommandSpec command) throws IOException {
    Outputs.requireFile(file);
    for (Path input : inputs) {
      if (Files.exists(file) && Files.isSameFile(file, input)) {
        throw new CommandLine.ParameterException(
            command.commandLine(), option + " is " + file + ", which is read: give another file");
      }
    }
  }

  /** Writes the files that were named. */
  void write(EvaluatedCorpus evaluated) throws IOException {
    if (errors != null) {
      new ErrorList(evaluated.corpus(), evaluated.errors()).write(errors);
    }
    if (predictions != null) {
      PredictionColumns.write(evaluated.sentences(), predictions);
    }
  }
}
