package org.namespan.examples.reliability.mutants;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.namespan.examples.reliability.ChildJvm;

/** The models that are damaged: one of each format version, and the English ones. */
final class Models {

  private static final String FIXTURES = "sdk/core/src/test/resources/fixtures";

  /** Stands in the metadata of a text classifier. */
  private static final String CLASSIFIER = "namespan.classes";

  private final List<Path> files;

  private Models(List<Path> files) {
    this.files = files;
  }

  /** Those of the clone. */
  static Models ofClone() throws IOException {
    List<Path> files = new ArrayList<>();
    try (Stream<Path> fixtures = Files.list(ChildJvm.inClone(FIXTURES))) {
      fixtures.filter(file -> file.toString().endsWith(".onnx")).sorted().forEach(files::add);
    }
    files.add(english("model-en", "en"));
    files.add(english("model-en-gmb", "en-gmb"));
    return new Models(files);
  }

  static Path english(String module, String name) {
    return ChildJvm.inClone("sdk/" + module)
        .resolve("src/main/resources/org/namespan/model")
        .resolve(name)
        .resolve("namespan-" + name + ".onnx");
  }

  List<Path> files() {
    return files;
  }

  List<byte[]> bytes() throws IOException {
    List<byte[]> bytes = new ArrayList<>();
    for (Path file : files) {
      bytes.add(Files.readAllBytes(file));
    }
    return bytes;
  }

  static boolean isClassifier(byte[] model) {
    return new String(model, StandardCharsets.ISO_8859_1).contains(CLASSIFIER);
  }
}
