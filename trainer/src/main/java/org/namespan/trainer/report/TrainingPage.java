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
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TrainingSources;

/**
 * The page of a training run: loss, dev scores, rates and speed of its epochs.
 *
 * @param run name of the run
 * @param config settings
 * @param sources what it learns from
 * @param epochs the records of its log
 * @param state how far it is
 * @param timing how long it takes; null unless it goes on and an epoch of this process is done
 */
record TrainingPage(
    String run,
    TrainingConfig config,
    TrainingSources sources,
    List<EpochReport> epochs,
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
   * For the script of the page: {@code run}; {@code preset}; {@code train} and {@code dev}, where
   * there is one, with {@code name}, {@code sentences} and {@code tokens}; {@code types}; {@code
   * epochs} at most; {@code patience}; {@code state}; {@code written} and {@code secondsPerEpoch},
   * while it goes on and once an epoch was timed; {@code records}, those of {@code training.jsonl};
   * {@code rates}, an array of objects with {@code epoch}, how many are done, from 0 on and with
   * fractions, and the rates there, {@code weights}, {@code tables} and, where there is one, {@code
   * encoder}.
   */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("run", run);
    json.addProperty("preset", config.preset());
    json.add("train", corpus(sources.train()));
    if (sources.dev() != null) {
      json.add("dev", corpus(sources.dev()));
    }
    JsonArray types = new JsonArray();
    sources.train().types().forEach(types::add);
    json.add("types", types);
    json.addProperty("epochs", config.optimization().epochs());
    json.addProperty("patience", config.optimization().patience());
    json.addProperty("state", state.name().toLowerCase(Locale.ROOT));
    if (timing != null) {
      json.addProperty("written", timing.written());
      json.addProperty("secondsPerEpoch", timing.secondsPerEpoch());
    }
    json.add("records", new Gson().toJsonTree(epochs));
    json.add("rates", rates());
    return json;
  }

  private static JsonObject corpus(Corpus corpus) {
    JsonObject json = new JsonObject();
    json.addProperty("name", corpus.name());
    json.addProperty("sentences", corpus.sentences().size());
    json.addProperty("tokens", corpus.tokenCount());
    return json;
  }

  private JsonArray rates() {
    Optimization optimization = config.optimization();
    JsonArray rates = new JsonArray();
    for (int i = 0; i <= RATE_STEPS; i++) {
      double done = (double) i / RATE_STEPS;
      double share = optimization.rateShare(done);
      JsonObject point = new JsonObject();
      point.addProperty("epoch", done * optimization.epochs());
      point.addProperty("weights", share * optimization.learningRate());
      point.addProperty("tables", share * optimization.tableLearningRate());
      if (sources.encoder() != null) {
        point.addProperty("encoder", share * optimization.encoderLearningRate());
      }
      rates.add(point);
    }
    return rates;
  }
}
