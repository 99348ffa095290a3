package org.namespan.trainer.classifier.export;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.namespan.model.ClassifierCodec;
import org.namespan.model.ModelDigest;
import org.namespan.model.decode.ClassDecoder;
import org.namespan.model.session.ClassifierSession;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.training.NetworkClassifier;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import org.namespan.trainer.export.ExportException;
import org.namespan.trainer.export.FinerPrecision;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.network.ClassifierSpec;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.training.Engines;

/**
 * Writes a trained classifier as one ONNX file, in Java alone. The same classifier and precision
 * give the same bytes. The file says its precision as the fact {@code precision}.
 */
public final class ClassifierExporter {

  private static final int BATCH_SIZE = 16;

  private ClassifierExporter() {}

  /**
   * Writes {@code file} once it has been loaded again and found to score like the network.
   *
   * @param maxLoss accuracy that rounding may cost on {@code corpus}, from 0 to 1
   * @param corpus to compare on, of the classifier's classes, at least one text; best such as the
   *     classifier has not learned from
   * @return how close the two were
   * @throws ExportException if a logit differs by more than {@link ModelExporter#MAX_DIFFERENCE}
   *     from the network's with the weights as the file holds them (in a quantised LSTM, which
   *     rounds more than weights: if one is no number), or if rounding cost more than {@code
   *     maxLoss}; then nothing is written
   * @throws IOException if the file cannot be written
   */
  public static ClassifierParity export(
      TrainedClassifier classifier,
      Precision precision,
      double maxLoss,
      LabelledCorpus corpus,
      Path file)
      throws IOException {
    if (corpus.texts().isEmpty()) {
      throw new IllegalArgumentException("no text to compare DJL and ONNX Runtime on");
    }
    TrainedClassifier named = classifier.withFacts(Map.of(Precision.FACT, precision.id()));
    byte[] bytes = toBytes(named, precision);
    ClassifierParity[] parity = new ClassifierParity[1];
    AtomicFile.write(
        file,
        temporary -> {
          Files.write(temporary, bytes);
          parity[0] = compare(named, precision, temporary, corpus);
          require(parity[0], named.spec().encoder().roundsInput(precision), maxLoss, file);
        });
    return parity[0];
  }

  /**
   * As {@link #export}, but where the file would not do what its network does, the next finer
   * precision is tried, so that a training does not end without a file: int8, then fp16, then fp32.
   *
   * @param refused is told why a precision is given up, and which one is tried next
   */
  public static ClassifierParity exportOrFiner(
      TrainedClassifier classifier,
      Precision precision,
      double maxLoss,
      LabelledCorpus corpus,
      Path file,
      BiConsumer<ExportException, Precision> refused)
      throws IOException {
    return FinerPrecision.write(
        precision, tried -> export(classifier, tried, maxLoss, corpus, file), refused);
  }

  /** The bytes of the file; the same arguments give the same bytes. */
  static byte[] toBytes(TrainedClassifier classifier, Precision precision) {
    OnnxGraph graph = new OnnxGraph("namespan-classifier");
    classifier.spec().write(graph, classifier.weights(), precision);
    return ModelDigest.append(
        graph.toBytes(
            classifier.metadata().facts().getOrDefault("producer", ""),
            ModelDigest.entriesWithVersion(ClassifierCodec.toEntries(classifier.metadata()))));
  }

  /** Scores a corpus on both roads, in padded batches of mixed lengths. */
  static ClassifierParity compare(
      TrainedClassifier classifier, Precision precision, Path file, LabelledCorpus corpus)
      throws IOException {
    List<EncodedSentence> encoded = classifier.encode(corpus);
    List<String> classes = classifier.metadata().classes();
    ClassDecoder decoder = classifier.metadata().decoder();
    ClassifierSpec spec = classifier.spec();
    double maxDifference = 0;
    int same = 0;
    int networkRight = 0;
    int fileRight = 0;
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu());
        ClassifierSession session = ClassifierSession.open(file)) {
      NetworkClassifier trained = network(spec, classifier.weights(), manager);
      NetworkClassifier stored =
          precision == Precision.FP32
              ? trained
              : network(spec, spec.rounded(classifier.weights(), precision), manager);
      for (int from = 0; from < encoded.size(); from += BATCH_SIZE) {
        Batch batch = Batch.of(encoded.subList(from, Math.min(from + BATCH_SIZE, encoded.size())));
        float[] expected = stored.logits(batch);
        float[] unrounded = stored == trained ? expected : trained.logits(batch);
        float[] found = session.logits(batch.size(), batch.time(), batch.ids(), batch.lengths());
        maxDifference = Math.max(maxDifference, maxDifference(expected, found));
        for (int i = 0; i < batch.size(); i++) {
          Set<Integer> ofNetwork = classes(decoder, unrounded, i, classes.size());
          Set<Integer> ofFile = classes(decoder, found, i, classes.size());
          Set<Integer> gold = new HashSet<>();
          corpus.texts().get(from + i).classes().forEach(name -> gold.add(classes.indexOf(name)));
          same += ofNetwork.equals(ofFile) ? 1 : 0;
          networkRight += ofNetwork.equals(gold) ? 1 : 0;
          fileRight += ofFile.equals(gold) ? 1 : 0;
        }
      }
    }
    double texts = encoded.size();
    return new ClassifierParity(
        precision, encoded.size(), maxDifference, same, networkRight / texts, fileRight / texts);
  }

  private static NetworkClassifier network(
      ClassifierSpec spec, Map<String, float[]> weights, NDManager manager) {
    return new NetworkClassifier(EngineNetwork.of(spec, weights, manager), manager);
  }

  private static Set<Integer> classes(ClassDecoder decoder, float[] logits, int row, int classes) {
    float[] ofText = Arrays.copyOfRange(logits, row * classes, (row + 1) * classes);
    return Set.copyOf(decoder.classes(decoder.scores(ofText, classes)));
  }

  /** Largest absolute difference; infinite where only one side is a number. */
  private static double maxDifference(float[] expected, float[] found) {
    double max = 0;
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs((double) expected[i] - found[i]);
      max = Math.max(max, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
    }
    return max;
  }

  private static void require(
      ClassifierParity parity, boolean roundsInput, double maxLoss, Path file)
      throws ExportException {
    double largest = roundsInput ? Double.MAX_VALUE : ModelExporter.MAX_DIFFERENCE;
    if (parity.maxDifference() > largest) {
      throw new ExportException(
          file
              + ": not written: ONNX Runtime's logits differ from DJL's by up to "
              + parity.maxDifference()
              + ", expected at most "
              + largest
              + "; please report this with the training options");
    }
    // Without rounding, equal logits leave only ties, which may fall either way.
    if (parity.precision() != Precision.FP32 && parity.loss() > maxLoss) {
      throw new ExportException(
          String.format(
              Locale.ROOT,
              "%s: not written: in %s, accuracy is %.4f, but %.4f with the network's own weights;"
                  + " expected a loss of at most %s; export with fp32, or allow more by --max-loss",
              file,
              parity.precision(),
              parity.fileAccuracy(),
              parity.networkAccuracy(),
              maxLoss));
    }
  }
}
