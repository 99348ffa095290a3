package org.namespan.trainer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.namespan.trainer.AtomicFile;
import org.namespan.trainer.training.TrainedTagger;

/**
 * Writes a trained tagger as one ONNX file, in Java alone. The same tagger and precision give the
 * same bytes. The file says its precision as the fact {@code precision}.
 */
public final class ModelExporter {

  /** The largest difference of a score between DJL and ONNX Runtime that is let through. */
  public static final double MAX_DIFFERENCE = 1e-4;

  /** The smallest share of tokens with the network's own tag that is let through where rounded. */
  public static final double MIN_AGREEMENT = 0.99;

  private ModelExporter() {}

  /**
   * Writes {@code file} with every weight as it was trained.
   *
   * @see #export(TrainedTagger, Precision, List, Path)
   */
  public static ParityReport export(TrainedTagger tagger, List<List<String>> sentences, Path file)
      throws IOException {
    return export(tagger, Precision.FP32, sentences, file);
  }

  /**
   * Writes {@code file} once it has been loaded again and found to score like the network.
   *
   * @param sentences the tokens of real sentences to compare on, at least one
   * @return how close the two were
   * @throws ExportException if a score differs by more than {@link #MAX_DIFFERENCE} from the
   *     network's with the weights as the file holds them, or if rounding them left fewer than
   *     {@link #MIN_AGREEMENT} of the tags as they were; then nothing is written
   * @throws IOException if the file cannot be written
   */
  public static ParityReport export(
      TrainedTagger tagger, Precision precision, List<List<String>> sentences, Path file)
      throws IOException {
    if (sentences.isEmpty()) {
      throw new IllegalArgumentException("no sentence to compare DJL and ONNX Runtime on");
    }
    TrainedTagger named = tagger.withFacts(Map.of(Precision.FACT, precision.id()));
    byte[] bytes =
        TaggerGraph.toBytes(named.network(), named.weights(), precision, named.metadata());
    ParityReport[] report = new ParityReport[1];
    AtomicFile.write(
        file,
        temporary -> {
          Files.write(temporary, bytes);
          report[0] = ParityCheck.compare(named, precision, temporary, sentences);
          requireParity(report[0], file);
        });
    return report[0];
  }

  private static void requireParity(ParityReport report, Path file) throws ExportException {
    if (report.maxDifference() > MAX_DIFFERENCE) {
      throw new ExportException(
          file
              + ": not written: ONNX Runtime's scores differ from DJL's by up to "
              + report.maxDifference()
              + ", expected at most "
              + MAX_DIFFERENCE
              + "; please report this with the training options");
    }
    // Without rounding, equal scores leave only ties, which may fall either way.
    if (report.precision() != Precision.FP32 && report.agreement() < MIN_AGREEMENT) {
      throw new ExportException(
          String.format(
              Locale.ROOT,
              "%s: not written: in %s, %,d of %,d tags are those of the network, expected at least"
                  + " %.0f %%; export with fp32, or train for longer",
              file,
              report.precision(),
              report.sameTags(),
              report.tokens(),
              100 * MIN_AGREEMENT));
    }
  }
}
