package org.namespan.trainer.report;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.trainer.evaluation.ShownSentence;
import org.namespan.trainer.evaluation.SpanError;

/**
 * An error with the text about it, cut from its sentence where that is long.
 *
 * @param sentence where the error stands
 * @param error the error
 * @param start of the excerpt in the text of the sentence, a UTF-16 offset
 * @param end of the excerpt
 */
record Excerpt(ShownSentence sentence, SpanError error, int start, int end) {

  /** Chars that are shown on either side of an entity. */
  private static final int CONTEXT = 200;

  /** Chars of the entities that are shown, of the gold and of the predicted one together. */
  private static final int LONGEST = 400;

  static Excerpt of(SpanError error) {
    ShownSentence sentence = ShownSentence.of(error.sentence().sentence());
    int first = sentence.text().length();
    int last = 0;
    for (Span span : new @Nullable Span[] {error.gold(), error.predicted()}) {
      if (span != null) {
        first = Math.min(first, sentence.start(span));
        last = Math.max(last, sentence.end(span));
      }
    }
    int shownTo = Math.min(last, first + LONGEST);
    return new Excerpt(
        sentence,
        error,
        boundary(sentence.text(), first - CONTEXT),
        boundary(sentence.text(), shownTo + CONTEXT));
  }

  /** An offset in the text that parts no surrogate pair. */
  static int boundary(String text, int offset) {
    int within = Math.max(0, Math.min(offset, text.length()));
    boolean parts =
        within > 0
            && within < text.length()
            && Character.isSurrogatePair(text.charAt(within - 1), text.charAt(within));
    return parts ? within - 1 : within;
  }

  /**
   * For the script of a page: {@code kind}; {@code line} in the file of the corpus, where there is
   * one; {@code sentence}, counted from 1; {@code text}; {@code cutStart} and {@code cutEnd}, true
   * where the sentence goes on there; {@code gold} and {@code predicted}, where there is one, with
   * {@code type}, {@code start} and {@code end} in {@code text} and {@code score}.
   */
  JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("kind", error.kind().toString());
    if (error.line() > 0) {
      json.addProperty("line", error.line());
    }
    json.addProperty("sentence", error.index() + 1);
    json.addProperty("text", sentence.text().substring(start, end));
    if (start > 0) {
      json.addProperty("cutStart", true);
    }
    if (end < sentence.text().length()) {
      json.addProperty("cutEnd", true);
    }
    if (error.gold() != null) {
      json.add("gold", span(error.gold()));
    }
    if (error.predicted() != null) {
      JsonObject predicted = span(error.predicted());
      if (error.score() != null) {
        predicted.addProperty("score", error.score());
      }
      json.add("predicted", predicted);
    }
    return json;
  }

  private JsonObject span(Span span) {
    JsonObject json = new JsonObject();
    json.addProperty("type", span.type());
    json.addProperty("start", Math.min(end, sentence.start(span)) - start);
    json.addProperty("end", Math.min(end, sentence.end(span)) - start);
    return json;
  }

  static JsonArray toJson(Iterable<SpanError> errors) {
    JsonArray array = new JsonArray();
    errors.forEach(error -> array.add(of(error).toJson()));
    return array;
  }
}
