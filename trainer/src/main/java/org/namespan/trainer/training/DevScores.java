package org.namespan.trainer.training;

import ai.djl.ndarray.NDManager;
import java.util.List;
import org.namespan.internal.decode.SpanDecoder;
import org.namespan.internal.decode.TransitionScores;
import org.namespan.internal.tag.TagSet;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.network.EncodedSentence;
import org.namespan.trainer.network.TaggerNetwork;

/**
 * What a network in training reaches on dev sentences.
 *
 * @param tokenAccuracy share of tokens with the right tag, padding left out
 * @param precision conlleval-style span precision
 * @param recall conlleval-style span recall
 * @param f1 conlleval-style span F1
 * @param minScore score from which a span was reported in that
 */
public record DevScores(
    double tokenAccuracy, double precision, double recall, double f1, double minScore) {

  /**
   * Scores a network as it stands.
   *
   * @param sentences the sentences of {@code gold}, encoded
   * @param minScore score from which a span is reported; null for half the F1 of the spans of the
   *     best paths, to three decimals, see {@link SpanDecoder} for why
   */
  static DevScores of(
      TaggerNetwork network,
      NDManager manager,
      List<EncodedSentence> sentences,
      Corpus gold,
      TagSet tagSet,
      Double minScore) {
    List<float[]> emissions =
        new NetworkTagger(network, manager, TaggerScorer.BATCH_SIZE).emissions(sentences);
    TransitionScores scores = TaggerNetwork.transitionScores(network.transitions(), tagSet.size());
    double from = minScore == null ? halfTheF1(emissions, tagSet, scores, gold) : minScore;
    EvaluationResult result =
        TaggerScorer.score(emissions, new SpanDecoder(tagSet, scores, from), gold);
    return new DevScores(
        result.tokenAccuracy(),
        result.overall().precision(),
        result.overall().recall(),
        result.overall().f1(),
        from);
  }

  private static double halfTheF1(
      List<float[]> emissions, TagSet tagSet, TransitionScores scores, Corpus gold) {
    EvaluationResult bestPaths =
        TaggerScorer.score(emissions, new SpanDecoder(tagSet, scores, 0), gold);
    return Math.round(1000 * bestPaths.overall().f1() / 2) / 1000.0;
  }
}
