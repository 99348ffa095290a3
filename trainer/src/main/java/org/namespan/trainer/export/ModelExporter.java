package org.namespan.trainer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.training.TrainedTagger;

/**
 * Writes a trained tagger as one ONNX file, in Java alone. The same tagger and precision give the
 * same bytes. The file says its precision as the fact {@code precision}.
 */
public final class ModelExporter {

  /**
   * The largest difference of a score between DJL and ONNX Runtime that is let through where the
   * two compute with the same numbers.
   */
  public static final double MAX_DIFFERENCE = 1e-4;

  /** The smallest share of tokens with the network's own tag that is let through where rounded. */
  public static final double MIN_AGREEMENT = 0.99;

  /** The largest loss of span F1 by rounding that is let through unless another is given. */
  public static final double MAX_LOSS = 0.002;

  /** Name of the fact that tells the precision of a model file. */
  private static final String PRECISION = "precision";

  private ModelExporter() {}

  /**
   * Writes {@code file} with every weight as it was trained.
   *
   * @see #export(TrainedTagger, Precision, double, Corpus, Path)
   */
  public static ParityReport export(TrainedTagger tagger, Corpus corpus, Path file)
      throws IOException {
    return export(tagger, Precision.FP32, MAX_LOSS, corpus, file);
  }

  /**
   * Writes {@code file} once it has been loaded again and found to score like the network.
   *
   * @param maxLoss span F1 that rounding may cost on {@code corpus}, from 0 to 1
   * @param corpus to compare on, of the tagger's types, at least one sentence; best such as the
   *     tagger has not learned from
   * @return how close the two were
   * @throws ExportException if a score differs by more than {@link #MAX_DIFFERENCE} from the
   *     network's with the weights as the file holds them (in a quantised LSTM, which rounds more
   *     than weights: if one is no number), or if rounding left fewer than {@link #MIN_AGREEMENT}
   *     of the tags as they were or cost more than {@code maxLoss}; then nothing is written
   * @throws IOException if the file cannot be written
   */
  public static ParityReport export(
      TrainedTagger tagger, Precision precision, double maxLoss, Corpus corpus, Path file)
      throws IOException {
    if (corpus.sentences().isEmpty()) {
      throw new IllegalArgumentException("no sentence to compare DJL and ONNX Runtime on");
    }
    TrainedTagger named = tagger.withFacts(Map.of(PRECISION, precision.id()));
    NetworkSpec spec = requireGraph(tagger, file);
    byte[] bytes = ModelFile.toBytes(spec, named.weights(), precision, named.metadata());
    ParityReport[] report = new ParityReport[1];
    AtomicFile.write(
        file,
        temporary -> {
          Files.write(temporary, bytes);
          report[0] = ParityCheck.compare(named, precision, temporary, corpus);
          requireParity(report[0], maxDifference(spec, precision), file);
          // Without rounding, equal scores leave only ties, which may fall either way.
          if (precision != Precision.FP32) {
            requireTags(report[0], maxLoss, file);
          }
        });
    return report[0];
  }

  /**
   * As {@link #export(TrainedTagger, Precision, double, Corpus, Path)}, but where the file would
   * not do what its network does, the next finer precision is tried, so that a training does not
   * end without a file: int8, then fp16, then fp32.
   *
   * @param refused is told why a precision is given up, and which one is tried next
   * @return how close the file and its network are, with the precision of the file
   * @throws ExportException if not even fp32 would do what the network does
   * @throws IOException if the file cannot be written
   */
  public static ParityReport exportOrFiner(
      TrainedTagger tagger,
      Precision precision,
      double maxLoss,
      Corpus corpus,
      Path file,
      BiConsumer<ExportException, Precision> refused)
      throws IOException {
    return FinerPrecision.write(
        precision, tried -> export(tagger, tried, maxLoss, corpus, file), refused);
  }

  /** The network of a tagger, which must be one that can be written as a graph. */
  private static NetworkSpec requireGraph(TrainedTagger tagger, Path file) throws ExportException {
    if (tagger.spec() instanceof NetworkSpec spec) {
      return spec;
    }
    throw new ExportException(
        file
            + ": not written: found a teacher with a pre-trained encoder, expected a network that"
            + " applications can run; label text with it by 'namespan label', and train a student on"
            + " that");
  }

  private static double maxDifference(NetworkSpec network, Precision precision) {
    return network.encoder().roundsInput(precision) ? Double.MAX_VALUE : MAX_DIFFERENCE;
  }

  private static void requireParity(ParityReport report, double maxDifference, Path file)
      throws ExportException {
    if (report.maxDifference() > maxDifference) {
      throw new ExportException(
          file
              + ": not written: ONNX Runtime's scores differ from DJL's by up to "
              + report.maxDifference()
              + ", expected at most "
              + maxDifference
              + "; please report this with the training options");
    }
  }

  private static void requireTags(ParityReport report, double maxLoss, Path file)
      throws ExportException {
    if (report.agreement() < MIN_AGREEMENT) {
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
    if (report.loss() > maxLoss) {
      throw new ExportException(
          String.format(
              Locale.ROOT,
              "%s: not written: in %s, span F1 is %.4f, but %.4f with the network's own weights;"
                  + " expected a loss of at most %s; export with fp32, or allow more by --max-loss",
              file,
              report.precision(),
              report.fileF1(),
              report.networkF1(),
              maxLoss));
    }
  }
}
