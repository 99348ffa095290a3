package org.namespan.examples.reliability.mutants;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The small models of all format versions. */
final class Fixtures {

  private static final Path FOLDER =
      Path.of("..", "..", "sdk", "core", "src", "test", "resources", "fixtures");

  private Fixtures() {}

  static byte[] model(String name) throws IOException {
    return Files.readAllBytes(FOLDER.resolve(name));
  }

  static List<byte[]> all() throws IOException {
    List<byte[]> models = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".onnx")).sorted().toList()) {
        models.add(Files.readAllBytes(file));
      }
    }
    return models;
  }
}
