package org.namespan.trainer.check;

import java.util.List;
import org.namespan.model.tag.Span;

/**
 * Sentences as reports show them: tokens with blanks between them, spans in brackets behind their
 * type.
 */
final class MarkedText {

  /** Tokens shown on either side of what a quote is about. */
  private static final int CONTEXT = 8;

  private MarkedText() {}

  /** All of a sentence: {@code [per Anna Berg] lives here .} */
  static String of(List<String> tokens, List<Span> spans) {
    return of(tokens, spans, 0, tokens.size());
  }

  /** A span and the words around it; {@code ...} stands for what is left out. */
  static String around(List<String> tokens, List<Span> spans, int start, int end) {
    int from = Math.max(0, start - CONTEXT);
    int to = Math.min(tokens.size(), end + CONTEXT);
    for (Span span : spans) {
      if (span.start() < from && span.end() > from) {
        from = span.start();
      }
      if (span.start() < to && span.end() > to) {
        to = span.end();
      }
    }
    return (from > 0 ? "... " : "")
        + of(tokens, spans, from, to)
        + (to < tokens.size() ? " ..." : "");
  }

  /** Of spans that lie within the range, or outside of it. */
  private static String of(List<String> tokens, List<Span> spans, int from, int to) {
    StringBuilder text = new StringBuilder();
    int next = 0;
    for (int t = from; t < to; t++) {
      while (next < spans.size() && spans.get(next).end() <= t) {
        next++;
      }
      boolean within = next < spans.size() && spans.get(next).start() <= t;
      text.append(t == from ? "" : " ");
      if (within && spans.get(next).start() == t) {
        text.append('[').append(spans.get(next).type()).append(' ');
      }
      text.append(tokens.get(t));
      if (within && spans.get(next).end() == t + 1) {
        text.append(']');
      }
    }
    return text.toString();
  }
}
