package org.namespan.examples.benchmarks.robust;

import java.util.ArrayList;
import java.util.List;
import org.namespan.model.tag.Span;
import org.namespan.model.text.Token;
import org.namespan.trainer.corpus.AlignedText;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.text.Detokenizer;

/**
 * An annotated sentence as its writer typed it: the text that its corpus has, or else its tokens
 * joined by {@link Detokenizer}. Immutable.
 *
 * @param sentence the sentence
 * @param aligned its text with its tokens
 */
record RawSentence(Sentence sentence, AlignedText aligned) {

  static RawSentence of(Sentence sentence) {
    return new RawSentence(
        sentence, sentence.text().orElseGet(() -> new Detokenizer().join(sentence.tokens())));
  }

  String text() {
    return aligned.text();
  }

  /** Spans of its tokens as ranges of its text. */
  List<TypedRange> ranges(List<Span> spans) {
    return spans.stream()
        .map(
            span ->
                new TypedRange(
                    span.type(),
                    aligned.tokens().get(span.start()).start(),
                    aligned.tokens().get(span.end() - 1).end()))
        .toList();
  }

  /** Its tokens; one that holds white space counts as several. */
  List<Token> tokens() {
    List<Token> parts = new ArrayList<>();
    for (Token token : aligned.tokens()) {
      int start = token.start();
      for (int at = start; at <= token.end(); at++) {
        if (at == token.end() || isSpace(text().charAt(at))) {
          if (at > start) {
            parts.add(new Token(text(), start, at));
          }
          start = at + 1;
        }
      }
    }
    return parts;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
