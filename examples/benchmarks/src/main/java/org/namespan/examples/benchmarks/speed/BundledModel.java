package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import org.namespan.EntityTagger;

/** The English model on the class path. */
final class BundledModel {

  private static final String NAME = "org/namespan/model/en/namespan-en.onnx";

  private BundledModel() {}

  /** The jar that holds it, or the folder while Maven has not packed it. */
  static Path source() throws IOException, URISyntaxException {
    URL found = url();
    if (found.openConnection() instanceof JarURLConnection jar) {
      return Path.of(jar.getJarFileURL().toURI());
    }
    Path folder = Path.of(found.toURI());
    for (int i = 0; i < Path.of(NAME).getNameCount(); i++) {
      // The path ends in those of the name.
      folder = Objects.requireNonNull(folder.getParent());
    }
    return folder;
  }

  /** Whether a file is a copy of it. */
  static boolean hasBytesOf(Path file) throws IOException {
    try (InputStream stream = url().openStream()) {
      return Arrays.equals(stream.readAllBytes(), Files.readAllBytes(file));
    }
  }

  private static URL url() throws IOException {
    URL found = EntityTagger.class.getClassLoader().getResource(NAME);
    if (found == null) {
      throw new IOException(NAME + " is not on the class path");
    }
    return found;
  }
}
