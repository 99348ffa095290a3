package org.namespan.trainer.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
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
import org.namespan.trainer.io.TextFile;

/**
 * Label Studio's JSON export and import: an array of tasks, each with its {@code data.text} and
 * annotations, whose results of type {@code labels} are the spans. Of several annotations of a task
 * the ground truth is read, else the first that was not cancelled; a task without any is left out.
 *
 * <p>The same with {@code predictions} in place of annotations is what a model suggests to people.
 */
final class LabelStudioFormat implements TextFormat {

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
    LineReader lines = new LineReader(TextFile.read(file, CorpusException::new).decodeUtf8());
    TextCollector collector = new TextCollector(file);
    try (JsonReader reader = new JsonReader(lines)) {
      reader.setStrictness(Strictness.STRICT);
      if (reader.peek() != JsonToken.BEGIN_ARRAY) {
        throw new CorpusException(
            file,
            lines.line(),
            "found no array of tasks",
            "expected one (" + name + ")",
            "export as JSON, not JSON-MIN or another, or choose another format");
      }
      reader.beginArray();
      while (reader.hasNext()) {
        int line = lines.line();
        JsonValue task = new JsonValue(JsonParser.parseReader(reader), "", file, line);
        collector.add(() -> read(task));
      }
      reader.endArray();
      JsonValue.requireEnd(reader);
    } catch (CorpusException e) {
      throw e;
    } catch (JsonParseException | IOException e) {
      throw JsonValue.malformed(e, file, lines.line());
    }
    return collector.corpus(offsets, offsets());
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
      JsonValue value = result.get("value");
      Optional<String> covered =
          value.has(TEXT) ? Optional.of(value.get(TEXT).string()) : Optional.empty();
      int start = value.get("start").integer();
      int end = value.get("end").integer();
      for (JsonValue label : value.get(LABELS).elements()) {
        text.add(label.string(), start, end, covered);
      }
    }
    return Optional.of(text.build());
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
      object.addProperty("from_name", "label");
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
