package org.namespan.trainer;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Finds the data sets that lie beside a checkout and may not be part of it. */
public final class SharedData {
  private SharedData() {}

  /**
   * The file {@code shared/data/RELATIVE} in the nearest folder above the working directory that
   * holds {@code shared/data}. Skips the running test where there is none.
   */
  public static Path require(String relative) {
    Path found = null;
    for (Path folder = Path.of("").toAbsolutePath();
        folder != null && found == null;
        folder = folder.getParent()) {
      Path data = folder.resolve("shared/data");
      if (Files.exists(data.resolve("README.md"))) {
        found = data.resolve(relative);
      }
    }
    Assumptions.assumeTrue(found != null, "no shared/data above the working directory");
    return found;
  }
}
