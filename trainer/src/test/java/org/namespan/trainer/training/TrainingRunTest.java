package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.text.TextOptions;

class TrainingRunTest {

  private static final float ROUNDING = 1e-6f;

  private static final Path FILE = Path.of("run", Checkpoint.FILE_NAME);
  private static final TextOptions TEXT = TextOptions.learned("en");
  private static final Map<String, String> FACTS = Map.of("training.licence", "CC0");

  private final TrainingRun run =
      new TrainingRun(TrainingConfig.plain().build(), TEXT, FACTS, "abc");

  @TempDir Path folder;

  private String refusal(TrainingConfig config, TextOptions text, Map<String, String> facts) {
    return assertThrows(IOException.class, () -> run.requireOptions(config, text, facts, FILE))
        .getMessage();
  }

  private static String startedWith(String difference) {
    return FILE
        + ": the run was started with "
        + difference
        + "; give the same options, or start anew in another folder";
  }

  @Test
  void theSameOptionsAgree() {
    assertDoesNotThrow(() -> run.requireOptions(run.config(), TEXT, FACTS, FILE));
    assertDoesNotThrow(() -> run.requireData("abc", FILE));
  }

  @Test
  void refusesAnotherTokenizer() {
    assertEquals(
        startedWith("tokenizer learned, not whitespace"),
        refusal(run.config(), TextOptions.whitespace("en"), FACTS));
  }

  @Test
  void refusesAnotherLanguage() {
    assertEquals(
        startedWith("language en, not de"),
        refusal(run.config(), TextOptions.learned("de"), FACTS));
  }

  @Test
  void refusesOtherFacts() {
    assertEquals(
        startedWith("fact training.licence CC0, not MIT"),
        refusal(run.config(), TEXT, Map.of("training.licence", "MIT")));
    assertEquals(
        startedWith("fact training.licence CC0, not none"), refusal(run.config(), TEXT, Map.of()));
    assertEquals(
        startedWith("fact training.data none, not GMB"),
        refusal(run.config(), TEXT, Map.of("training.licence", "CC0", "training.data", "GMB")));
  }

  @Test
  void tellsAllDifferencesAtOnce() {
    assertEquals(
        startedWith(
            "seed 1, not 2; tokenizer learned, not whitespace; language en, not de;"
                + " fact training.licence CC0, not none"),
        refusal(TrainingConfig.plain().optSeed(2).build(), TextOptions.whitespace("de"), Map.of()));
  }

  @Test
  void refusesOtherData() {
    String message =
        assertThrows(IOException.class, () -> run.requireData("abd", FILE)).getMessage();
    assertEquals(
        FILE
            + ": the run was started on other training or dev sentences; give the same files, or"
            + " start anew in another folder",
        message);
  }

  private static Path fixture(String name) throws URISyntaxException {
    return Path.of(TrainingRunTest.class.getResource("/fixtures/" + name).toURI());
  }

  /** The options of the fixture, which stopped after the first of two epochs. */
  private static TrainingConfig fixtureConfig() {
    return TrainingConfig.plain()
        .optWordDim(2)
        .optHidden(2)
        .optMinCount(2)
        .optEpochs(2)
        .optMinScore(0.25)
        .build();
  }

  @Test
  void readsVersion2() throws IOException, URISyntaxException {
    Checkpoint checkpoint = Checkpoint.read(fixture("checkpoint-2.safetensors"));
    assertEquals(
        new TrainingRun(
            fixtureConfig(),
            TextOptions.whitespace("en"),
            FACTS,
            "fdb5de4a5fa6af893d1f729d9527a0a506d9d1ac5346f17275203a425d570b8d"),
        checkpoint.run());
    assertEquals(0.25, checkpoint.bestTagger().metadata().minScore());
  }

  /**
   * No sentence of its corpus has marks that are shown otherwise since. Its first epoch was run on
   * another processor, which may round otherwise.
   */
  @Test
  void resumesVersion2() throws IOException, URISyntaxException {
    Corpus corpus = CorpusFormats.read(fixture("checkpoint-2.conll"));
    TrainingSources sources = TrainingSources.of(corpus, corpus);
    TextOptions text = TextOptions.whitespace("en");
    Files.copy(fixture("checkpoint-2.safetensors"), folder.resolve(Checkpoint.FILE_NAME));
    TrainedTagger resumed =
        new TaggerTrainer(fixtureConfig(), folder, TrainingMonitor.SILENT)
            .resume(sources, text, FACTS);
    TrainedTagger whole =
        new TaggerTrainer(fixtureConfig(), folder.resolve("whole"), TrainingMonitor.SILENT)
            .train(sources, text, FACTS);
    assertEquals(whole.weights().keySet(), resumed.weights().keySet());
    whole
        .weights()
        .forEach(
            (name, values) ->
                assertArrayEquals(values, resumed.weights().get(name), ROUNDING, name));
    assertEquals(2, Checkpoint.read(folder.resolve(Checkpoint.FILE_NAME)).epoch());
  }
}
