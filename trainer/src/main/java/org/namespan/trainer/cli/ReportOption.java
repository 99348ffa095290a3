package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.model.text.ControlCharacters;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** The option that names a folder for a page to look at. */
final class ReportOption {

  private final String name;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description =
          "Write everything as one HTML page with charts to this folder. It opens in any browser,"
              + " without network or server.")
  private @Nullable Path folder;

  /**
   * @param name of the page in the folder
   */
  ReportOption(String name) {
    this.name = name;
  }

  /** Whether a page is to be written. */
  boolean isGiven() {
    return folder != null;
  }

  /** Where the page goes, or null where none was asked for. */
  @Nullable Path file() {
    return folder == null ? null : folder.resolve(name);
  }

  /** Refuses, before any work, a page that could not be written or is one of {@code inputs}. */
  void require(List<Path> inputs, CommandSpec command) throws IOException {
    Path file = file();
    if (file == null) {
      return;
    }
    Outputs.requireFile(file);
    for (Path input : inputs) {
      if (Files.exists(file) && Files.isSameFile(file, input)) {
        throw new CommandLine.ParameterException(
            command.commandLine(),
            "--report writes " + file + ", which is read: give another folder");
      }
    }
  }

  /** Says where the page is, on standard error. */
  void tell(CommandSpec command) {
    PrintWriter err = command.commandLine().getErr();
    err.println("report: " + ControlCharacters.escape(file() + ""));
    err.flush();
  }
}
