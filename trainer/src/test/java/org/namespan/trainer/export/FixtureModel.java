package org.namespan.trainer.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.text.TextOptions;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.training.TrainingSources;

/**
 * Makes the small models that each format version leaves in the sdk's tests. They know by heart the
 * sentences that they were trained on. The same machine writes the same bytes again.
 *
 * <p>After {@code mvn -q package -DskipTests}, from the project's folder:
 *
 * <pre>{@code
 * java -cp \
 *   "trainer/target/test-classes:trainer/target/classes:trainer/target/lib/*" \
 *   org.namespan.trainer.export.FixtureModel \
 *   trainer/src/test/resources/fixtures/format-1.conll sdk/core/src/test/resources/fixtures/format-N.onnx
 * }</pre>
 *
 * <p>With {@code characters} as a third argument the model reads characters too, and has no
 * transition scores; with {@code calibrated} its scores are calibrated.
 */
final class FixtureModel {

  private static final Set<String> KINDS = Set.of("", "characters", "calibrated");

  private FixtureModel() {}

  public static void main(String[] args) throws IOException {
    String kind = args.length == 3 ? args[2] : "";
    if (args.length < 2 || args.length > 3 || !KINDS.contains(kind)) {
      throw new IllegalArgumentException(
          "expected arguments: CORPUS MODEL [characters|calibrated]");
    }
    Path file = Path.of(args[1]);
    if (Files.exists(file)) {
      throw new IOException(file + ": exists; the model of a format version is never replaced");
    }
    Path corpus = Path.of(args[0]);
    TrainedTagger tagger =
        switch (kind) {
          case "characters" -> reading(corpus);
          case "calibrated" -> calibrated(scoring(corpus));
          default -> scoring(corpus);
        };
    ModelExporter.export(tagger, CorpusFormats.read(corpus), file);
  }

  private static TrainedTagger train(TrainingConfig config, Path corpusFile) throws IOException {
    Corpus corpus = CorpusFormats.read(corpusFile);
    Path folder = Files.createTempDirectory("fixture-model");
    TrainedTagger tagger =
        new TaggerTrainer(config, folder, TrainingMonitor.SILENT)
            .train(
                TrainingSources.of(corpus, corpus),
                TextOptions.learned("en"),
                Map.of("training.licence", "Apache-2.0"));
    // So that its entities are the spans of the best path.
    return tagger.withMinScore(0);
  }

  private static TrainedTagger reading(Path corpusFile) throws IOException {
    return train(config().optCharDim(8).optCharFilters(12).build(), corpusFile);
  }

  private static TrainedTagger calibrated(TrainedTagger tagger) {
    return new TrainedTagger(
        tagger.network(),
        tagger.weights(),
        tagger.metadata().withCalibration(new ScoreCalibration(0.75f, -0.5f)));
  }

  private static TrainedTagger scoring(Path corpusFile) throws IOException {
    Corpus corpus = CorpusFormats.read(corpusFile);
    TrainedTagger tagger = train(config().build(), corpusFile);
    TransitionScores scores = associations(corpus, tagger.metadata().tagSet());
    return new TrainedTagger(
        tagger.network(), tagger.weights(), tagger.metadata().withTransitions(scores));
  }

  /** How much oftener than by chance labels start, end and follow others, as logarithms. */
  private static TransitionScores associations(Corpus corpus, TagSet tagSet) {
    int labels = tagSet.size();
    // The label after the last one stands for what is beyond both ends of a sentence.
    double[][] pairs = new double[labels + 1][labels + 1];
    for (double[] row : pairs) {
      Arrays.fill(row, 0.5);
    }
    for (Sentence sentence : corpus.sentences()) {
      int before = labels;
      for (Tag tag : tagSet.scheme().encode(sentence.spans(), sentence.tokens().size())) {
        pairs[before][tagSet.id(tag)]++;
        before = tagSet.id(tag);
      }
      pairs[before][labels]++;
    }
    double[] from = new double[labels + 1];
    double[] to = new double[labels + 1];
    double all = 0;
    for (int x = 0; x <= labels; x++) {
      for (int y = 0; y <= labels; y++) {
        from[x] += pairs[x][y];
        to[y] += pairs[x][y];
        all += pairs[x][y];
      }
    }
    float[] starts = new float[labels];
    float[] ends = new float[labels];
    float[] steps = new float[labels * labels];
    for (int x = 0; x < labels; x++) {
      starts[x] = (float) Math.log(pairs[labels][x] * all / from[labels] / to[x]);
      ends[x] = (float) Math.log(pairs[x][labels] * all / from[x] / to[labels]);
      for (int y = 0; y < labels; y++) {
        steps[x * labels + y] = (float) Math.log(pairs[x][y] * all / from[x] / to[y]);
      }
    }
    return new TransitionScores(starts, ends, steps);
  }

  private static TrainingConfigBuilder config() {
    List<Hashed> hashed =
        List.of(
            new Hashed(HashedFeature.LOWER, 128),
            new Hashed(HashedFeature.SUFFIX3, 64),
            new Hashed(HashedFeature.SHAPE, 32));
    return TrainingConfig.plain()
        .optRecipe(new FeatureRecipe(WordCase.KEEP, true, hashed))
        .optScheme(TagScheme.BILOU)
        .optMinCount(2)
        .optWordDim(12)
        .optHashDim(6)
        .optBidirectional(true)
        .optHidden(12)
        .optBatchSize(8)
        .optEpochs(60)
        .optPatience(60)
        .optLearningRate(1e-2)
        .optTableLearningRate(1e-2);
  }
}
