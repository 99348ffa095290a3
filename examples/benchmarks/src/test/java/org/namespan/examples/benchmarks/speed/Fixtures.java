package org.namespan.examples.benchmarks.speed;

import java.nio.file.Path;

/** The small models that the SDK's tests load, and the corpus that they were trained on. */
final class Fixtures {

  /** Reads words, three hashed features and characters. */
  static final Path CHARACTERS = model("format-2-characters.onnx");

  /** Reads words and three hashed features. */
  static final Path WORDS = model("format-2.onnx");

  static final Path CORPUS = Path.of("../../trainer/src/test/resources/fixtures/format-1.conll");

  private Fixtures() {}

  private static Path model(String name) {
    return Path.of("../../sdk/core/src/test/resources/fixtures", name);
  }
}
