package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.examples.benchmarks.OpenNlpTagger;
import org.namespan.examples.benchmarks.OpenNlpTagger.Algorithm;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;

class OpenNlpModelsTest {

  private static final int ITERATIONS = 10;

  @TempDir private Path folder;

  @Test
  void theKeptModelTagsAsTheTrainedOne() throws IOException {
    Corpus corpus = CorpusFormats.read(Fixtures.CORPUS);
    for (Algorithm algorithm : Algorithm.values()) {
      Path file = new OpenNlpModels(folder, corpus, ITERATIONS).file(algorithm);
      OpenNlpTagger trained = OpenNlpTagger.train(corpus, algorithm, ITERATIONS, algorithm.cutoff);
      assertEquals(trained.tag(corpus.tokens()), OpenNlpTagger.load(file).tag(corpus.tokens()));
    }
  }

  @Test
  void trainsOnceForACorpus() throws IOException {
    Corpus corpus = CorpusFormats.read(Fixtures.CORPUS);
    OpenNlpModels models = new OpenNlpModels(folder, corpus, ITERATIONS);
    Path file = models.file(Algorithm.PERCEPTRON);
    FileTime old = FileTime.fromMillis(0);
    Files.setLastModifiedTime(file, old);
    assertEquals(file, models.file(Algorithm.PERCEPTRON));
    assertEquals(old, Files.getLastModifiedTime(file));
    Corpus part = corpus.withSentences(corpus.sentences().subList(0, 20));
    assertNotEquals(file, new OpenNlpModels(folder, part, ITERATIONS).file(Algorithm.PERCEPTRON));
  }
}
