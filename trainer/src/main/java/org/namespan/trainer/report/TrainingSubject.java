package org.namespan.trainer.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.classifier.training.ClassifierEpoch;
import org.namespan.trainer.classifier.training.ClassifierSources;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.training.EpochReport;
import org.namespan.trainer.training.TrainingSources;

/**
 * What a training page tells of a run before its first epoch: of a tagger or of a classifier.
 *
 * @param config settings
 * @param labels that it learns, types or classes
 * @param example what a corpus is made of, in the singular
 * @param train what it learns from
 * @param dev what its epochs are scored on; null for nothing
 * @param measures members of the dev scores of an epoch, the one that chooses an epoch first
 * @param epochs of what type a record of its log is
 * @param hasEncoder whether it has a rate of its own for an encoder
 */
record TrainingSubject(
    TrainingConfig config,
    Collection<String> labels,
    String example,
    Part train,
    @Nullable Part dev,
    List<String> measures,
    Class<? extends Record> epochs,
    boolean hasEncoder) {

  /**
   * A corpus.
   *
   * @param examples sentences or texts
   * @param tokens in them, where they are known before the model splits text
   */
  record Part(String name, int examples, OptionalInt tokens) {

    JsonObject toJson() {
      JsonObject json = new JsonObject();
      json.addProperty("name", name);
      json.addProperty("examples", examples);
      tokens.ifPresent(count -> json.addProperty("tokens", count));
      return json;
    }
  }

  static TrainingSubject of(TrainingConfig config, TrainingSources sources) {
    return new TrainingSubject(
        config,
        sources.train().types(),
        "sentence",
        part(sources.train()),
        sources.dev() == null ? null : part(sources.dev()),
        List.of("f1", "precision", "recall", "tokenAccuracy"),
        EpochReport.class,
        sources.encoder() != null);
  }

  static TrainingSubject of(ClassifierConfig config, ClassifierSources sources) {
    return new TrainingSubject(
        config.training(),
        sources.train().classes(),
        "text",
        part(sources.train()),
        sources.dev() == null ? null : part(sources.dev()),
        config.severalClasses()
            ? List.of("microF1", "macroF1", "accuracy")
            : List.of("accuracy", "macroF1", "microF1"),
        ClassifierEpoch.class,
        false);
  }

  private static Part part(Corpus corpus) {
    return new Part(corpus.name(), corpus.sentences().size(), OptionalInt.of(corpus.tokenCount()));
  }

  private static Part part(LabelledCorpus corpus) {
    return new Part(corpus.name(), corpus.texts().size(), OptionalInt.empty());
  }

  /**
   * {@code preset}, {@code labels}, {@code example}, {@code train}, {@code dev}, {@code measures}.
   */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("preset", config.preset());
    json.add("labels", array(labels));
    json.addProperty("example", example);
    json.add("train", train.toJson());
    if (dev != null) {
      json.add("dev", dev.toJson());
    }
    json.add("measures", array(measures));
    return json;
  }

  private static JsonArray array(Collection<String> names) {
    JsonArray array = new JsonArray();
    names.forEach(array::add);
    return array;
  }
}
