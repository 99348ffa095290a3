package org.namespan.trainer.classifier.export;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.WordCase;
import org.namespan.model.text.CleaningStep;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledTextFormats;
import org.namespan.trainer.classifier.corpus.LabelledTextOptions;
import org.namespan.trainer.classifier.training.ClassifierMonitor;
import org.namespan.trainer.classifier.training.ClassifierSources;
import org.namespan.trainer.classifier.training.ClassifierTrainer;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.corpus.CorpusErrorHandler;
import org.namespan.trainer.network.part.Precision;

/**
 * Makes the small classifier that format version 5 leaves in the sdk's tests. It knows by heart the
 * texts that it was trained on. The same machine writes the same bytes again.
 *
 * <p>After {@code mvn -q package -DskipTests}, from the project's folder:
 *
 * <pre>{@code
 * java -cp \
 *   "trainer/target/test-classes:trainer/target/classes:trainer/target/lib/*" \
 *   org.namespan.trainer.classifier.export.ClassifierFixture \
 *   trainer/src/test/resources/fixtures/format-5.tsv sdk/core/src/test/resources/fixtures/format-5.onnx
 * }</pre>
 *
 * <p>With {@code several} as a third argument a text may have any number of classes.
 */
final class ClassifierFixture {

  private ClassifierFixture() {}

  public static void main(String[] args) throws IOException {
    boolean several = args.length == 3 && args[2].equals("several");
    if (args.length != 2 && !several) {
      throw new IllegalArgumentException("expected arguments: CORPUS MODEL [several]");
    }
    Path file = Path.of(args[1]);
    if (Files.exists(file)) {
      throw new IOException(file + ": exists; the model of a format version is never replaced");
    }
    Path corpusFile = Path.of(args[0]);
    LabelledCorpus corpus =
        LabelledTextFormats.detect(corpusFile)
            .read(corpusFile, LabelledTextOptions.DEFAULT, CorpusErrorHandler.FAIL);
    ClassifierSources sources =
        new ClassifierSources(corpus, corpus, TextModels.whitespace(), "en");
    ClassifierTrainer trainer =
        new ClassifierTrainer(
            config(several),
            Device.cpu(),
            Files.createTempDirectory("fixture-model"),
            ClassifierMonitor.SILENT);
    TrainedClassifier classifier = trainer.train(sources, Map.of("training.licence", "Apache-2.0"));
    ClassifierExporter.export(classifier, Precision.FP32, 0, corpus, file);
  }

  private static ClassifierConfig config(boolean several) {
    List<Hashed> hashed =
        List.of(new Hashed(HashedFeature.LOWER, 128), new Hashed(HashedFeature.SUFFIX3, 64));
    ClassifierConfig.Builder builder =
        ClassifierConfig.standard()
            .optSeveralClasses(several)
            .optCleaning(
                List.of(CleaningStep.HTML, CleaningStep.PUNCTUATION, CleaningStep.LOWER_CASE));
    builder
        .training()
        .optRecipe(new FeatureRecipe(WordCase.KEEP, true, hashed))
        .optMinCount(1)
        .optWordDim(12)
        .optHashDim(6)
        .optHidden(12)
        .optDropout(0.2)
        .optBatchSize(8)
        .optEpochs(40)
        .optPatience(40)
        .optLearningRate(1e-2)
        .optTableLearningRate(1e-2);
    return builder.build();
  }
}
