package org.namespan.trainer.cli;

import org.namespan.trainer.Version;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code namespan}. */
@Command(
    name = "namespan",
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Finds named entities in text, and trains the models that do.",
      "",
      "Results go to standard output, everything else to standard error."
    },
    mixinStandardHelpOptions = true,
    versionProvider = NamespanCommand.VersionProvider.class,
    subcommands = {
      TagCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      ExportCommand.class,
      SplitCommand.class,
      InspectCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the input was bad or the work failed; the reason is on standard error",
      "2:the command line was not understood"
    },
    footer = {
      "",
      "Examples:",
      "  namespan tag 'Barack Obama flew to Thailand in December.'",
      "  namespan train --preset standard --data train.conll --dev dev.conll --out runs/mine",
      "  namespan evaluate --model runs/mine/model.onnx --data dev.conll",
      "  source <(namespan generate-completion)"
    })
public final class NamespanCommand implements Runnable {

  @Spec private CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  /** The command line, ready to execute; tests set its writers. */
  static CommandLine commandLine() {
    return new CommandLine(new NamespanCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpAutoWidth(true)
        .setExecutionExceptionHandler(new FailureHandler());
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "a command is missing");
  }

  /** Tells the version of this build. */
  static final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"namespan " + Version.current()};
    }
  }
}
