package org.namespan.trainer.evaluation;

import org.namespan.model.tag.Span;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.Sentence;

/**
 * A sentence as people read it: its text where the corpus has it, else its tokens with blanks
 * between them.
 *
 * @param aligned its text, with the place of each token in it
 */
public record ShownSentence(AlignedText aligned) {

  /** A sentence of a corpus. */
  public static ShownSentence of(Sentence sentence) {
    return new ShownSentence(sentence.text().orElseGet(() -> joined(sentence)));
  }

  private static AlignedText joined(Sentence sentence) {
    int[] starts = new int[sentence.tokens().size()];
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + sentence.tokens().get(i - 1).length() + 1;
    }
    return AlignedText.of(String.join(" ", sentence.tokens()), sentence.tokens(), starts);
  }

  /** The whole text. */
  public String text() {
    return aligned.text();
  }

  /** UTF-16 offset of the first char of a span of tokens. */
  public int start(Span span) {
    return aligned.tokens().get(span.start()).start();
  }

  /** UTF-16 offset after the last char of a span of tokens. */
  public int end(Span span) {
    return aligned.tokens().get(span.end() - 1).end();
  }

  /** The text of a span of tokens. */
  public String text(Span span) {
    return text().substring(start(span), end(span));
  }
}
