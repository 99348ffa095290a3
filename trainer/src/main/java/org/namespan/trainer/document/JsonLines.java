package org.namespan.trainer.document;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.io.AtomicFile;

/**
 * A format with a JSON value on each line, which is also read as one array of them; blank lines
 * count for nothing.
 */
abstract class JsonLines implements TextFormat {

  static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

  /** Whether this format has such records. */
  abstract boolean isRecord(JsonValue line) throws CorpusException;

  /** Takes a record apart; empty if it holds no annotation to learn from. */
  abstract Optional<WrittenText> read(JsonValue line) throws CorpusException;

  /** A text as a record, its offsets by {@code map}. */
  abstract JsonElement write(AnnotatedText text, OffsetMap map);

  @Override
  public OffsetUnit offsets() {
    return OffsetUnit.CODE_POINTS;
  }

  @Override
  public TextCorpus read(Path file, Optional<OffsetUnit> offsets) throws IOException {
    TextCollector collector = new TextCollector(file);
    JsonRecords.of(file)
        .forEach(
            each -> {
              collector.add(() -> read(each.parse()));
              return true;
            });
    return collector.corpus(offsets, offsets());
  }

  @Override
  public void write(List<AnnotatedText> texts, Path target, OffsetUnit offsets) throws IOException {
    AtomicFile.write(
        target,
        temporary -> {
          try (BufferedWriter out = Files.newBufferedWriter(temporary)) {
            for (AnnotatedText text : texts) {
              GSON.toJson(write(text, OffsetMap.of(text.text(), offsets)), out);
              out.append('\n');
            }
          }
        });
  }

  /** {@code [start, end, type]} for each span. */
  static JsonArray triples(AnnotatedText text, OffsetMap map) {
    JsonArray triples = new JsonArray();
    for (TextSpan span : text.spans()) {
      JsonArray triple = new JsonArray();
      TextSpan.Fragment fragment = whole(span);
      triple.add(map.fromUtf16(fragment.start()));
      triple.add(map.fromUtf16(fragment.end()));
      triple.add(span.type());
      triples.add(triple);
    }
    return triples;
  }

  /** Adds a span that is written as {@code [start, end, type]}. */
  static void readTriple(JsonValue triple, WrittenText.Builder text) throws CorpusException {
    List<JsonValue> parts = triple.elements(3);
    text.add(
        parts.get(2).string(), parts.get(0).integer(), parts.get(1).integer(), Optional.empty());
  }

  /** An object with the names of these formats. */
  static JsonObject span(TextSpan span, OffsetMap map, String start, String end) {
    TextSpan.Fragment fragment = whole(span);
    JsonObject object = new JsonObject();
    object.addProperty(start, map.fromUtf16(fragment.start()));
    object.addProperty(end, map.fromUtf16(fragment.end()));
    return object;
  }

  private static TextSpan.Fragment whole(TextSpan span) {
    if (span.isDiscontinuous()) {
      throw new IllegalArgumentException("a span has gaps, which this format cannot hold");
    }
    return span.fragments().get(0);
  }
}
