package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.namespan.EntityTagger;
import org.namespan.trainer.SharedData;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Splits;

/** The English news model has the scores that its card says. */
class NewsModelScoreTest {

  private static final Path MODEL =
      Path.of(
          "../sdk/model-en-gmb/src/main/resources/org/namespan/model/en-gmb/namespan-en-gmb.onnx");

  @Tag("slow")
  @Test
  void onTheDevPartOfItsCorpus() throws IOException {
    Corpus gmb = CorpusFormats.read(SharedData.require("gmb/ner_dataset.csv.gz"));
    Corpus dev = Splits.sequential(gmb.first(40_764), 33_570).dev();
    assertEquals(7106, dev.sentences().size());
    try (EntityTagger tagger = EntityTagger.load(MODEL)) {
      EvaluationResult result = ModelEvaluation.of(tagger, dev).result();
      assertEquals(0.867, result.overall().precision(), 0.001);
      assertEquals(0.834, result.overall().recall(), 0.001);
      assertEquals(0.850, result.overall().f1(), 0.001);
    }
  }
}
