package org.namespan.trainer.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.namespan.model.tag.Span;
import org.namespan.model.text.ControlCharacters;

/**
 * Errors for a reader, each with its sentence:
 *
 * <pre>
 * dev.conll: 2 errors, 1 missed, 1 boundary
 *
 * dev.conll:3 missed
 *   gold       He left [geo Oslo] .
 *
 * dev.conll:9 boundary, score 0.8123
 *   gold       The [org Bank of England] said so .
 *   predicted  The [org Bank] of England said so .
 * </pre>
 */
final class ErrorText {

  private ErrorText() {}

  static void write(ErrorList list, Appendable out) throws IOException {
    List<String> counts = new ArrayList<>();
    int all = list.errors().size();
    counts.add(list.corpus() + ": " + all + (all == 1 ? " error" : " errors"));
    for (SpanError.Kind kind : SpanError.Kind.values()) {
      long count = list.errors().stream().filter(error -> error.kind() == kind).count();
      if (count > 0) {
        counts.add(count + " " + kind);
      }
    }
    line(String.join(", ", counts), out);
    for (SpanError error : list.errors()) {
      out.append('\n');
      line(
          list.corpus()
              + (error.line() == 0 ? "" : ":" + error.line())
              + " "
              + error.kind()
              + (error.score() == null
                  ? ""
                  : String.format(Locale.ROOT, ", score %.4f", error.score())),
          out);
      ShownSentence sentence = ShownSentence.of(error.sentence().sentence());
      side("  gold       ", sentence, error.gold(), out);
      side("  predicted  ", sentence, error.predicted(), out);
    }
  }

  private static void side(String name, ShownSentence sentence, @Nullable Span span, Appendable out)
      throws IOException {
    if (span != null) {
      String text = sentence.text();
      line(
          name
              + text.substring(0, sentence.start(span))
              + "["
              + span.type()
              + " "
              + sentence.text(span)
              + "]"
              + text.substring(sentence.end(span)),
          out);
    }
  }

  private static void line(String line, Appendable out) throws IOException {
    out.append(ControlCharacters.escape(line)).append('\n');
  }
}
