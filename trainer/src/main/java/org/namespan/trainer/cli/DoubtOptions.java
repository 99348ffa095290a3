package org.namespan.trainer.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.check.CorpusCheck;
import org.namespan.trainer.check.CrossValidation;
import org.namespan.trainer.check.DoubtCheck;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The options that say which models are asked about labels. */
final class DoubtOptions {

  @Option(names = "--doubts", description = "Also list labels that models doubt.")
  private boolean doubts;

  @Option(
      names = {"-m", "--model"},
      paramLabel = "MODEL",
      description =
          "With --doubts: ask this model file, or the best epoch in the folder of a run, instead of"
              + " models trained for it; may be repeated. It must know the types of the corpora,"
              + " and should not have learned from them.")
  private List<Path> models = List.of();

  @Option(
      names = "--folds",
      paramLabel = "N",
      defaultValue = "4",
      description =
          "With --doubts: models that are trained, each without an N-th of the sentences, about"
              + " which it is asked. Default: ${DEFAULT-VALUE}.")
  private int folds;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "With --doubts: seed of these models. Default: ${DEFAULT-VALUE}.")
  private long seed;

  /** Refuses what cannot be. */
  void check(CommandSpec command) {
    if (!models.isEmpty() && !doubts) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "--model is asked with --doubts only: give both or none");
    }
    if (folds < 2) {
      throw new CommandLine.ParameterException(
          command.commandLine(), "--folds is " + folds + ", expected at least 2");
    }
  }

  /** The check that was asked for; null if none was. */
  @Nullable CorpusCheck asked(CommandSpec command) {
    if (!doubts) {
      return null;
    }
    PrintWriter err = command.commandLine().getErr();
    return models.isEmpty()
        ? DoubtCheck.of(
            new CrossValidation(
                folds,
                seed,
                line -> {
                  err.println(line);
                  err.flush();
                }))
        : DoubtCheck.of(models);
  }
}
