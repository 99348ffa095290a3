package org.namespan.trainer.check;

import java.util.List;
import org.namespan.model.tag.Span;

/**
 * What models make of a stretch of a sentence: of an annotated entity, of one that they find, or of
 * several that share tokens.
 *
 * @param located the sentence
 * @param annotated the entities that are annotated there; none where only models find some
 * @param instead what the models find likeliest there: other entities, none, or the same
 * @param annotatedProbability of exactly what is annotated, 0 to 1
 * @param insteadProbability of exactly what they find instead
 */
public record Doubt(
    CheckedCorpora.Located located,
    List<Span> annotated,
    List<Span> instead,
    double annotatedProbability,
    double insteadProbability) {

  /** Copies the lists. */
  public Doubt {
    annotated = List.copyOf(annotated);
    instead = List.copyOf(instead);
  }

  /** Whether the models find something else. */
  public boolean isDoubted() {
    return !annotated.equals(instead) && insteadProbability > annotatedProbability;
  }

  /** What kind of fault it is, if it is one: {@code missing, spurious, type} or {@code bounds}. */
  public String kind() {
    if (annotated.isEmpty()) {
      return "missing";
    }
    if (instead.isEmpty()) {
      return "spurious";
    }
    boolean sameBounds =
        annotated.size() == instead.size()
            && annotated.get(0).start() == instead.get(0).start()
            && annotated.get(0).end() == instead.get(0).end();
    return sameBounds ? "type" : "bounds";
  }
}
