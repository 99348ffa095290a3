package org.namespan.trainer.pretrained;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.function.Function;
import org.namespan.ModelFormatException;
import org.namespan.trainer.io.InputFile;
import org.namespan.trainer.io.Sha256;
import org.namespan.trainer.onnx.OnnxWeights;

/** A model file that a training begins from, as it lies on disk. */
final class ModelBytes {

  private final byte[] bytes;
  private final String source;

  /**
   * @param source names the file in messages
   */
  ModelBytes(byte[] bytes, String source) {
    this.bytes = bytes;
    this.source = source;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if there is none or it cannot be read
   */
  static ModelBytes read(Path file) throws IOException {
    InputFile input =
        new InputFile(
            file,
            "a model file (.onnx)",
            (path, line, found, expected, remedy) ->
                new ModelFormatException(path + ": " + found + ", " + expected + "; " + remedy));
    try (InputStream in = input.open()) {
      return new ModelBytes(in.readAllBytes(), file.toString());
    }
  }

  ByteBuffer buffer() {
    return ByteBuffer.wrap(bytes);
  }

  String source() {
    return source;
  }

  /** In hexadecimal. */
  String sha256() {
    return new Sha256().add(buffer()).hex();
  }

  /**
   * Makes something of its graph.
   *
   * @throws ModelFormatException if the graph is none that this trainer writes
   */
  <T> T read(Function<OnnxWeights, T> reading) throws IOException {
    try {
      return reading.apply(OnnxWeights.read(new ByteArrayInputStream(bytes)));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new ModelFormatException(
          source
              + ": "
              + e.getMessage()
              + ", in a graph that training cannot begin from; expected one that 'namespan train'"
              + " or 'namespan export' wrote",
          e);
    }
  }
}
