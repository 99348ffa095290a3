package org.namespan.trainer.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;

/**
 * One sentence: its tokens and its entities as spans of tokens. Immutable.
 *
 * <p>The spans are the annotation; {@link #tags} writes them in a tag scheme for a network or a
 * file that needs one label for each token.
 *
 * <p>What a corpus does not tell is said by <em>open types</em> of tokens. A token in no span is
 * outside, or in a span of one of its open types. A span whose tokens have open types is of its own
 * type, or of one of these; its bounds are certain. A {@link TypeMap} makes such sentences; those
 * of a file have none.
 *
 * @param tokens at least one; none is empty or holds a TAB, a line break, a NUL or half a surrogate
 *     pair
 * @param spans the entities in order, none overlapping
 * @param openTypes the open types of each token, in alphabetical order; the same at all tokens of a
 *     span. The list is empty if no token has any
 * @param lines the line of each token in its file, counted from 1; empty if it comes from no file
 * @param text the sentence as it was before it was cut into tokens, where the corpus has it
 */
public record Sentence(
    List<String> tokens,
    List<Span> spans,
    List<Set<String>> openTypes,
    List<Integer> lines,
    Optional<AlignedText> text) {

  /**
   * Copies the lists and checks what the parameters say.
   *
   * @throws IllegalArgumentException if they do not hold to it
   */
  public Sentence {
    tokens = List.copyOf(tokens);
    spans = List.copyOf(spans);
    lines = List.copyOf(lines);
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException("found no token, expected at least one");
    }
    for (int i = 0; i < tokens.size(); i++) {
      if (!isToken(tokens.get(i))) {
        throw new IllegalArgumentException(
            "token " + i + " is empty or holds a TAB, a line break, a NUL or half a character");
      }
    }
    requireOrder(spans, tokens.size());
    if (!lines.isEmpty() && lines.size() != tokens.size()) {
      throw new IllegalArgumentException(tokens.size() + " tokens and " + lines.size() + " lines");
    }
    if (text.isPresent() && text.get().tokens().size() != tokens.size()) {
      throw new IllegalArgumentException(
          tokens.size() + " tokens and a text of " + text.get().tokens().size());
    }
    openTypes = copyOf(openTypes, spans, tokens.size());
  }

  /**
   * A sentence that comes from no file.
   *
   * @param spans in order, none overlapping
   */
  public Sentence(List<String> tokens, List<Span> spans) {
    this(tokens, spans, List.of(), List.of(), Optional.empty());
  }

  /**
   * A sentence with a token on each line of its file.
   *
   * @param spans in order, none overlapping
   * @param line line of the first token, counted from 1; 0 if it comes from no file
   */
  public static Sentence of(List<String> tokens, List<Span> spans, int line) {
    List<Integer> lines =
        line == 0 ? List.of() : IntStream.range(line, line + tokens.size()).boxed().toList();
    return new Sentence(tokens, spans, List.of(), lines, Optional.empty());
  }

  /** The same with other entities; {@code openTypes} may be empty. */
  public Sentence withSpans(List<Span> spans, List<Set<String>> openTypes) {
    return new Sentence(tokens, spans, openTypes, lines, text);
  }

  /** The same with more types open at every token that is in no entity. */
  Sentence withOpenTypes(Set<String> types) {
    List<Set<String>> open = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      Set<String> more = new TreeSet<>(openTypes(i));
      more.addAll(types);
      open.add(more);
    }
    for (Span span : spans) {
      for (int i = span.start(); i < span.end(); i++) {
        open.set(i, openTypes(i));
      }
    }
    return withSpans(spans, open);
  }

  /** The same with as many other tokens, to which its text no longer fits. */
  public Sentence withTokens(List<String> tokens) {
    return new Sentence(tokens, spans, openTypes, lines, Optional.empty());
  }

  /**
   * The spans as one tag for each token. For spans {@code per [0, 2)} and {@code geo [3, 4)} of
   * four tokens these are {@code B-per I-per O B-geo} in {@link TagScheme#BIO}.
   */
  public List<Tag> tags(TagScheme scheme) {
    return scheme.encode(spans, tokens.size());
  }

  /** Line of the first token in its file, counted from 1; 0 if it comes from no file. */
  public int line() {
    return line(0);
  }

  /** Line of a token in its file, counted from 1; 0 if it comes from no file. */
  public int line(int token) {
    return lines.isEmpty() ? 0 : lines.get(token);
  }

  /** The types that a token, or the span that it stands in, may have besides; none as a rule. */
  public Set<String> openTypes(int token) {
    return openTypes.isEmpty() ? Set.of() : openTypes.get(token);
  }

  private static void requireOrder(List<Span> spans, int length) {
    int end = 0;
    for (Span span : spans) {
      if (span.start() < end || span.end() > length) {
        throw new IllegalArgumentException(
            "span ["
                + span.start()
                + ", "
                + span.end()
                + ") overlaps another, is out of order or ends after "
                + length
                + " tokens");
      }
      end = span.end();
    }
  }

  private static List<Set<String>> copyOf(
      List<Set<String>> openTypes, List<Span> spans, int length) {
    if (openTypes.stream().allMatch(Set::isEmpty)) {
      return List.of();
    }
    if (openTypes.size() != length) {
      throw new IllegalArgumentException(
          length + " tokens and " + openTypes.size() + " sets of open types");
    }
    for (Span span : spans) {
      Set<String> open = openTypes.get(span.start());
      if (open.contains(span.type())) {
        throw new IllegalArgumentException(
            "token " + span.start() + " has the type of its span among its open types");
      }
      for (int i = span.start(); i < span.end(); i++) {
        if (!openTypes.get(i).equals(open)) {
          throw new IllegalArgumentException(
              "token " + i + " has other open types than the first one of its span");
        }
      }
    }
    // Many tokens share one set: a copy of each would multiply the memory of a corpus.
    Map<Set<String>, Set<String>> copies = new HashMap<>();
    List<Set<String>> copy = new ArrayList<>(length);
    for (Set<String> open : openTypes) {
      copy.add(
          copies.computeIfAbsent(open, types -> Collections.unmodifiableSet(new TreeSet<>(types))));
    }
    return Collections.unmodifiableList(copy);
  }

  /** Whether a column file can hold {@code text} as a token. */
  static boolean isToken(String text) {
    return !text.isEmpty()
        && text.codePoints()
            .noneMatch(
                c -> "\t\n\r\0".indexOf(c) >= 0 || Character.getType(c) == Character.SURROGATE);
  }
}
