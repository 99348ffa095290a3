package org.namespan.trainer.activelearning;

import java.nio.file.Path;
import java.util.List;

/**
 * A text that a person may be asked to label. Immutable.
 *
 * @param text as it was written
 * @param sentences its tokens; no sentence is empty
 * @param file where it stands
 * @param line its line there, counted from 1; 0 if it is a file of its own
 */
public record UnlabelledText(String text, List<List<String>> sentences, Path file, int line) {

  /** Copies the list. */
  public UnlabelledText {
    sentences = List.copyOf(sentences);
  }

  /** Tokens of all sentences. */
  public int tokenCount() {
    return sentences.stream().mapToInt(List::size).sum();
  }
}
