package org.namespan.trainer.training;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.namespan.model.ModelMetadata;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.text.TextOptions;

/**
 * The run record of a checkpoint of version 2, which has settings in one flat object and tells
 * nothing else of what the run was given. Tokenizer, language and facts are read from the metadata
 * of its model; a given fact that replaced one of the trainer's own is not told apart from it.
 */
final class CheckpointVersion2 {

  static final String VERSION = "2";

  private static final Set<String> OWN_FACTS =
      Set.of(
          "producer",
          "language",
          "training.data",
          "training.sentences",
          "training.tokens",
          "training.preset",
          "training.seed",
          "dev.data",
          "dev.sentences",
          "network",
          "network.parameters");

  private CheckpointVersion2() {}

  /**
   * The run of a checkpoint.
   *
   * @param texts of the checkpoint
   * @param metadata that they hold
   */
  static TrainingRun run(Map<String, String> texts, ModelMetadata metadata, Gson gson) {
    JsonObject flat = JsonParser.parseString(texts.get("config")).getAsJsonObject();
    boolean whitespace = "opennlp-whitespace".equals(texts.get("namespan.tokenizer"));
    Map<String, String> facts = new TreeMap<>(metadata.facts());
    String language = facts.getOrDefault("language", "");
    facts.keySet().removeAll(OWN_FACTS);
    return new TrainingRun(
        gson.fromJson(grouped(flat), TrainingConfig.class),
        whitespace ? TextOptions.whitespace(language) : TextOptions.learned(language),
        facts,
        texts.getOrDefault("data", ""));
  }

  /** Moves each setting into the group that has it now. Settings that came later are off. */
  private static JsonObject grouped(JsonObject flat) {
    JsonObject grouped = new JsonObject();
    for (RecordComponent part : TrainingConfig.class.getRecordComponents()) {
      if (part.getType().isRecord()) {
        JsonObject group = new JsonObject();
        for (RecordComponent setting : part.getType().getRecordComponents()) {
          if (flat.has(setting.getName())) {
            group.add(setting.getName(), flat.get(setting.getName()));
          }
        }
        grouped.add(part.getName(), group);
      } else if (flat.has(part.getName())) {
        grouped.add(part.getName(), flat.get(part.getName()));
      }
    }
    return grouped;
  }
}
