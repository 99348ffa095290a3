package org.namespan.trainer.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;

class TextOptionsTest {

  private static Corpus corpus() throws IOException, URISyntaxException {
    Path file = Path.of(TextOptionsTest.class.getResource("/fixtures/format-1.conll").toURI());
    return CorpusFormats.read(file);
  }

  @Test
  void learnsFromTheCorpus() throws IOException, URISyntaxException {
    Corpus corpus = corpus();
    assertEquals(
        TextModelLearner.learn(corpus.sentences(), "en"), TextOptions.learned("en").models(corpus));
  }

  @Test
  void whiteSpaceIsNotLearned() throws IOException, URISyntaxException {
    Corpus none = corpus().withSentences(List.of());
    assertEquals(TextModels.whitespace(), TextOptions.whitespace("en").models(none));
  }
}
