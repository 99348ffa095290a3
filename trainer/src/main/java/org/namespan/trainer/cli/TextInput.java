package org.namespan.trainer.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.io.Utf8Reader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The options that name the one text that a command reads. */
final class TextInput {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Parameters(paramLabel = "TEXT", arity = "0..*", description = "Text, a line in each argument.")
  private @Nullable List<String> lines;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description =
          "File with the text, UTF-8, plain or gzip; - is standard input. Default: standard input,"
              + " where no text is given.")
  private @Nullable Path file;

  /** Whether a folder is named. */
  boolean isFolder() {
    return file != null && Files.isDirectory(file);
  }

  /** The file with records; {@code -} for standard input. */
  List<Path> recordFiles() {
    if (lines != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "give records in a file with --file, or on standard input");
    }
    return List.of(file == null ? Path.of("-") : file);
  }

  /** Takes the pieces of a text. */
  interface Pieces {
    /** Takes the next piece. */
    void add(String piece) throws IOException;
  }

  /**
   * Reads the text piece by piece, with a byte-order mark where it has one. It may be empty.
   *
   * @throws IOException if it cannot be read or is not UTF-8
   */
  void read(Pieces pieces) throws IOException {
    if (lines != null && file != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "give the text as arguments or a file with --file, not both");
    }
    if (lines != null) {
      read(new StringReader(String.join("\n", lines) + "\n"), pieces);
      return;
    }
    TextSource source = file == null ? TextSource.STANDARD_INPUT : TextSource.named(file);
    source.checkReadable();
    try (BufferedReader reader = source.openWithMark()) {
      read(reader, pieces);
    } catch (Utf8Reader.MalformedTextException e) {
      throw source.notUtf8(e);
    }
  }

  private static void read(Reader reader, Pieces pieces) throws IOException {
    char[] part = new char[1 << 16];
    for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
      pieces.add(new String(part, 0, read));
    }
  }
}
