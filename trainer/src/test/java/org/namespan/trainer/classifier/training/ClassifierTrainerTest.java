package org.namespan.trainer.classifier.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.CleaningStep;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.export.ClassifierExporter;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.pretrained.PretrainedClassifier;
import org.namespan.trainer.training.TrainingLog;
import org.namespan.trainer.vectors.Coverage;
import org.namespan.trainer.vectors.WordVectors;

class ClassifierTrainerTest {

  @TempDir Path folder;

  /** Good texts hold the word fine, bad ones awful; both hold other words beside it. */
  private static LabelledCorpus corpus(int count, boolean several) {
    String[] others = {"the", "soup", "was", "and", "so", "what", "we", "had"};
    List<LabelledText> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean good = i % 2 == 0;
      boolean both = several && i % 3 == 0;
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 3 + i % 4; w++) {
        text.append(others[(i * 5 + w * 3) % others.length]).append(' ');
      }
      text.insert(i % 2 * 4, good || both ? "Fine " : "").append(good && !both ? "" : " awful!");
      List<String> classes = both ? List.of("good", "bad") : List.of(good ? "good" : "bad");
      texts.add(new LabelledText(text.toString(), classes, i + 1));
    }
    return new LabelledCorpus("tiny.tsv", texts);
  }

  private static ClassifierSources sources(boolean several) {
    LabelledCorpus corpus = corpus(48, several);
    return new ClassifierSources(corpus, corpus.first(24), TextModels.whitespace(), "en");
  }

  private static ClassifierConfig.Builder config(int epochs) {
    ClassifierConfig.Builder builder =
        ClassifierConfig.standard()
            .optCleaning(List.of(CleaningStep.PUNCTUATION, CleaningStep.LOWER_CASE));
    builder
        .training()
        .optWordDim(8)
        .optHashDim(4)
        .optHidden(8)
        .optBatchSize(8)
        .optEpochs(epochs)
        .optPatience(epochs)
        .optAveraging(0.9)
        .optLearningRate(2e-2)
        .optTableLearningRate(2e-2);
    return builder;
  }

  private TrainedClassifier train(ClassifierConfig config, ClassifierSources sources, String name)
      throws IOException {
    return trainer(config, name).train(sources, Map.of("training.licence", "none"));
  }

  private ClassifierTrainer trainer(ClassifierConfig config, String name) {
    return new ClassifierTrainer(
        config, Device.cpu(), folder.resolve(name), ClassifierMonitor.SILENT);
  }

  @Test
  void learnsWithEveryPooling() throws IOException {
    for (Pooling pooling : Pooling.values()) {
      TrainedClassifier classifier =
          train(config(12).optPooling(pooling).build(), sources(false), pooling.id());
      Map<String, String> facts = classifier.metadata().facts();
      assertEquals("1.0000", facts.get("dev.accuracy"), pooling.id());
      assertEquals(List.of("bad", "good"), classifier.metadata().classes());
      assertEquals("none", facts.get("training.licence"));
      assertTrue(classifier.metadata().vocabulary().contains("awful"));
    }
  }

  @Test
  void learnsTextsOfSeveralClasses() throws IOException {
    TrainedClassifier classifier =
        train(config(20).optSeveralClasses(true).build(), sources(true), "several");
    assertEquals("1.0000", classifier.metadata().facts().get("dev.accuracy"));
    // The one class is told by .5, the other has a text with a lower score.
    List<Float> thresholds = classifier.metadata().thresholds();
    assertEquals(0.5f, thresholds.get(0));
    assertEquals(0.4584223f, thresholds.get(1), 1e-3f);
  }

  /** After one epoch no score is near 1, so that another threshold than .5 is better. */
  @Test
  void thresholdsAreChosenOnDev() throws IOException {
    TrainedClassifier early =
        train(config(1).optSeveralClasses(true).build(), sources(true), "early");
    List<Float> chosen = early.metadata().thresholds();
    assertEquals(2, chosen.size());
    ClassifierCheckpoint checkpoint =
        ClassifierCheckpoint.read(folder.resolve("early/" + ClassifierCheckpoint.FILE_NAME));
    assertEquals(checkpoint.best().dev().thresholds(), chosen);
    assertTrue(chosen.stream().anyMatch(each -> each != 0.5f), chosen + "");
  }

  @Test
  void startsFromWordVectorsAndKeepsThemWhereFrozen() throws IOException {
    Path file = folder.resolve("words.vec");
    StringBuilder lines = new StringBuilder();
    Random random = new Random(4);
    for (String word : List.of("fine", "the", "soup", "tasty", "grim", "and", "so", "we", "had")) {
      lines.append(word);
      for (int i = 0; i < 8; i++) {
        lines.append(' ').append(random.nextGaussian());
      }
      lines.append('\n');
    }
    WordVectors vectors = WordVectors.read(Files.writeString(file, lines));
    ClassifierConfig.Builder frozen = config(3);
    frozen.training().optFreezeVectors(true).optVocabularySize(100).optAveraging(0);
    Coverage[] told = new Coverage[1];
    TrainedClassifier classifier =
        new ClassifierTrainer(
                frozen.build(),
                Device.cpu(),
                folder.resolve("vectors"),
                new ClassifierMonitor() {
                  @Override
                  public void vectorsFitted(Coverage coverage) {
                    told[0] = coverage;
                  }
                })
            .train(sources(false).withVectors(vectors), Map.of());
    List<String> vocabulary = classifier.metadata().vocabulary();
    assertTrue(vocabulary.containsAll(List.of("tasty", "grim", "awful")), vocabulary + "");
    assertEquals(7, told[0].wordsWithVector());
    WordVectors scaled = vectors.scaledTo(2 / Math.sqrt(8));
    float[] table = classifier.weights().get("words");
    for (String word : List.of("fine", "soup", "tasty")) {
      int row = TokenFeatures.FIRST_WORD + vocabulary.indexOf(word);
      assertArrayEquals(
          scaled.vector(word), Arrays.copyOfRange(table, row * 8, (row + 1) * 8), 1e-6f, word);
    }
    assertRefused(
        "the run was started on other training or dev texts",
        () -> trainer(frozen.build(), "vectors").resume(sources(false), Map.of()));
  }

  @Test
  void goesOnFromAModelFile() throws IOException {
    TrainedClassifier before = train(config(12).build(), sources(false), "before");
    Path file = folder.resolve("before.onnx");
    ClassifierExporter.export(before, Precision.FP32, 0, corpus(48, false), file);
    PretrainedClassifier from = PretrainedClassifier.read(file);
    List<LabelledText> more = new ArrayList<>(corpus(12, false).texts());
    for (int i = 0; i < 12; i++) {
      more.add(new LabelledText("where is the door " + i % 3 + "?", List.of("ask"), 100 + i));
    }
    LabelledCorpus corpus = new LabelledCorpus("more.tsv", more);
    ClassifierSources sources = ClassifierSources.of(corpus, corpus, from);
    ClassifierConfig.Builder config = from.fineTuning();
    config.training().optEpochs(10);
    TrainedClassifier after = train(config.build(), sources, "after");
    assertEquals(List.of("ask", "bad", "good"), after.metadata().classes());
    assertEquals(before.metadata().cleaning(), after.metadata().cleaning());
    assertEquals(
        before.metadata().vocabulary(),
        after.metadata().vocabulary().subList(0, before.metadata().vocabulary().size()));
    Map<String, String> facts = after.metadata().facts();
    assertEquals("1.0000", facts.get("dev.accuracy"));
    assertEquals("before.onnx", facts.get("from"));
    assertEquals(from.sha256(), facts.get("from.sha256"));
    assertEquals("tiny.tsv", facts.get("from.training.data"));
    assertEquals("more.tsv", facts.get("training.data"));
    Map<String, String> given = Map.of("training.licence", "none");
    assertEquals(
        after.metadata(), trainer(config.build(), "after").resume(sources, given).metadata());
    assertRefused(
        "the run began from the model file of SHA-256 ",
        () ->
            trainer(config.build(), "after")
                .resume(
                    new ClassifierSources(
                        corpus, corpus, from.metadata().textModels(), from.language()),
                    given));
  }

  /** The run that goes on ends with the checkpoint, to the byte, of one that was never cut off. */
  @Test
  void aRunThatIsResumedEndsAsIfItHadNotBeenCutOff() throws IOException {
    ClassifierSources sources = sources(false);
    TrainedClassifier whole = train(config(4).build(), sources, "whole");
    ClassifierTrainer cut =
        new ClassifierTrainer(
            config(4).build(),
            Device.cpu(),
            folder.resolve("cut"),
            new ClassifierMonitor() {
              @Override
              public void epochDone(ClassifierEpoch report) {
                if (report.epoch() == 2) {
                  throw new IllegalStateException("cut off");
                }
              }
            });
    Map<String, String> facts = Map.of("training.licence", "none");
    assertThrows(IllegalStateException.class, () -> cut.train(sources, facts));
    TrainedClassifier resumed = trainer(config(4).build(), "cut").resume(sources, facts);
    assertEquals(whole.metadata(), resumed.metadata());
    whole
        .weights()
        .forEach((name, values) -> assertArrayEquals(values, resumed.weights().get(name), name));
    ClassifierCheckpoint one =
        ClassifierCheckpoint.read(folder.resolve("whole/" + ClassifierCheckpoint.FILE_NAME));
    ClassifierCheckpoint other =
        ClassifierCheckpoint.read(folder.resolve("cut/" + ClassifierCheckpoint.FILE_NAME));
    one.state()
        .optimizerState()
        .forEach(
            (name, values) ->
                assertArrayEquals(values, other.state().optimizerState().get(name), name));
    assertEquals(4, Files.readAllLines(folder.resolve("cut/" + TrainingLog.FILE_NAME)).size());
    // Once more: the run is complete.
    assertEquals(
        resumed.metadata(), trainer(config(4).build(), "cut").resume(sources, facts).metadata());
    assertEquals(resumed.metadata(), TrainedClassifier.read(folder.resolve("cut")).metadata());
  }

  @Test
  void aRunGoesOnWithTheSameDataAndOptionsAlone() throws IOException {
    ClassifierSources sources = sources(false);
    train(config(2).build(), sources, "run");
    Map<String, String> facts = Map.of("training.licence", "none");
    assertRefused(
        "pooling max, not mean",
        () -> trainer(config(2).optPooling(Pooling.MEAN).build(), "run").resume(sources, facts));
    assertRefused(
        "epochs 2, not 3; patience 2, not 3",
        () -> trainer(config(3).build(), "run").resume(sources, facts));
    assertRefused("facts", () -> trainer(config(2).build(), "run").resume(sources, Map.of()));
    ClassifierSources others =
        new ClassifierSources(corpus(50, false), sources.dev(), sources.textModels(), "en");
    assertRefused(
        "other training or dev texts",
        () -> trainer(config(2).build(), "run").resume(others, facts));
  }

  private static void assertRefused(String expected, Executable resume) {
    IOException refused = assertThrows(IOException.class, resume);
    assertTrue(refused.getMessage().contains(expected), refused.getMessage());
  }

  @Test
  void corporaThatDoNotFitAreRefused() {
    LabelledText good = new LabelledText("fine", List.of("good"), 1);
    LabelledText bad = new LabelledText("awful", List.of("bad"), 2);
    LabelledText odd = new LabelledText("odd", List.of("odd"), 7);
    LabelledCorpus one = new LabelledCorpus("one.tsv", List.of(good));
    LabelledCorpus two = new LabelledCorpus("two.tsv", List.of(good, bad));
    LabelledCorpus three = new LabelledCorpus("three.tsv", List.of(odd));
    CorpusException few =
        assertThrows(
            CorpusException.class,
            () ->
                ClassifierData.prepare(
                    new ClassifierSources(one, null, TextModels.whitespace(), "en"),
                    config(1).build()));
    assertTrue(few.getMessage().startsWith("one.tsv: found 1 class;"), few.getMessage());
    CorpusException unknown =
        assertThrows(
            CorpusException.class,
            () ->
                ClassifierData.prepare(
                    new ClassifierSources(two, three, TextModels.whitespace(), "en"),
                    config(1).build()));
    assertTrue(
        unknown.getMessage().startsWith("three.tsv:7: found class odd;"), unknown.getMessage());
  }
}
