package org.namespan.trainer.evaluation;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.model.text.ControlCharacters;

/**
 * The sentences that have errors as {@link PredictionColumns}, below a comment for each error:
 *
 * <pre>
 * # dev.conll:9 boundary: gold org [1, 4), predicted org [1, 2), score 0.8123
 * The       O      O
 * Bank      B-org  B-org
 * of        I-org  O
 * England   I-org  O
 * </pre>
 */
final class ErrorColumns {

  private ErrorColumns() {}

  static void write(ErrorList list, Appendable out) throws IOException {
    for (int i = 0; i < list.errors().size(); i++) {
      SpanError error = list.errors().get(i);
      out.append(comment(list.corpus(), error)).append('\n');
      boolean last = i + 1 == list.errors().size();
      if (last || list.errors().get(i + 1).index() != error.index()) {
        PredictionColumns.append(error.sentence(), out);
      }
    }
  }

  private static String comment(String corpus, SpanError error) {
    String line =
        "# "
            + corpus
            + (error.line() == 0 ? "" : ":" + error.line())
            + " "
            + error.kind()
            + ":"
            + side(" gold", error.gold())
            + (error.gold() != null && error.predicted() != null ? "," : "")
            + side(" predicted", error.predicted())
            + (error.score() == null
                ? ""
                : String.format(Locale.ROOT, ", score %.4f", error.score()));
    return ControlCharacters.escape(line);
  }

  private static String side(String name, @Nullable Span span) {
    return span == null
        ? ""
        : name + " " + span.type() + " [" + span.start() + ", " + span.end() + ")";
  }
}
