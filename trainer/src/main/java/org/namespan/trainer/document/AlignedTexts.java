package org.namespan.trainer.document;

import java.util.List;
import org.namespan.trainer.corpus.Sentence;

/**
 * Annotated texts as sentences of tokens. Immutable.
 *
 * @param sentences of all texts that were not left out, each with its own text
 * @param problems spans that did not fit as they were; with {@link SpanPolicy#FAIL}, sentences are
 *     without those
 * @param skippedTexts texts that were left out by {@link SpanPolicy#SKIP_TEXT}
 */
public record AlignedTexts(List<Sentence> sentences, SpanProblems problems, int skippedTexts) {

  /** Copies the list. */
  public AlignedTexts {
    sentences = List.copyOf(sentences);
  }
}
