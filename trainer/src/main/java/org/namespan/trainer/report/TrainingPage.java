package org.namespan.trainer.report;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.config.Optimization;

/**
 * The page of a training run: loss, dev scores, rates and speed of its epochs.
 *
 * @param run name of the run
 * @param subject what it learns, from what and how
 * @param epochs the records of its log
 * @param state how far it is
 * @param timing how long it takes; null unless it goes on and an epoch of this process is done
 */
record TrainingPage(
    String run,
    TrainingSubject subject,
    List<? extends Record> epochs,
    State state,
    @Nullable Timing timing) {

  /** Name of the page in the folder of a run. */
  static final String FILE_NAME = "training.html";

  /** Points of the curve of the rates. */
  private static final int RATE_STEPS = 120;

  /** How far a run is. */
  enum State {
    /** More epochs are coming: the page loads itself anew. */
    RUNNING,
    /** The last epoch is done. */
    DONE,
    /** It ended before. */
    STOPPED
  }

  /**
   * How long epochs take, measured from one to the next: training, dev scores and checkpoint.
   *
   * @param written when the page was written, in milliseconds since 1970
   * @param secondsPerEpoch the mean over the epochs of this process
   */
  record Timing(long written, double secondsPerEpoch) {}

  void write(Path file) throws IOException {
    new HtmlPage("training", "Training of " + run, toJson()).write(file);
  }

  /**
   * For the script of the page: the members of {@link TrainingSubject#toJson}; {@code run}; {@code
   * epochs} at most; {@code patience}; {@code state}; {@code written} and {@code secondsPerEpoch},
   * while it goes on and once an epoch was timed; {@code records}, those of {@code training.jsonl};
   * {@code rates}, an array of objects with {@code epoch}, how many are done, from 0 on and with
   * fractions, and the rates there, {@code weights}, {@code tables} and, where there is one, {@code
   * encoder}.
   */
  JsonObject toJson() {
    Optimization optimization = subject.config().optimization();
    JsonObject json = subject.toJson();
    json.addProperty("run", run);
    json.addProperty("epochs", optimization.epochs());
    json.addProperty("patience", optimization.patience());
    json.addProperty("state", state.name().toLowerCase(Locale.ROOT));
    if (timing != null) {
      json.addProperty("written", timing.written());
      json.addProperty("secondsPerEpoch", timing.secondsPerEpoch());
    }
    json.add("records", new Gson().toJsonTree(epochs));
    json.add("rates", rates(optimization));
    return json;
  }

  private JsonArray rates(Optimization optimization) {
    JsonArray rates = new JsonArray();
    for (int i = 0; i <= RATE_STEPS; i++) {
      double done = (double) i / RATE_STEPS;
      double share = optimization.rateShare(done);
      JsonObject point = new JsonObject();
      point.addProperty("epoch", done * optimization.epochs());
      point.addProperty("weights", share * optimization.learningRate());
      point.addProperty("tables", share * optimization.tableLearningRate());
      if (subject.hasEncoder()) {
        point.addProperty("encoder", share * optimization.encoderLearningRate());
      }
      rates.add(point);
    }
    return rates;
  }
}
