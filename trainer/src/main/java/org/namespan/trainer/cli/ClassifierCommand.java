package org.namespan.trainer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code namespan classifier}. */
@Command(
    name = "classifier",
    header = "Trains text classifiers, scores and exports them.",
    description = {
      "A classifier gives a text one class, or any number of them: a mood, a language, what it asks"
          + " for. 'namespan classify' runs one."
    },
    footer = {
      "",
      "Examples:",
      "  namespan classifier check --data train.tsv --dev dev.tsv",
      "  namespan classifier train --data train.tsv --dev dev.tsv --out runs/moods",
      "  namespan classifier evaluate --model runs/moods/model.onnx --data test.tsv",
      "  namespan classify --model runs/moods/model.onnx 'What a lovely evening!'"
    },
    subcommands = {
      ClassifierTrainCommand.class,
      ClassifierEvaluateCommand.class,
      ClassifierExportCommand.class,
      ClassifierCheckCommand.class,
      ClassifierInspectCommand.class
    })
final class ClassifierCommand implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }
}
