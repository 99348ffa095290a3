package org.namespan.trainer.record;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file with records, or standard input.
 *
 * @param path null for standard input
 * @param folder the folder that the user named and in which it was found; null if the file was
 *     named itself
 */
public record RecordFile(@Nullable Path path, @Nullable Path folder) {

  /** As messages call it. */
  public String name() {
    return path == null ? "standard input" : path.toString();
  }

  /** Whether it was found in a folder. */
  boolean isFound() {
    return folder != null;
  }

  /** As results call it: its path below the folder, with {@code /} between the names. */
  String nameInFolder() {
    if (path == null || folder == null) {
      return name();
    }
    return folder.relativize(path).toString().replace('\\', '/');
  }
}
