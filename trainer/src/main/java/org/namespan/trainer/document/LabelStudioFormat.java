package org.namespan.trainer.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.AtomicFile;

/**
 * Label Studio's JSON export and import: an array of tasks, each with its {@code data.text} and
 * annotations, whose results of type {@code labels} are the spans. Of several annotations of a task
 * the ground truth is read, else the first that was not cancelled; a task without any is left out.
 * JSON-MIN is read too, where the labelling configuration calls text and spans {@code text} and
 * {@code label}.
 *
 * <p>The same with {@code predictions} in place of annotations is what a model suggests to people.
 */
final class LabelStudioFormat implements TextFormat {

  private static final String LABEL = "label";
  private static final String LABELS = "labels";
  private static final String TEXT = "text";

  private final String name;

  /** Where the results are: {@code annotations} or {@code predictions}. */
  private final String results;

  private LabelStudioFormat(String name, String results) {
    this.name = name;
    this.results = results;
  }

  /** What people annotated. */
  static LabelStudioFormat annotations() {
    return new LabelStudioFormat("LABEL-STUDIO", "annotations");
  }

  /** What models predicted. */
  static LabelStudioFormat predictions() {
    return new LabelStudioFormat("LABEL-STUDIO-PREDICTIONS", "predictions");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public OffsetUnit offsets() {
    return OffsetUnit.UTF16;
  }

  @Override
  public TextCorpus read(Path file, Optional<OffsetUnit> offsets) throws IOException {
    JsonRecords tasks = JsonRecords.of(file);
    if (!tasks.isArray()) {
      throw new CorpusException(
          file,
          1,
          "found no array of tasks",
          "expected one (" + name + ")",
          "export as JSON or JSON-MIN, or choose another format");
    }
    TextCollector collector = new TextCollector(file);
    tasks.forEach(
        each -> {
          JsonValue task = each.parse();
          collector.add(() -> isMinimal(task) ? Optional.of(readMinimal(task)) : read(task));
          return true;
        });
    return collector.corpus(offsets, offsets());
  }

  /** Whether it is a task of this tool. */
  static boolean isTask(JsonValue record) throws CorpusException {
    return (record.has("data") && (record.has("annotations") || record.has("predictions")))
        || isMinimal(record);
  }

  /** Whether it is a task of a JSON-MIN export, which has its spans beside its text. */
  private static boolean isMinimal(JsonValue record) throws CorpusException {
    Optional<JsonValue> spans = record.find(LABEL);
    return spans.isPresent()
        && spans.get().element().isJsonArray()
        && spans.get().elements().stream().anyMatch(each -> each.has(LABELS));
  }

  private static WrittenText readMinimal(JsonValue task) throws CorpusException {
    WrittenText.Builder text =
        new WrittenText.Builder(task.get(TEXT).string(), task.file(), task.line());
    for (JsonValue span : task.get(LABEL).elements()) {
      add(span, text);
    }
    return text.build();
  }

  private Optional<WrittenText> read(JsonValue task) throws CorpusException {
    String words = text(task.get("data"));
    WrittenText.Builder text = new WrittenText.Builder(words, task.file(), task.line());
    Optional<JsonValue> chosen = choose(task);
    if (chosen.isEmpty()) {
      return Optional.empty();
    }
    for (JsonValue result : chosen.get().get("result").elements()) {
      if (!result.has("type") || !result.get("type").string().equals(LABELS)) {
        continue; // Choices, relations and comments are no spans.
      }
      add(result.get("value"), text);
    }
    return Optional.of(text.build());
  }

  /** Adds a span under each of its labels. */
  private static void add(JsonValue span, WrittenText.Builder text) throws CorpusException {
    Optional<String> covered =
        span.has(TEXT) ? Optional.of(span.get(TEXT).string()) : Optional.empty();
    int start = span.get("start").integer();
    int end = span.get("end").integer();
    for (JsonValue label : span.get(LABELS).elements()) {
      text.add(label.string(), start, end, covered);
    }
  }

  /** The text of a task, which the labelling configuration may call otherwise. */
  private static String text(JsonValue data) throws CorpusException {
    if (!data.element().isJsonObject() || data.has(TEXT)) {
      return data.get(TEXT).string();
    }
    List<String> strings = new ArrayList<>();
    for (Map.Entry<String, JsonElement> each : data.element().getAsJsonObject().entrySet()) {
      if (each.getValue().isJsonPrimitive() && each.getValue().getAsJsonPrimitive().isString()) {
        strings.add(each.getValue().getAsString());
      }
    }
    if (strings.size() != 1) {
      throw new CorpusException(
          data.file(),
          data.line(),
          "found no 'data.text', and " + strings.size() + " other strings in 'data'",
          "expected one text",
          "name the text 'text'");
    }
    return strings.get(0);
  }

  private Optional<JsonValue> choose(JsonValue task) throws CorpusException {
    Optional<JsonValue> first = Optional.empty();
    if (task.has(results)) {
      for (JsonValue each : task.get(results).elements()) {
        if (each.has("ground_truth") && each.get("ground_truth").isTrue()) {
          return Optional.of(each);
        }
        boolean cancelled = each.has("was_cancelled") && each.get("was_cancelled").isTrue();
        first = first.isEmpty() && !cancelled ? Optional.of(each) : first;
      }
    }
    return first;
  }

  @Override
  public void write(List<AnnotatedText> texts, Path target, OffsetUnit offsets) throws IOException {
    AtomicFile.write(
        target,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
            out.append("[\n");
            for (int i = 0; i < texts.size(); i++) {
              AnnotatedText text = texts.get(i);
              JsonLines.GSON.toJson(task(text, OffsetMap.of(text.text(), offsets)), out);
              out.append(i + 1 < texts.size() ? ",\n" : "\n");
            }
            out.append("]\n");
          }
        });
  }

  private JsonObject task(AnnotatedText text, OffsetMap map) {
    JsonArray result = new JsonArray();
    for (TextSpan span : text.spans()) {
      JsonObject value = JsonLines.span(span, map, "start", "end");
      value.addProperty(TEXT, text.text().substring(span.start(), span.end()));
      JsonArray labels = new JsonArray();
      labels.add(span.type());
      value.add(LABELS, labels);
      JsonObject object = new JsonObject();
      object.addProperty("id", String.valueOf(result.size() + 1));
      object.addProperty("from_name", LABEL);
      object.addProperty("to_name", TEXT);
      object.addProperty("type", LABELS);
      object.add("value", value);
      result.add(object);
    }
    JsonObject annotation = new JsonObject();
    annotation.add("result", result);
    text.score().ifPresent(score -> annotation.addProperty("score", score));
    JsonArray annotations = new JsonArray();
    annotations.add(annotation);
    JsonObject data = new JsonObject();
    data.addProperty(TEXT, text.text());
    JsonObject task = new JsonObject();
    task.add("data", data);
    task.add(results, annotations);
    return task;
  }
}
