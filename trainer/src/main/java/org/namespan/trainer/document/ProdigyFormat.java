package org.namespan.trainer.document;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import org.namespan.trainer.corpus.CorpusException;

/**
 * JSON lines as Prodigy's {@code db-out} writes and {@code db-in} reads them: {@code {"text": "Ann
 * left", "spans": [{"start": 0, "end": 3, "label": "PER"}], "answer": "accept"}}. Only what was
 * accepted is read; a task without an answer counts as accepted. {@code tokens} serve to check the
 * offsets, for spans meet the tokens of a model. What is suggested to people has no answer yet, and
 * a {@code score} in its {@code meta}.
 */
final class ProdigyFormat extends JsonLines {

  private static final List<String> ANSWERS = List.of("accept", "reject", "ignore");

  @Override
  public String name() {
    return "PRODIGY";
  }

  @Override
  boolean isRecord(JsonValue line) {
    return line.has("spans") || line.has("answer");
  }

  @Override
  Optional<WrittenText> read(JsonValue line) throws CorpusException {
    if (line.has("answer")) {
      String answer = line.get("answer").string();
      if (!ANSWERS.contains(answer)) {
        throw new CorpusException(
            line.file(),
            line.line(),
            "found another answer",
            "expected one of " + ANSWERS,
            "correct the answer");
      }
      if (!answer.equals(ANSWERS.get(0))) {
        return Optional.empty();
      }
    }
    WrittenText.Builder text =
        new WrittenText.Builder(line.get("text").string(), line.file(), line.line());
    Optional<JsonValue> spans = line.find("spans");
    if (spans.isPresent()) {
      List<JsonValue> tokens =
          line.has("tokens") ? line.get("tokens").elements() : List.<JsonValue>of();
      for (JsonValue span : spans.get().elements()) {
        text.add(
            span.get("label").string(),
            span.get("start").integer(),
            span.get("end").integer(),
            covered(span, tokens));
      }
    }
    return Optional.of(text.build());
  }

  /** The words of a span, which it or the tokens that it counts may tell. */
  private static Optional<String> covered(JsonValue span, List<JsonValue> tokens)
      throws CorpusException {
    if (span.has("text")) {
      return Optional.of(span.get("text").string());
    }
    if (!span.has("token_start") || !span.has("token_end")) {
      return Optional.empty();
    }
    int first = span.get("token_start").integer();
    int last = span.get("token_end").integer();
    if (first < 0 || last < first || last >= tokens.size()) {
      return Optional.empty();
    }
    StringBuilder words = new StringBuilder();
    for (JsonValue token : tokens.subList(first, last + 1)) {
      words.append(token.get("text").string());
    }
    return Optional.of(words.toString());
  }

  @Override
  JsonElement write(AnnotatedText text, OffsetMap map) {
    JsonArray spans = new JsonArray();
    for (TextSpan span : text.spans()) {
      JsonObject object = span(span, map, "start", "end");
      object.addProperty("label", span.type());
      spans.add(object);
    }
    JsonObject object = new JsonObject();
    object.addProperty("text", text.text());
    object.add("spans", spans);
    if (text.score().isPresent()) {
      JsonObject meta = new JsonObject();
      meta.addProperty("score", text.score().get());
      object.add("meta", meta);
    } else {
      object.addProperty("answer", ANSWERS.get(0));
    }
    return object;
  }
}
