package org.namespan.trainer.cli;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.io.InputFile;
import org.namespan.trainer.io.Utf8Reader;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Text in UTF-8, plain or gzip, that a user names: a file, a named pipe, or standard input.
 *
 * @param file the file; null for standard input
 */
record TextSource(@Nullable Path file) {

  /** Standard input. */
  static final TextSource STANDARD_INPUT = new TextSource(null);

  private static final Path STANDARD_INPUT_NAME = Path.of("standard input");

  /** The file of that name, or standard input for {@code -}. */
  static TextSource named(Path name) {
    return name.toString().equals("-") ? STANDARD_INPUT : new TextSource(name);
  }

  /**
   * The files that are named, or standard input where there are neither files nor texts. Each has
   * been checked, so that nothing is printed for the first if the last one cannot be read.
   *
   * @param texts given as arguments; null for none
   * @param files given by {@code --file}; null for none
   * @throws CommandLine.ParameterException if there are both, or standard input is named twice
   */
  static List<TextSource> chosen(
      @Nullable List<String> texts, @Nullable List<Path> files, CommandSpec spec)
      throws IOException {
    requireOneKind(texts, files, spec);
    if (texts != null) {
      return List.of();
    }
    if (files == null) {
      return List.of(STANDARD_INPUT);
    }
    List<TextSource> sources = files.stream().map(TextSource::named).toList();
    if (Collections.frequency(sources, STANDARD_INPUT) > 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--file - is given twice; standard input can be read only once");
    }
    for (TextSource source : sources) {
      source.check();
    }
    return sources;
  }

  /** Refuses texts that are given as arguments beside files. */
  static void requireOneKind(
      @Nullable List<String> texts, @Nullable List<Path> files, CommandSpec spec) {
    if (texts != null && files != null) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "give texts as arguments or files with --file, not both");
    }
  }

  /** As the user named it, for messages. */
  Path name() {
    return file == null ? STANDARD_INPUT_NAME : file;
  }

  /** Whether it can be opened again; a pipe can be read only once. */
  boolean isRepeatable() {
    return file != null && Files.isRegularFile(file);
  }

  /**
   * Checks what can be known before anything is printed; a pipe is not opened for it.
   *
   * @throws IOException if there is no such file, or it is empty, cannot be unpacked or is not
   *     UTF-8
   */
  void check() throws IOException {
    if (checkReadable() == 0) {
      throw new IOException(file + ": is empty; expected a text file");
    }
  }

  /**
   * Checks the same where a text may be empty.
   *
   * @return its {@code char}s; -1 if they are not known before it is read
   * @throws IOException if there is no such file, or it cannot be unpacked or is not UTF-8
   */
  long checkReadable() throws IOException {
    if (file == null) {
      return -1;
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": is a directory; expected a text file");
    }
    if (!isRepeatable()) {
      // Throws if there is none.
      file.getFileSystem().provider().checkAccess(file);
      return -1;
    }
    try (BufferedReader reader = open()) {
      long length = 0;
      char[] part = new char[1 << 16];
      for (int read = reader.read(part); read >= 0; read = reader.read(part)) {
        length += read;
      }
      return length;
    } catch (Utf8Reader.MalformedTextException e) {
      throw notUtf8(e);
    }
  }

  /**
   * Opens it. Closing the reader leaves standard input open.
   *
   * @throws IOException if it cannot be opened or unpacked; the reader throws {@link
   *     Utf8Reader.MalformedTextException} at what is not UTF-8
   */
  BufferedReader open() throws IOException {
    return open(Utf8Reader::of);
  }

  /** Opens it likewise, and keeps a byte-order mark at its start. */
  BufferedReader openWithMark() throws IOException {
    return open(Utf8Reader::withMark);
  }

  /** How bytes become text. */
  private interface Decoding {
    BufferedReader of(InputStream in) throws IOException;
  }

  private BufferedReader open(Decoding decoding) throws IOException {
    InputStream in = file == null ? new Unclosed(System.in) : InputFile.stream(file);
    boolean usable = false;
    try {
      // A person may type an empty line, and it takes two bytes to tell gzip.
      BufferedReader reader = decoding.of(file == null && Terminal.isInput() ? in : unpacked(in));
      usable = true;
      return reader;
    } finally {
      if (!usable) {
        in.close();
      }
    }
  }

  private InputStream unpacked(InputStream in) throws IOException {
    InputFile input =
        new InputFile(
            name(),
            "a text file, plain or gzip",
            (path, line, found, expected, remedy) ->
                new IOException(path + ": " + found + "; " + remedy));
    return input.unpack(in);
  }

  /** The failure to show for bytes that are not UTF-8. */
  IOException notUtf8(Utf8Reader.MalformedTextException failure) {
    return new IOException(
        name() + ":" + failure.line() + ": not UTF-8; convert it first, with iconv for example",
        failure);
  }

  private static final class Unclosed extends FilterInputStream {
    Unclosed(InputStream in) {
      super(in);
    }

    @Override
    public void close() {}
  }
}
