package org.namespan.trainer.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.namespan.model.tag.Span;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.corpus.LabelledText;
import org.namespan.trainer.classifier.training.ClassifierSources;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.training.DevScores;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TrainingSources;

class TrainingPageTest {

  private static final Corpus TRAIN =
      new Corpus(
          "<b>train</b>",
          List.of(new Sentence(List.of("in", "Oslo"), List.of(new Span("<i>geo", 1, 2)))),
          0);

  private static final EpochReport FIRST =
      new EpochReport(1, 0.5, new DevScores(0.9, 0.7, 0.6, 0.65, 0.3), true, 2, 1000);

  private static JsonObject data(
      Corpus dev, List<EpochReport> epochs, TrainingPage.State state, TrainingPage.Timing timing) {
    TrainingConfig config = TrainingConfig.plain().optEpochs(4).build();
    return new TrainingPage(
            "run",
            TrainingSubject.of(config, TrainingSources.of(TRAIN, dev)),
            epochs,
            state,
            timing)
        .toJson();
  }

  @Test
  void recordsAndTimesOfARunThatGoesOn() {
    TrainingPage.Timing timing = new TrainingPage.Timing(1_700_000_000_000L, 2.5);
    JsonObject data = data(TRAIN, List.of(FIRST), TrainingPage.State.RUNNING, timing);
    assertEquals("running", data.get("state").getAsString());
    assertEquals(4, data.get("epochs").getAsInt());
    assertEquals(2.5, data.get("secondsPerEpoch").getAsDouble());
    assertEquals(1_700_000_000_000L, data.get("written").getAsLong());
    assertEquals("<b>train</b>", data.getAsJsonObject("dev").get("name").getAsString());
    assertEquals("[\"<i>geo\"]", data.get("labels").toString());
    assertEquals(
        "[{\"epoch\":1,\"loss\":0.5,\"dev\":{\"tokenAccuracy\":0.9,\"precision\":0.7,\"recall\":0.6,"
            + "\"f1\":0.65,\"minScore\":0.3},\"best\":true,\"seconds\":2.0,\"tokensPerSecond\":1000.0}]",
        data.get("records").toString());
  }

  @Test
  void aClassifierIsChosenByAnotherScore() {
    LabelledCorpus texts =
        new LabelledCorpus(
            "<b>texts</b>",
            List.of(
                new LabelledText("fine", List.of("<i>good"), 1),
                new LabelledText("awful", List.of("bad"), 2)));
    for (boolean several : new boolean[] {false, true}) {
      JsonObject data =
          TrainingSubject.of(
                  ClassifierConfig.plain().optSeveralClasses(several).build(),
                  new ClassifierSources(texts, null, TextModels.whitespace(), "en"))
              .toJson();
      assertEquals(
          several ? "microF1" : "accuracy", data.getAsJsonArray("measures").get(0).getAsString());
      assertEquals("[\"<i>good\",\"bad\"]", data.get("labels").toString());
      assertEquals("{\"name\":\"<b>texts</b>\",\"examples\":2}", data.get("train").toString());
      assertFalse(data.has("dev"));
    }
  }

  @Test
  void nothingIsDoneYetAndThereIsNoDevSet() {
    JsonObject data = data(null, List.of(), TrainingPage.State.RUNNING, null);
    assertFalse(data.has("dev") || data.has("written") || data.has("secondsPerEpoch"));
    assertEquals(0, data.getAsJsonArray("records").size());
  }

  /** The preset falls in a line from its rate, .004, to 0. */
  @Test
  void ratesAreThoseOfTheSchedule() {
    JsonObject data = data(null, List.of(FIRST), TrainingPage.State.DONE, null);
    for (int i = 0; i <= 120; i += 30) {
      JsonObject point = data.getAsJsonArray("rates").get(i).getAsJsonObject();
      assertEquals(i / 30.0, point.get("epoch").getAsDouble(), 1e-12);
      assertEquals(0.004 * (1 - i / 120.0), point.get("weights").getAsDouble(), 1e-12);
      assertEquals(point.get("weights"), point.get("tables"));
      assertFalse(point.has("encoder"));
    }
    assertEquals(121, data.getAsJsonArray("rates").size());
  }
}
