package org.namespan.examples.benchmarks.speed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.namespan.examples.benchmarks.OpenNlpTagger;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.io.AtomicFile;
import org.namespan.trainer.io.Sha256;

/**
 * OpenNLP models of one training corpus, kept in a folder so that every JVM of a run loads the same
 * one, and a later run need not train again. The file's name tells the corpus and the settings.
 */
final class OpenNlpModels {

  private final Path folder;
  private final Corpus training;
  private final int iterations;

  OpenNlpModels(Path folder, Corpus training, int iterations) {
    this.folder = folder;
    this.training = training;
    this.iterations = iterations;
  }

  /**
   * The file of a model, which is trained if the folder does not have it; the algorithm's own
   * cutoff is taken.
   */
  Path file(OpenNlpTagger.Algorithm algorithm) throws IOException {
    String name =
        String.format(
            Locale.ROOT, "opennlp-%s-%d-%s.bin", name(algorithm), iterations, fingerprint());
    Path file = folder.resolve(name);
    if (!Files.exists(file)) {
      OpenNlpTagger tagger = OpenNlpTagger.train(training, algorithm, iterations, algorithm.cutoff);
      AtomicFile.write(file, tagger::save);
    }
    return file;
  }

  /** What an algorithm is called in tables and file names. */
  static String name(OpenNlpTagger.Algorithm algorithm) {
    return algorithm.name().toLowerCase(Locale.ROOT);
  }

  private String fingerprint() {
    Sha256 digest = new Sha256();
    training
        .sentences()
        .forEach(sentence -> digest.add(sentence.tokens() + "\t" + sentence.spans() + "\n"));
    return digest.hex().substring(0, 12);
  }
}
