package org.namespan.trainer.classifier.corpus;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.corpus.CorpusException;

/**
 * A JSON object on each line, whose label is a string, a number or a truth value, or an array of
 * these.
 */
final class JsonLinesReader extends LineReader {

  @Override
  public String name() {
    return "jsonl";
  }

  @Override
  public boolean isFormatOf(Path file) {
    return LabelledTextFormats.hasExtension(file, ".jsonl")
        || LabelledTextFormats.hasExtension(file, ".ndjson");
  }

  @Override
  void accept(String line, int number, LabelledTextCollector collector) throws CorpusException {
    String textField = collector.options().textColumn().orElse("text");
    String classField = collector.options().classColumn().orElse("label");
    JsonObject object = parse(line);
    String text = object == null ? null : string(object.get(textField));
    List<String> labels = object == null ? null : labels(object.get(classField));
    if (text == null || labels == null) {
      collector.reject(
          number,
          object == null ? "found no JSON object" : "found no text or no label",
          "expected {\"" + textField + "\":\"...\",\"" + classField + "\":\"...\"}",
          "correct the line, or choose the names of the fields");
      return;
    }
    collector.add(text, labels, number);
  }

  private static @Nullable JsonObject parse(String line) {
    try {
      JsonElement value = JsonParser.parseString(line);
      return value.isJsonObject() ? value.getAsJsonObject() : null;
    } catch (JsonParseException e) {
      return null;
    }
  }

  private static @Nullable String string(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive() ? value.getAsString() : null;
  }

  private static @Nullable List<String> labels(@Nullable JsonElement value) {
    if (value == null || !value.isJsonArray()) {
      String label = string(value);
      return label == null ? null : List.of(label);
    }
    List<String> labels = new ArrayList<>();
    for (JsonElement element : value.getAsJsonArray()) {
      String label = string(element);
      if (label == null) {
        return null;
      }
      labels.add(label);
    }
    return labels;
  }
}
