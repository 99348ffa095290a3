package org.namespan.trainer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Refuses outputs that could not be written, before hours of work go into them. */
final class Outputs {

  private Outputs() {}

  /** Requires that {@code file} can be created or replaced. */
  static void requireFile(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new IOException(file + ": is a directory; expected the name of a file to write");
    }
    requireFolder(folder);
  }

  /**
   * Requires that a run can be written; one that took hours is not written over by chance.
   *
   * @param out folder of the run
   * @param checkpointName file of its checkpoint there
   * @param model file that it will write
   * @param resume whether the run of the checkpoint is to go on
   */
  static void requireRoomForRun(Path out, String checkpointName, Path model, boolean resume)
      throws IOException {
    Path checkpoint = out.resolve(checkpointName);
    if (!resume && Files.exists(checkpoint)) {
      throw new IOException(
          checkpoint
              + ": the folder holds another run; add --resume to go on with it, or choose another"
              + " --out");
    }
    requireFolder(out);
    requireFile(model);
  }

  /** Requires that {@code file} can be created or replaced, and is no device and no pipe. */
  static void requireRegularFile(Path file) throws IOException {
    requireFile(file);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new IOException(
          file
              + ": is a device or a pipe, expected a file, which appears once it is whole; leave the"
              + " option away, and redirect standard output");
    }
  }

  /** Requires that {@code folder} is one, or can be created, and that files can be put there. */
  static void requireFolder(Path folder) throws IOException {
    Path existing = folder.toAbsolutePath();
    while (existing.getParent() != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (!Files.isDirectory(existing)) {
      throw new IOException(
          folder + ": cannot be written: " + existing + " is a file, expected a directory");
    }
    if (!Files.isWritable(existing)) {
      throw new IOException(folder + ": cannot be written: no permission to write to " + existing);
    }
  }
}
