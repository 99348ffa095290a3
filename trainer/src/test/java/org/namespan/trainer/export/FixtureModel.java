package org.namespan.trainer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.namespan.internal.feature.FeatureRecipe;
import org.namespan.internal.feature.FeatureRecipe.Hashed;
import org.namespan.internal.feature.HashedFeature;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.text.TextModelLearner;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingConfig;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.training.TrainingSources;

/**
 * Makes the small model that each format version leaves in the sdk's tests. It knows by heart the
 * sentences that it was trained on. The same machine writes the same bytes again.
 *
 * <p>After {@code mvn -q package -DskipTests}, from the project's folder:
 *
 * <pre>{@code
 * java -cp \
 *   "trainer/target/test-classes:trainer/target/classes:trainer/target/lib/*" \
 *   org.namespan.trainer.export.FixtureModel \
 *   trainer/src/test/resources/fixtures/format-1.conll sdk/core/src/test/resources/fixtures/format-N.onnx
 * }</pre>
 */
final class FixtureModel {

  private FixtureModel() {}

  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("expected two arguments: CORPUS MODEL");
    }
    Path file = Path.of(args[1]);
    if (Files.exists(file)) {
      throw new IOException(file + ": exists; the model of a format version is never replaced");
    }
    ModelExporter.export(train(Path.of(args[0])), tokens(Path.of(args[0])), file);
  }

  private static TrainedTagger train(Path corpusFile) throws IOException {
    Corpus corpus = CorpusReader.builder().build().read(corpusFile);
    Path folder = Files.createTempDirectory("fixture-model");
    return new TaggerTrainer(config(), folder, TrainingMonitor.SILENT)
        .train(
            TrainingSources.of(corpus, corpus),
            TextModelLearner.learn(tokens(corpusFile), "en"),
            Map.of("language", "en", "training.licence", "Apache-2.0"));
  }

  private static TrainingConfig config() {
    List<Hashed> hashed =
        List.of(
            new Hashed(HashedFeature.LOWER, 128),
            new Hashed(HashedFeature.SUFFIX3, 64),
            new Hashed(HashedFeature.SHAPE, 32));
    return TrainingConfig.plain()
        .optRecipe(new FeatureRecipe(false, true, hashed))
        .optMinCount(2)
        .optWordDim(12)
        .optHashDim(6)
        .optBidirectional(true)
        .optHidden(12)
        .optBatchSize(8)
        .optEpochs(60)
        .optPatience(60)
        .optLearningRate(1e-2)
        .optTableLearningRate(1e-2)
        .build();
  }

  private static List<List<String>> tokens(Path corpus) throws IOException {
    return CorpusReader.builder().build().read(corpus).sentences().stream()
        .map(Sentence::tokens)
        .toList();
  }
}
