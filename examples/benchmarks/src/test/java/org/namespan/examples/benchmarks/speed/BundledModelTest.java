package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BundledModelTest {

  private static final Path FILE =
      Path.of("../../sdk/model-en/src/main/resources/org/namespan/model/en/namespan-en.onnx");

  @Test
  void isKnownByItsBytes() throws IOException {
    assertTrue(BundledModel.hasBytesOf(FILE));
    assertFalse(BundledModel.hasBytesOf(Fixtures.WORDS));
  }

  @Test
  void loadsInAJvmOfItsOwn() throws IOException {
    assertTrue(LoadProgram.milliseconds(LoadProgram.Way.BUNDLED, FILE) > 0);
  }
}
