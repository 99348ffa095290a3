package org.namespan.trainer.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.namespan.internal.decode.ViterbiDecoder;
import org.namespan.internal.model.ModelMetadata;
import org.namespan.internal.tag.TagSet;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.Evaluation;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.network.EncodedSentence;
import org.namespan.trainer.network.TaggerNetwork;

/** Scores taggers in the engine, before they are exported. */
public final class TaggerScorer {

  private static final int BATCH_SIZE = 64;

  private TaggerScorer() {}

  /**
   * Scores a finished tagger on a corpus that had no part in its training.
   *
   * @throws CorpusException if the corpus has an entity type that the tagger does not know
   */
  public static EvaluationResult score(TrainedTagger tagger, Corpus corpus) throws CorpusException {
    ModelMetadata metadata = tagger.metadata();
    corpus.requireTypes(metadata.tagSet().types(), "the model");
    List<EncodedSentence> sentences = TrainingData.encode(corpus, metadata.tokenFeatures());
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu())) {
      TaggerNetwork network = TaggerNetwork.of(tagger.network(), tagger.weights(), manager);
      return score(network, manager, sentences, corpus, metadata.tagSet());
    }
  }

  /**
   * Scores a network as it stands.
   *
   * @param sentences the sentences of {@code gold}, encoded
   */
  static EvaluationResult score(
      TaggerNetwork network,
      NDManager manager,
      List<EncodedSentence> sentences,
      Corpus gold,
      TagSet tagSet) {
    NetworkTagger tagger = new NetworkTagger(network, manager, BATCH_SIZE);
    ViterbiDecoder decoder =
        new ViterbiDecoder(
            tagSet, TaggerNetwork.transitionScores(network.transitions(), tagSet.size()));
    List<float[]> emissions = tagger.emissions(sentences);
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < sentences.size(); i++) {
      int[] path = decoder.decode(emissions.get(i), sentences.get(i).length());
      Sentence sentence = gold.sentences().get(i);
      evaluation.add(
          sentence.tags(),
          sentence.openTypes(),
          Evaluation.toBio(tagSet.tags(path), tagSet.scheme()));
    }
    return evaluation.result();
  }
}
