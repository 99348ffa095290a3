package org.namespan.trainer.corpus;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;

/**
 * One sentence: tokens and a well-formed BIO tag for each. Immutable.
 *
 * <p>Where a corpus does not tell whether there is an entity, a token is tagged {@code O} and has
 * <em>open types</em>: the token is outside, or in a span of one of these types. A {@link TypeMap}
 * makes such sentences; those of a file have none.
 *
 * @param tokens at least one; none is empty or holds a TAB, a line break, a NUL or half a surrogate
 *     pair
 * @param tags as many as tokens, in {@link TagScheme#BIO}
 * @param lines line of each token in its file, counted from 1; all 0 if it comes from no file
 * @param openTypes the open types of each token, in alphabetical order; empty for a tag other than
 *     {@code O}. The list is empty if no token has any
 */
public record Sentence(
    List<String> tokens, List<Tag> tags, List<Integer> lines, List<Set<String>> openTypes) {

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
    lines = List.copyOf(lines);
    if (lines.size() != tokens.size()) {
      throw new IllegalArgumentException(
          tokens.size() + " tokens and " + lines.size() + " lines: expected one for each token");
    }
    if (Collections.min(lines) < 0) {
      throw new IllegalArgumentException("line " + Collections.min(lines) + ": expected 0 or more");
    }
    openTypes = copyOf(openTypes, tags);
  }

  /**
   * A sentence with a token on each line.
   *
   * @param line of the first token, counted from 1; 0 if it comes from no file
   */
  public Sentence(List<String> tokens, List<Tag> tags, int line, List<Set<String>> openTypes) {
    this(tokens, tags, linesFrom(line, tokens.size()), openTypes);
  }

  /** A sentence with a token on each line, without open types. */
  public Sentence(List<String> tokens, List<Tag> tags, int line) {
    this(tokens, tags, line, List.of());
  }

  /**
   * A sentence with a token on each line, whose entities are known as spans.
   *
   * @param spans in order, none overlapping
   */
  public static Sentence of(List<String> tokens, List<Span> spans, int line) {
    return of(tokens, spans, linesFrom(line, tokens.size()));
  }

  /**
   * A sentence whose entities are known as spans.
   *
   * @param spans in order, none overlapping
   */
  public static Sentence of(List<String> tokens, List<Span> spans, List<Integer> lines) {
    return new Sentence(tokens, TagScheme.BIO.encode(spans, tokens.size()), lines, List.of());
  }

  private static List<Integer> linesFrom(int first, int count) {
    return first == 0
        ? Collections.nCopies(count, 0)
        : IntStream.range(first, first + count).boxed().toList();
  }

  /** Line of the first token in its file, counted from 1; 0 if it comes from no file. */
  public int line() {
    return lines.get(0);
  }

  /**
   * The entities, in order. For tags {@code B-per I-per O B-geo} these are {@code per [0, 2)} and
   * {@code geo [3, 4)}.
   */
  public List<Span> spans() {
    return TagScheme.BIO.decode(tags);
  }

  /** The types that may stand at a token beside its tag, in alphabetical order; none as a rule. */
  public Set<String> openTypes(int token) {
    return openTypes.isEmpty() ? Set.of() : openTypes.get(token);
  }

  private static List<Set<String>> copyOf(List<Set<String>> openTypes, List<Tag> tags) {
    if (openTypes.stream().allMatch(Set::isEmpty)) {
      return List.of();
    }
    if (openTypes.size() != tags.size()) {
      throw new IllegalArgumentException(
          tags.size() + " tokens and " + openTypes.size() + " sets of open types");
    }
    // Many tokens share one set: a copy of each would multiply the memory of a corpus.
    Map<Set<String>, Set<String>> copies = new HashMap<>();
    List<Set<String>> copy = new ArrayList<>(tags.size());
    for (int i = 0; i < tags.size(); i++) {
      if (!openTypes.get(i).isEmpty() && !tags.get(i).equals(Tag.OUTSIDE)) {
        throw new IllegalArgumentException(
            "token " + i + " has open types and the tag " + tags.get(i) + ": expected O");
      }
      copy.add(
          copies.computeIfAbsent(
              openTypes.get(i), types -> Collections.unmodifiableSet(new TreeSet<>(types))));
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
