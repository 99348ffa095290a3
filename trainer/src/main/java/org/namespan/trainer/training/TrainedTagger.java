package org.namespan.trainer.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.model.ModelMetadata;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.config.TaggerConfig;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.network.TaggerSpec;

/**
 * A finished tagger.
 *
 * @param network choices and sizes of the network
 * @param weights of the epoch that was kept, by name
 * @param metadata what the model file will say beside its graph
 */
public record TrainedTagger(
    TaggerConfig network, Map<String, float[]> weights, ModelMetadata metadata) {

  /**
   * The tagger of the best epoch of a run.
   *
   * @param run folder of the run, or its checkpoint
   * @throws IOException if there is no checkpoint, or it is damaged
   */
  public static TrainedTagger read(Path run) throws IOException {
    return Checkpoint.read(Files.isDirectory(run) ? run.resolve(Checkpoint.FILE_NAME) : run)
        .bestTagger();
  }

  /** The parts of its network. */
  public TaggerSpec spec() {
    return network.spec();
  }

  /** How its network reads what is shown of a sentence. */
  public SentenceEncoder sentenceEncoder() {
    return network.sentenceEncoder(metadata.recipe(), metadata.vocabulary());
  }

  /** The same tagger with more facts for its model file; a fact of the same name is replaced. */
  public TrainedTagger withFacts(Map<String, String> more) {
    Map<String, String> facts = new TreeMap<>(metadata.facts());
    facts.putAll(more);
    return new TrainedTagger(network, weights, metadata.withFacts(facts));
  }

  /** The same tagger with another {@link ModelMetadata#minScore}. */
  public TrainedTagger withMinScore(double minScore) {
    return new TrainedTagger(network, weights, metadata.withMinScore(minScore));
  }

  /** The same tagger with its scores on a corpus as facts {@code test.f1} and so on. */
  public TrainedTagger withTestScores(EvaluationResult scores) {
    return withFacts(
        scoreFacts(
            "test",
            scores.tokenAccuracy(),
            scores.overall().precision(),
            scores.overall().recall(),
            scores.overall().f1()));
  }

  /** Scores as facts named {@code PART.token_accuracy} and so on, to four decimals. */
  static Map<String, String> scoreFacts(
      String part, double tokenAccuracy, double precision, double recall, double f1) {
    return Map.of(
        part + ".token_accuracy", rounded(tokenAccuracy),
        part + ".precision", rounded(precision),
        part + ".recall", rounded(recall),
        part + ".f1", rounded(f1));
  }

  private static String rounded(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }
}
