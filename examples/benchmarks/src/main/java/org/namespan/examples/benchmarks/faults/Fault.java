package org.namespan.examples.benchmarks.faults;

import java.util.List;
import java.util.Locale;
import org.namespan.model.tag.Span;

/**
 * A fault in a sentence.
 *
 * @param sentence index of the sentence in its corpus
 * @param start first token of the entity as it was or as it is now, whichever is less
 * @param end after its last token, whichever is more
 */
public record Fault(Kind kind, int sentence, int start, int end) {

  /** What was done to an entity. */
  public enum Kind {
    /** It got another type. */
    TYPE,
    /** One of its ends went a token on or back. */
    BOUNDS,
    /** It is annotated no more. */
    DROPPED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether one of some entities of the sentence shares a token with it. */
  boolean touches(List<Span> spans) {
    return spans.stream().anyMatch(span -> span.start() < end && span.end() > start);
  }
}
