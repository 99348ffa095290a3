package org.namespan.trainer.corpus;

import java.util.List;
import org.namespan.internal.tag.Span;
import org.namespan.internal.tag.Tag;
import org.namespan.internal.tag.TagScheme;

/**
 * One sentence: tokens and a well-formed BIO tag for each. Immutable.
 *
 * @param tokens at least one; none is empty or holds a TAB, a line break, a NUL or half a surrogate
 *     pair
 * @param tags as many as tokens, in {@link TagScheme#BIO}
 * @param line line of the first token in its file, counted from 1; 0 if it comes from no file
 */
public record Sentence(List<String> tokens, List<Tag> tags, int line) {

  /**
   * Copies the lists and checks what the parameters say.
   *
   * @throws IllegalArgumentException if they do not hold to it
   */
  public Sentence {
    tokens = List.copyOf(tokens);
    tags = List.copyOf(tags);
    if (tokens.isEmpty() || tokens.size() != tags.size()) {
      throw new IllegalArgumentException(
          tokens.size() + " tokens and " + tags.size() + " tags: expected one tag for each token");
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (!isToken(tokens.get(i))) {
        throw new IllegalArgumentException(
            "token " + i + " is empty or holds a TAB, a line break, a NUL or half a character");
      }
    }
    if (!TagScheme.BIO.encode(TagScheme.BIO.decode(tags), tags.size()).equals(tags)) {
      throw new IllegalArgumentException("the tags are no well-formed BIO sequence");
    }
    if (line < 0) {
      throw new IllegalArgumentException("line " + line + ": expected 0 or more");
    }
  }

  /**
   * A sentence whose entities are known as spans.
   *
   * @param spans in order, none overlapping
   */
  public static Sentence of(List<String> tokens, List<Span> spans, int line) {
    return new Sentence(tokens, TagScheme.BIO.encode(spans, tokens.size()), line);
  }

  /**
   * The entities, in order. For tags {@code B-per I-per O B-geo} these are {@code per [0, 2)} and
   * {@code geo [3, 4)}.
   */
  public List<Span> spans() {
    return TagScheme.BIO.decode(tags);
  }

  /** Whether a column file can hold {@code text} as a token. */
  static boolean isToken(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .noneMatch(
                c -> "\t\n\r\0".indexOf(c) >= 0 || Character.getType(c) == Character.SURROGATE);
  }
}
