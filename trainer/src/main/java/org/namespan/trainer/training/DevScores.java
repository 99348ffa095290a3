package org.namespan.trainer.training;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.network.EngineNetwork;

/**
 * What a network in training reaches on dev sentences.
 *
 * @param tokenAccuracy share of tokens with the right tag, padding left out
 * @param precision conlleval-style span precision
 * @param recall conlleval-style span recall
 * @param f1 conlleval-style span F1
 * @param minScore score above which a span was reported in that
 */
public record DevScores(
    double tokenAccuracy, double precision, double recall, double f1, double minScore) {

  /**
   * Scores a network as it stands.
   *
   * @param sentences the sentences of {@code gold}, encoded
   * @param scores what the network's decoder adds to emissions
   * @param minScore score above which a span is reported. Null for the better of two, and of equals
   *     the first: half the F1 of the spans of the best paths, to three decimals, which is best
   *     where scores are probabilities, see {@link SpanDecoder}; and 0, for the best paths
   *     themselves
   */
  static DevScores of(
      EngineNetwork network,
      NDManager manager,
      List<EncodedSentence> sentences,
      Corpus gold,
      TagSet tagSet,
      TransitionScores scores,
      @Nullable Double minScore) {
    List<float[]> emissions =
        new NetworkTagger(network, manager, TaggerScorer.BATCH_SIZE).emissions(sentences);
    if (minScore != null) {
      return of(emissions, gold, tagSet, scores, minScore);
    }
    return better(emissions, gold, tagSet, scores);
  }

  static DevScores better(
      List<float[]> emissions, Corpus gold, TagSet tagSet, TransitionScores scores) {
    DevScores ofBestPaths = of(emissions, gold, tagSet, scores, 0);
    double half = Math.round(1000 * ofBestPaths.f1() / 2) / 1000.0;
    DevScores ofLikeliest = of(emissions, gold, tagSet, scores, half);
    return ofLikeliest.f1() >= ofBestPaths.f1() ? ofLikeliest : ofBestPaths;
  }

  /** The metadata of a model that decodes as these scores were reached. */
  ModelMetadata withDecoder(ModelMetadata metadata) {
    return metadata.withMinScore(minScore);
  }

  private static DevScores of(
      List<float[]> emissions,
      Corpus gold,
      TagSet tagSet,
      TransitionScores scores,
      double minScore) {
    EvaluationResult result =
        TaggerScorer.score(emissions, new SpanDecoder(tagSet, scores, minScore), gold);
    return new DevScores(
        result.tokenAccuracy(),
        result.overall().precision(),
        result.overall().recall(),
        result.overall().f1(),
        minScore);
  }
}
