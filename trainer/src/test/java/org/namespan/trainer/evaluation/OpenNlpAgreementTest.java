package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderEvaluator;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.Span;
import opennlp.tools.util.eval.FMeasure;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namespan.EntityTagger;
import org.namespan.TaggerNameFinder;
import org.namespan.trainer.SharedData;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.Splits;

/** OpenNLP's own evaluator gives a tagger the scores that ours gives it. */
class OpenNlpAgreementTest {

  @Test
  void onAFewSentences() throws Exception {
    Path corpus = Path.of(getClass().getResource("/fixtures/format-1.conll").toURI());
    assertAgrees(CorpusFormats.read(corpus));
  }

  @Tag("slow")
  @Test
  void onRealSentences() throws IOException {
    Corpus gmb = CorpusFormats.read(SharedData.require("gmb/ner_dataset.csv.gz"));
    Corpus dev = Splits.sequential(gmb, 33_570).dev();
    assertAgrees(dev.withSentences(dev.sentences().subList(0, 3000)));
  }

  private static void assertAgrees(Corpus corpus) throws IOException {
    try (EntityTagger tagger = EntityTagger.english()) {
      TokenNameFinderEvaluator evaluator =
          new TokenNameFinderEvaluator(new TaggerNameFinder(tagger));
      List<NameSample> samples =
          corpus.sentences().stream().map(OpenNlpAgreementTest::sample).toList();
      evaluator.evaluate(new CollectionObjectStream<>(samples));
      FMeasure found = evaluator.getFMeasure();
      Scores expected = ModelEvaluation.of(tagger, corpus).result().overall();
      assertTrue(expected.f1() > 0.3, expected.toString());
      assertEquals(expected.precision(), found.getPrecisionScore(), 1e-12);
      assertEquals(expected.recall(), found.getRecallScore(), 1e-12);
      assertEquals(expected.f1(), found.getFMeasure(), 1e-12);
    }
  }

  private static NameSample sample(Sentence sentence) {
    Span[] names =
        sentence.spans().stream()
            .map(span -> new Span(span.start(), span.end(), span.type()))
            .toArray(Span[]::new);
    return new NameSample(sentence.tokens().toArray(new String[0]), names, true);
  }
}
