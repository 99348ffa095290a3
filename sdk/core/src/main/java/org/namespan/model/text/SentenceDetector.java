package org.namespan.model.text;

/**
 * Finds the sentences of a paragraph.
 *
 * <p>Implementations are safe for use by many threads, and take a time that grows linearly with the
 * text.
 */
public interface SentenceDetector {

  /**
   * Where the sentences of a paragraph end. Each begins where the one before it ends; white space
   * around a sentence does no harm.
   *
   * @param text the whole text
   * @param start UTF-16 offset at which the paragraph begins
   * @param end UTF-16 offset after the paragraph, more than {@code start}
   * @return offsets after the sentences, ascending, the last of them {@code end}; none of them
   *     inside a token
   */
  int[] sentenceEnds(NormalizedText text, int start, int end);
}
