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
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.text.CleaningStep;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.training.TrainingLog;

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
    assertEquals(List.of(0.5f, 0.5f), classifier.metadata().thresholds());
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
