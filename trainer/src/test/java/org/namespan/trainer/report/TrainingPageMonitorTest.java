package org.namespan.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.namespan.model.tag.Span;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.text.TextOptions;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TaggerTrainer;
import org.namespan.trainer.training.TrainingMonitor;
import org.namespan.trainer.training.TrainingSources;

class TrainingPageMonitorTest {

  private static final TextOptions TEXT = TextOptions.whitespace("en");

  private static final TrainingConfig CONFIG =
      TrainingConfig.plain().optWordDim(8).optHidden(8).optBatchSize(8).optEpochs(3).build();

  private static final TrainingSources SOURCES = TrainingSources.of(corpus(), corpus());

  @TempDir private Path folder;

  private static Corpus corpus() {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      sentences.add(new Sentence(List.of("in", "Oslo" + i % 3), List.of(new Span("geo", 1, 2))));
    }
    return new Corpus("tiny.conll", sentences, 0);
  }

  private JsonObject page() throws IOException {
    return PageFile.read(folder.resolve("training.html")).data();
  }

  private TrainingPageMonitor monitor() {
    return new TrainingPageMonitor(
        CONFIG,
        SOURCES,
        folder,
        e -> {
          throw new AssertionError(e);
        });
  }

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Hears after the page what an epoch gave, looks at the page, and ends training at the second.
   */
  private final class Looking implements TrainingMonitor {
    @Override
    public void epochStarted(int epoch, int epochs, int batches) {
      if (epoch == 1) {
        look(0);
      }
    }

    @Override
    public void epochDone(EpochReport report) {
      look(report.epoch());
      if (report.epoch() == 2) {
        throw new Stop();
      }
    }

    private void look(int epochs) {
      try {
        JsonObject page = page();
        assertEquals("running", page.get("state").getAsString());
        assertEquals(epochs, page.getAsJsonArray("records").size());
        assertEquals(epochs > 0, page.has("secondsPerEpoch"));
        if (epochs > 0) {
          assertTrue(page.get("secondsPerEpoch").getAsDouble() > 0);
        }
      } catch (IOException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void pageOfARunThatIsCutOffAndResumed() throws IOException {
    try (TrainingPageMonitor monitor = monitor()) {
      TaggerTrainer trainer =
          new TaggerTrainer(CONFIG, folder, TrainingMonitor.of(monitor, new Looking()));
      assertThrows(Stop.class, () -> trainer.train(SOURCES, TEXT, Map.of()));
    }
    JsonObject stopped = page();
    assertEquals("stopped", stopped.get("state").getAsString());
    assertEquals(2, stopped.getAsJsonArray("records").size());

    try (TrainingPageMonitor monitor = monitor()) {
      new TaggerTrainer(CONFIG, folder, monitor).resume(SOURCES, TEXT, Map.of());
      assertEquals("running", page().get("state").getAsString());
      monitor.finish();
    }
    JsonObject done = page();
    assertEquals("done", done.get("state").getAsString());
    assertFalse(done.has("secondsPerEpoch"));
    assertEquals(3, done.getAsJsonArray("records").size());
    for (int i = 0; i < 2; i++) {
      assertEquals(stopped.getAsJsonArray("records").get(i), done.getAsJsonArray("records").get(i));
    }
  }

  /** A page that cannot be written is told of, and training goes on. */
  @Test
  void trainingGoesOnWithoutPage() throws IOException {
    Files.createDirectories(folder.resolve("training.html").resolve("in the way"));
    List<IOException> told = new ArrayList<>();
    try (TrainingPageMonitor monitor =
        new TrainingPageMonitor(CONFIG, SOURCES, folder, told::add)) {
      new TaggerTrainer(CONFIG, folder, monitor).train(SOURCES, TEXT, Map.of());
      monitor.finish();
    }
    assertEquals(3, Files.readAllLines(folder.resolve("training.jsonl")).size());
    assertEquals(5, told.size());
    assertTrue(told.get(0).getMessage().contains("training.html"), told.get(0).getMessage());
  }
}
