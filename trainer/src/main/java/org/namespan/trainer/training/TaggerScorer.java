package org.namespan.trainer.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.List;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Span;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.Evaluation;
import org.namespan.trainer.evaluation.EvaluationResult;
import org.namespan.trainer.network.TaggerNetwork;

/** Scores taggers in the engine, before they are exported. */
public final class TaggerScorer {

  static final int BATCH_SIZE = 64;

  private TaggerScorer() {}

  /**
   * Scores a finished tagger on a corpus that had no part in its training.
   *
   * @throws CorpusException if the corpus has an entity type that the tagger does not know
   */
  public static EvaluationResult score(TrainedTagger tagger, Corpus corpus) throws CorpusException {
    ModelMetadata metadata = tagger.metadata();
    corpus.requireTypes(metadata.tagSet().types(), "the model");
    SentenceEncoder encoder = tagger.sentenceEncoder();
    List<EncodedSentence> sentences =
        corpus.tokens().stream()
            .map(tokens -> SentenceView.ofTokens(tokens).tokens())
            .map(encoder::encode)
            .toList();
    SpanDecoder decoder = metadata.spanDecoder();
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu())) {
      TaggerNetwork network = TaggerNetwork.of(tagger.spec(), tagger.weights(), manager);
      return score(
          new NetworkTagger(network, manager, BATCH_SIZE).emissions(sentences), decoder, corpus);
    }
  }

  /**
   * Scores what a decoder makes of emissions.
   *
   * @param emissions {@code [time, labels]} of what is shown of each sentence of {@code gold}
   */
  static EvaluationResult score(List<float[]> emissions, SpanDecoder decoder, Corpus gold) {
    Evaluation evaluation = new Evaluation();
    for (int i = 0; i < emissions.size(); i++) {
      Sentence sentence = gold.sentences().get(i);
      SentenceView view = SentenceView.ofTokens(sentence.tokens());
      List<Span> spans = decoder.decodeSpans(emissions.get(i), view.size());
      evaluation.add(sentence, view.restore(spans));
    }
    return evaluation.result();
  }
}
