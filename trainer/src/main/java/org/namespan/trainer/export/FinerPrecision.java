package org.namespan.trainer.export;

import java.io.IOException;
import java.util.function.BiConsumer;
import org.namespan.trainer.network.part.Precision;

/**
 * Writes a file in the next finer precision where it would not do what its network does, so that a
 * training does not end without a file: int8, then fp16, then fp32.
 */
public final class FinerPrecision {

  private FinerPrecision() {}

  /** An export in some precision. */
  @FunctionalInterface
  public interface Export<R> {
    /**
     * Writes the file.
     *
     * @throws ExportException if it would not do what its network does; then nothing is written
     */
    R write(Precision precision) throws IOException;
  }

  /**
   * Writes a file.
   *
   * @param precision tried first
   * @param refused is told why a precision is given up, and which one is tried next
   * @return what the export gave that wrote it
   * @throws ExportException if not even fp32 would do what the network does
   */
  public static <R> R write(
      Precision precision, Export<R> export, BiConsumer<ExportException, Precision> refused)
      throws IOException {
    Precision tried = precision;
    while (tried != Precision.FP32) {
      try {
        return export.write(tried);
      } catch (ExportException e) {
        tried = tried.finer();
        refused.accept(e, tried);
      }
    }
    return export.write(Precision.FP32);
  }
}
