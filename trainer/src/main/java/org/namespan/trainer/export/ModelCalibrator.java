package org.namespan.trainer.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.namespan.EntityTagger;
import org.namespan.ModelFormatException;
import org.namespan.TaggerOptions;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelDigest;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.evaluation.CalibrationError;
import org.namespan.trainer.evaluation.CalibrationException;
import org.namespan.trainer.evaluation.GoldCorpus;
import org.namespan.trainer.evaluation.PlattScaling;
import org.namespan.trainer.evaluation.PrecisionRecallCurve;
import org.namespan.trainer.evaluation.ScoredPrediction;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.onnx.OnnxMetadataProps;

/**
 * Gives a model file scores that are probabilities on corpora that had no part in its training. The
 * graph with its weights stays as it is, byte for byte, and so does what the model reports, unless
 * a precision is asked for.
 */
public final class ModelCalibrator {

  /**
   * Probability above which a span has a part in the fit: far below what is reported as a rule, so
   * that scores can be trusted at every min score.
   */
  public static final double LOWEST = 0.05;

  /** Names of the facts that tell what was calibrated on, and for which precision. */
  private static final String DATA = "calibration.data";

  private static final String MIN_PRECISION = "calibration.min_precision";

  private final byte[] bytes;
  private final ModelMetadata metadata;
  private final String source;

  private ModelCalibrator(Path model) throws IOException {
    source = model.toString();
    bytes = Files.readAllBytes(model);
    try (TaggerSession session = TaggerSession.open(ByteBuffer.wrap(bytes), source)) {
      metadata = session.metadata();
    }
    if (metadata.textModels().kind() == TextModels.Kind.OPENNLP) {
      throw new ModelFormatException(
          source
              + ": found serialised text models of OpenNLP, expected tables, for a model with"
              + " calibrated scores has no others; train it anew");
    }
  }

  /**
   * Calibrates a model file; one that is calibrated already is calibrated anew.
   *
   * @param corpora of the model's types, mapped; each weighs the same
   * @param minPrecision the precision, from 0 to 1, that the new file's min score shall reach on
   *     the corpora, see {@link PrecisionRecallCurve#minScoreFor}; null to report what was reported
   *     before
   * @param out file to write, which may be {@code model}
   * @throws CalibrationException if the corpora do not tell how, or the precision is not reached;
   *     then nothing is written
   * @throws IOException if the model is none, cannot be scored on a corpus, or {@code out} cannot
   *     be written
   */
  public static CalibrationReport calibrate(
      Path model, List<GoldCorpus> corpora, @Nullable Double minPrecision, Path out)
      throws IOException {
    return new ModelCalibrator(model).calibrate(corpora, minPrecision, out);
  }

  private CalibrationReport calibrate(
      List<GoldCorpus> corpora, @Nullable Double minPrecision, Path out) throws IOException {
    ModelMetadata before = metadata.withCalibration(ScoreCalibration.NONE);
    List<List<ScoredPrediction>> candidates = new ArrayList<>();
    try (EntityTagger tagger = load(before, TaggerOptions.defaults().withMinScore(LOWEST))) {
      for (GoldCorpus corpus : corpora) {
        candidates.add(ScoredPrediction.of(tagger, corpus));
      }
    }
    ScoreCalibration calibration = PlattScaling.fit(candidates);
    ModelMetadata after = withFacts(before.withCalibration(calibration), corpora, minPrecision);
    if (minPrecision != null) {
      ModelMetadata searched = after;
      double minScore =
          PrecisionRecallCurve.minScoreFor(
              minPrecision,
              score -> load(searched, TaggerOptions.defaults().withMinScore(score)),
              corpora);
      after = after.withMinScore(calibration.probability(minScore));
    }
    CalibrationReport report = report(after, corpora);
    byte[] written = with(after);
    AtomicFile.write(out, temporary -> Files.write(temporary, written));
    return report;
  }

  private static ModelMetadata withFacts(
      ModelMetadata metadata, List<GoldCorpus> corpora, @Nullable Double minPrecision) {
    Map<String, String> facts = new TreeMap<>(metadata.facts());
    facts.put(
        DATA,
        corpora.stream().map(corpus -> corpus.corpus().name()).collect(Collectors.joining(" + ")));
    facts.remove(MIN_PRECISION);
    if (minPrecision != null) {
      facts.put(MIN_PRECISION, minPrecision.toString());
    }
    return metadata.withFacts(facts);
  }

  /** What the new file reports, with its scores and with those that it would have without. */
  private CalibrationReport report(ModelMetadata after, List<GoldCorpus> corpora)
      throws IOException {
    ScoreCalibration calibration = after.calibration();
    List<CalibrationReport.Row> rows = new ArrayList<>();
    // The calibration changes no decision: both are the same spans, and the corpora are tagged
    // once.
    try (EntityTagger tagger =
        load(after.withCalibration(ScoreCalibration.NONE), TaggerOptions.defaults())) {
      for (GoldCorpus corpus : corpora) {
        List<ScoredPrediction> before = ScoredPrediction.of(tagger, corpus);
        List<ScoredPrediction> scored =
            before.stream().map(prediction -> prediction.calibrated(calibration)).toList();
        rows.add(
            new CalibrationReport.Row(
                corpus.corpus().name(), CalibrationError.of(before), CalibrationError.of(scored)));
      }
    }
    return new CalibrationReport(calibration, calibration.score(after.minScore()), rows);
  }

  private EntityTagger load(ModelMetadata changed, TaggerOptions options) throws IOException {
    return EntityTagger.load(ByteBuffer.wrap(with(changed)), options);
  }

  private byte[] with(ModelMetadata changed) throws IOException {
    return ModelDigest.append(
        OnnxMetadataProps.replace(
            bytes, "namespan.", ModelDigest.entriesWithVersion(MetadataCodec.toEntries(changed))));
  }
}
