package org.namespan.trainer.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.namespan.model.text.ControlCharacters;
import org.namespan.trainer.training.TrainingException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failure in one line and exits with 1; only what is a bug shows its stack trace. */
final class FailureHandler implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parseResult) {
    PrintWriter err = commandLine.getErr();
    if (failure instanceof StandardOutput.OutputException closed && closed.isReaderGone()) {
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (InterruptNotice.isEnding()) {
      return CommandLine.ExitCode.SOFTWARE;
    }
    if (failure instanceof IOException || failure instanceof TrainingException) {
      err.println("namespan: " + ControlCharacters.escape(message(failure)));
    } else {
      err.println("namespan: unexpected failure, please report it:");
      failure.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  /** What happened, for the exceptions of {@code java.nio.file} whose message is a bare path. */
  static String message(Exception failure) {
    if (failure instanceof FileSystemException fileFailure && fileFailure.getReason() == null) {
      return fileFailure.getFile() + ": " + reason(fileFailure);
    }
    if (failure instanceof FileSystemException fileFailure) {
      return fileFailure.getFile() + ": " + fileFailure.getReason();
    }
    String message = failure.getMessage();
    return message == null ? failure.getClass().getSimpleName() : message.replaceAll("\\R", " ");
  }

  private static String reason(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
      return "is a file where a directory is expected";
    }
    return "cannot be used";
  }
}
