package org.namespan.trainer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.namespan.trainer.AtomicFile;
import org.namespan.trainer.training.TrainedTagger;

/**
 * Writes a trained tagger as one ONNX file, in Java alone. The same tagger gives the same bytes.
 */
public final class ModelExporter {

  /** The largest difference of a score between DJL and ONNX Runtime that is let through. */
  public static final double MAX_DIFFERENCE = 1e-4;

  private ModelExporter() {}

  /**
   * Writes {@code file} once it has been loaded again and found to score like the network.
   *
   * @param sentences the tokens of real sentences to compare on, at least one
   * @return how close the two were
   * @throws ExportException if a score differs by more than {@link #MAX_DIFFERENCE}; then nothing
   *     is written
   * @throws IOException if the file cannot be written
   */
  public static ParityReport export(TrainedTagger tagger, List<List<String>> sentences, Path file)
      throws IOException {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("no sentence to compare DJL and ONNX Runtime on");
    }
    byte[] bytes = TaggerGraph.toBytes(tagger.network(), tagger.weights(), tagger.metadata());
    ParityReport[] report = new ParityReport[1];
    AtomicFile.write(
        file,
        temporary -> {
          Files.write(temporary, bytes);
          report[0] = ParityCheck.compare(tagger, temporary, sentences);
          if (report[0].maxDifference() > MAX_DIFFERENCE) {
            throw new ExportException(
                file
                    + ": not written: ONNX Runtime's scores differ from DJL's by up to "
                    + report[0].maxDifference()
                    + ", expected at most "
                    + MAX_DIFFERENCE
                    + "; please report this with the training options");
          }
        });
    return report[0];
  }
}
