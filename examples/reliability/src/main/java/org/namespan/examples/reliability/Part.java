package org.namespan.examples.reliability;

import java.io.IOException;
import java.nio.file.Path;

/** One kind of what may go wrong. */
public interface Part {

  /**
   * Lets it go wrong many times.
   *
   * @param size how often
   * @param folder for what it writes; its own
   * @throws IOException if it cannot be tried at all
   */
  Findings run(Size size, Path folder) throws IOException, InterruptedException;
}
