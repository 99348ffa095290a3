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
 * @param result of the spans that {@link SpanDecoder} chooses with {@code minScore}
 * @param minScore half the F1 of the spans of the best paths, to three decimals; see {@link
 *     SpanDecoder} for why
 */
record DevScores(EvaluationResult result, double minScore) {

  /**
   * Scores a network as it stands.
   *
   * @param sentences the sentences of {@code gold}, encoded
   */
  static DevScores of(
      TaggerNetwork network,
      NDManager manager,
      List<EncodedSentence> sentences,
      Corpus gold,
      TagSet tagSet) {
    List<float[]> emissions =
        new NetworkTagger(network, manager, TaggerScorer.BATCH_SIZE).emissions(sentences);
    TransitionScores scores = TaggerNetwork.transitionScores(network.transitions(), tagSet.size());
    EvaluationResult bestPaths =
        TaggerScorer.score(emissions, new SpanDecoder(tagSet, scores, 0), gold);
    double minScore = Math.round(1000 * bestPaths.overall().f1() / 2) / 1000.0;
    return new DevScores(
        TaggerScorer.score(emissions, new SpanDecoder(tagSet, scores, minScore), gold), minScore);
  }
}
