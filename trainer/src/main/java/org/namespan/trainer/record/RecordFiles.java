package org.namespan.trainer.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.namespan.trainer.io.Sha256;

/**
 * The files that a user names, in that order. A folder stands for the files below it, in the order
 * of their paths: without those whose name, or that of a folder on the way, begins with a period,
 * and without what links lead to, as ripgrep and {@code grep -r} have it. Standard input is read
 * once.
 */
public final class RecordFiles {

  private static final Path STANDARD_INPUT = Path.of("-");

  private final List<RecordFile> files;
  private final Map<String, String> fingerprints;
  private final InputStream standardInput;

  /** Bytes of all files on disk; -1 where one is a pipe. */
  private final long size;

  private RecordFiles(
      List<RecordFile> files,
      Map<String, String> fingerprints,
      InputStream standardInput,
      long size) {
    this.files = files;
    this.fingerprints = fingerprints;
    this.standardInput = standardInput;
    this.size = size;
  }

  /**
   * Finds the files.
   *
   * @param named files, folders and pipes; {@code -} is standard input
   * @throws IOException if one is not there, or a folder is empty or cannot be read
   */
  public static RecordFiles of(List<Path> named, InputStream standardInput) throws IOException {
    List<RecordFile> files = new ArrayList<>();
    Map<String, String> fingerprints = new LinkedHashMap<>();
    long size = 0;
    for (Path each : named) {
      if (each.equals(STANDARD_INPUT)) {
        files.add(new RecordFile(null, null));
        size = -1;
      } else if (Files.isDirectory(each)) {
        Found found = Found.below(each);
        files.addAll(found.files);
        fingerprints.put(each.toString(), found.fingerprint());
        size = size < 0 ? size : size + found.size;
      } else {
        BasicFileAttributes attributes = Files.readAttributes(each, BasicFileAttributes.class);
        files.add(new RecordFile(each, null));
        if (attributes.isRegularFile()) {
          fingerprints.put(each.toString(), fingerprint(attributes));
          size = size < 0 ? size : size + attributes.size();
        } else {
          size = -1;
        }
      }
    }
    return new RecordFiles(List.copyOf(files), fingerprints, standardInput, size);
  }

  private static String fingerprint(BasicFileAttributes attributes) {
    return attributes.size() + " bytes of " + attributes.lastModifiedTime();
  }

  /** All files. */
  List<RecordFile> files() {
    return files;
  }

  /** Bytes on disk, for the time that is left; -1 where a pipe is among them. */
  public long size() {
    return size;
  }

  /** Whether all can be read again: none is a pipe. */
  public boolean areRepeatable() {
    return size >= 0;
  }

  /** What tells each file or folder that was named from one that was changed. */
  public Map<String, String> fingerprints() {
    return fingerprints;
  }

  InputStream standardInput() {
    return standardInput;
  }

  /** The files below a folder. */
  private static final class Found extends SimpleFileVisitor<Path> {
    private final Map<Path, BasicFileAttributes> attributes = new HashMap<>();
    private final List<RecordFile> files = new ArrayList<>();
    private long size;

    static Found below(Path folder) throws IOException {
      Found found = new Found();
      try (Stream<Path> entries = Files.list(folder)) {
        for (Path entry : (Iterable<Path>) entries::iterator) {
          // A link that was named is followed; none below it is.
          Files.walkFileTree(entry, found);
        }
      }
      if (found.attributes.isEmpty()) {
        throw new IOException(
            folder + ": is a directory without files; expected a file, or a folder of text files");
      }
      found.attributes.keySet().stream()
          .sorted(Comparator.comparing(Path::toString))
          .forEach(path -> found.files.add(new RecordFile(path, folder)));
      return found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes found) {
      return isHidden(path) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes found) {
      if (found.isRegularFile() && !isHidden(path)) {
        attributes.put(path, found);
        size += found.size();
      }
      return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }

    String fingerprint() {
      Sha256 digest = new Sha256();
      for (RecordFile file : files) {
        Path path = Objects.requireNonNull(file.path());
        BasicFileAttributes found = Objects.requireNonNull(attributes.get(path));
        digest.add(path + "\0").add(RecordFiles.fingerprint(found) + "\0");
      }
      return files.size() + " files of " + size + " bytes, SHA-256 " + digest.hex();
    }
  }
}
