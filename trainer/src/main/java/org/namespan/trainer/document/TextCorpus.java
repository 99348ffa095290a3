package org.namespan.trainer.document;

import java.util.List;
import org.namespan.trainer.corpus.CorpusException;

/**
 * The annotated texts of one file or folder. Immutable.
 *
 * @param texts in the order of the file, of a folder in that of the names
 * @param leftOut records that hold no annotation to learn from: rejected or ignored in Prodigy,
 *     cancelled or not yet annotated in Label Studio
 * @param broken what was wrong with each record that could not be read; the others were
 */
public record TextCorpus(List<AnnotatedText> texts, int leftOut, List<CorpusException> broken) {

  /** Copies the lists. */
  public TextCorpus {
    texts = List.copyOf(texts);
    broken = List.copyOf(broken);
  }
}
