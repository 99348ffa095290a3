package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.bulk.BulkOutput;

/**
 * The files of a run over records.
 *
 * @param read files and folders
 * @param written files, with those that stand beside them while a run goes on
 */
record RunFiles(List<Path> read, List<Path> written) {

  /** The files of a run. */
  static RunFiles of(BulkOptions.Plan plan, @Nullable Path output, @Nullable Path bad) {
    List<Path> read = new ArrayList<>(plan.files());
    read.addAll(plan.inputs());
    if (plan.mapsRead() != null) {
      read.add(plan.mapsRead());
    }
    List<Path> written = new ArrayList<>();
    for (@Nullable Path each : new Path[] {output, plan.mapsWritten(), bad}) {
      if (each != null) {
        written.add(each);
        written.addAll(BulkOutput.beside(each));
      }
    }
    return new RunFiles(read, written);
  }

  /**
   * Refuses a run that writes what it reads, or one file twice: the first would be lost.
   *
   * @throws IOException if it does, by whatever names
   */
  void requireDistinct() throws IOException {
    Set<Path> targets = new HashSet<>();
    for (Path each : written) {
      if (!targets.add(real(each))) {
        throw new IOException(
            each
                + ": would be written twice, as two outputs or what stands beside one; name another");
      }
    }
    for (Path each : read) {
      Path source = real(each);
      for (Path target : written) {
        if (real(target).equals(source)) {
          throw new IOException(
              target + ": is read, too, and would be lost; name another file to write to");
        }
        // Of a folder that is written to, a run that goes on finds other files.
        if (Files.isDirectory(source) && real(target).startsWith(source)) {
          throw new IOException(
              target + ": is in the folder " + each + " that is read; name a file outside of it");
        }
      }
    }
  }

  /** One path for all names of a file, there or not. */
  private static Path real(Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      return absolute.toRealPath();
    }
    Path folder = absolute.getParent();
    return folder != null && Files.exists(folder)
        ? folder.toRealPath().resolve(absolute.getFileName())
        : absolute;
  }
}
