package org.namespan.trainer.training;

import ai.djl.Device;
import java.util.List;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.Evaluation;
import org.namespan.trainer.evaluation.EvaluationResult;

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
    corpus.requireTypes(tagger.metadata().tagSet().types(), "the model");
    Evaluation evaluation = new Evaluation();
    try (EngineTagger engine = new EngineTagger(tagger, Device.cpu())) {
      List<List<Span>> found = engine.tag(corpus.tokens());
      for (int i = 0; i < found.size(); i++) {
        evaluation.add(corpus.sentences().get(i), found.get(i));
      }
    }
    return evaluation.result();
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
