package org.namespan.trainer.evaluation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;

/**
 * Errors for a program, a JSON object a line. Members: {@code corpus}; {@code line} in its file,
 * where there is one; {@code sentence}, counted from 1; {@code kind}; {@code text} and {@code
 * tokens} of the sentence; {@code gold} and {@code predicted}, where there is one, with {@code
 * type}, {@code start} and {@code end} in tokens, {@code startChar} and {@code endChar} in {@code
 * text} (UTF-16), their {@code text}, and {@code score} of the predicted span where it has one.
 * Starts are counted from 0, ends stand after the last one.
 */
final class ErrorJsonLines {

  private ErrorJsonLines() {}

  static void write(ErrorList list, Appendable out) throws IOException {
    for (SpanError error : list.errors()) {
      out.append(toJson(list.corpus(), error).toString()).append('\n');
    }
  }

  private static JsonObject toJson(String corpus, SpanError error) {
    ShownSentence sentence = ShownSentence.of(error.sentence().sentence());
    JsonObject json = new JsonObject();
    json.addProperty("corpus", corpus);
    if (error.line() > 0) {
      json.addProperty("line", error.line());
    }
    json.addProperty("sentence", error.index() + 1);
    json.addProperty("kind", error.kind().toString());
    json.addProperty("text", sentence.text());
    JsonArray tokens = new JsonArray();
    error.sentence().sentence().tokens().forEach(tokens::add);
    json.add("tokens", tokens);
    if (error.gold() != null) {
      json.add("gold", span(sentence, error.gold(), null));
    }
    if (error.predicted() != null) {
      json.add("predicted", span(sentence, error.predicted(), error.score()));
    }
    return json;
  }

  private static JsonObject span(ShownSentence sentence, Span span, @Nullable Double score) {
    JsonObject json = new JsonObject();
    json.addProperty("type", span.type());
    json.addProperty("start", span.start());
    json.addProperty("end", span.end());
    json.addProperty("startChar", sentence.start(span));
    json.addProperty("endChar", sentence.end(span));
    json.addProperty("text", sentence.text(span));
    if (score != null) {
      json.addProperty("score", score);
    }
    return json;
  }
}
