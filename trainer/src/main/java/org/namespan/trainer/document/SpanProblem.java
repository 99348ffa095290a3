package org.namespan.trainer.document;

/**
 * A span that sentences of tokens cannot hold as it is.
 *
 * @param fault why; a span with several faults makes several problems
 * @param text where the span is
 * @param span with UTF-16 offsets
 */
public record SpanProblem(SpanFault fault, AnnotatedText text, TextSpan span) {

  /** The place without the user's text: {@code a.jsonl:17: PER [3, 8) nested}. */
  @Override
  public String toString() {
    return text.file()
        + (span.line() > 0 ? ":" + span.line() : "")
        + ": "
        + span.type()
        + " ["
        + span.start()
        + ", "
        + span.end()
        + ") "
        + fault;
  }
}
