package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.namespan.trainer.Version;
import org.namespan.trainer.io.TemporaryFolder;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code namespan}. */
@Command(
    name = "namespan",
    scope = ScopeType.INHERIT,
    mixinStandardHelpOptions = true,
    versionProvider = NamespanCommand.VersionProvider.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    usageHelpWidth = 80,
    synopsisSubcommandLabel = "COMMAND",
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    description = {
      "Finds named entities in text, and trains the models that do.",
      "",
      "Results go to standard output, everything else to standard error."
    },
    subcommands = {
      TagCommand.class,
      RedactCommand.class,
      RestoreCommand.class,
      ServeCommand.class,
      TrainCommand.class,
      EvaluateCommand.class,
      CompareCommand.class,
      ExportCommand.class,
      CalibrateCommand.class,
      LabelCommand.class,
      VectorsCommand.class,
      CurveCommand.class,
      SuggestCommand.class,
      ConvertCommand.class,
      SplitCommand.class,
      CheckCommand.class,
      InspectCommand.class,
      ClassifyCommand.class,
      ClassifierCommand.class,
      CommandLine.HelpCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the input was bad or the work failed; the reason is on standard error",
      "2:the command line was not understood"
    })
public final class NamespanCommand implements Runnable {

  /** Set on the main command only: what is declared above goes for every command. */
  private static final String[] EXAMPLES = {
    "",
    "Examples:",
    "  namespan tag 'Barack Obama flew to Thailand in December.'",
    "  namespan train --data train.conll --dev dev.conll --out runs/mine",
    "  namespan evaluate --model runs/mine/model.onnx --data dev.conll",
    "  source <(namespan generate-completion)"
  };

  @Spec private CommandSpec spec;

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    TemporaryFolder.begin();
    CommandLine commandLine = commandLine();
    PrintWriter out = new StandardOutput();
    int exitCode = commandLine.setOut(out).execute(args);
    out.flush();
    commandLine.getErr().flush();
    System.exit(exitCode);
  }

  /** The command line, ready to execute; tests set its writers. */
  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new NamespanCommand());
    commandLine.getCommandSpec().usageMessage().footer(EXAMPLES);
    return commandLine
        .registerConverter(Path.class, NamespanCommand::path)
        .setCaseInsensitiveEnumValuesAllowed(true)
        // An argument such as @user is a text to tag, and no file of arguments.
        .setExpandAtFiles(false)
        .setParameterExceptionHandler(new UsageErrorHandler())
        .setExecutionStrategy(NamespanCommand::execute)
        .setExecutionExceptionHandler(new FailureHandler());
  }

  /** The empty path is the working folder to Java, and a variable that is not set to people. */
  private static Path path(String name) {
    if (name.isEmpty()) {
      throw new CommandLine.TypeConversionException("found an empty name, expected that of a file");
    }
    return Path.of(name);
  }

  /** Runs a command; that memory was too small is a failure like others, with what to do. */
  private static int execute(ParseResult parsed) {
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (OutOfMemoryError e) {
      String message =
          "out of memory ("
              + e.getMessage()
              + "; the heap may have "
              + (Runtime.getRuntime().maxMemory() >> 20)
              + " MB); give it more by the variable NAMESPAN_JAVA_OPTS=-Xmx8g, for example";
      throw new CommandLine.ExecutionException(
          parsed.commandSpec().commandLine(), message, new IOException(message, e));
    }
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
