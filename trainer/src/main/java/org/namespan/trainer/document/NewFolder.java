package org.namespan.trainer.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.namespan.trainer.corpus.CorpusException;

/** Writes a folder of files whole or not at all. */
final class NewFolder {

  private NewFolder() {}

  /**
   * Makes a folder, or fills one that is empty.
   *
   * @param files contents by name, written in UTF-8
   * @throws CorpusException if {@code folder} is a file, or holds something
   * @throws IOException if writing fails; then nothing is left
   */
  static void write(Path folder, Map<String, String> files) throws IOException {
    requireEmpty(folder);
    Path whole = folder.toAbsolutePath();
    Path temporary =
        whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      Files.createDirectories(temporary);
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(temporary.resolve(file.getKey()), file.getValue());
      }
      Files.move(temporary, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      delete(temporary, files);
    }
  }

  private static void requireEmpty(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw refused(folder, "found a file");
    }
    try (Stream<Path> held = Files.list(folder)) {
      if (held.findAny().isPresent()) {
        throw refused(folder, "found a folder that holds something");
      }
    }
  }

  private static CorpusException refused(Path folder, String found) {
    return new CorpusException(
        folder, 0, found, "expected an empty folder, or none", "choose another name");
  }

  private static void delete(Path temporary, Map<String, String> files) throws IOException {
    if (Files.exists(temporary)) {
      for (String name : files.keySet()) {
        Files.deleteIfExists(temporary.resolve(name));
      }
      Files.delete(temporary);
    }
  }
}
