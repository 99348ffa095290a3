package org.namespan.examples.benchmarks.robust;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes texts in another way and keeps account of where their entities come to stand.
 *
 * <pre>{@code
 * // "Oslo" with an entity 0-4 becomes "(Oslo)" with an entity 1-5.
 * new Rewriter().insert("(").text(oslo, (text, i) -> Piece.of(text.text().charAt(i))).insert(")");
 * }</pre>
 *
 * <p>Not thread-safe.
 */
final class Rewriter {

  /**
   * What a char becomes.
   *
   * @param before stands before the char and belongs to no entity that begins with it
   * @param replacement stands for the char
   * @param after stands after the char and belongs to no entity that ends with it
   */
  record Piece(String before, String replacement, String after) {

    /** A replacement alone. */
    static Piece of(String replacement) {
      return new Piece("", replacement, "");
    }

    /** The char as it is. */
    static Piece of(char kept) {
      return of(String.valueOf(kept));
    }
  }

  /** Says what becomes of each char of a text. */
  @FunctionalInterface
  interface Rule {
    /** What the char at {@code offset} becomes. */
    Piece at(AnnotatedText text, int offset);
  }

  private final StringBuilder written = new StringBuilder();
  private final List<TypedRange> entities = new ArrayList<>();

  /** Adds what stands in no text. */
  Rewriter insert(String text) {
    written.append(text);
    return this;
  }

  /** Adds a text as it is. */
  Rewriter text(AnnotatedText text) {
    return text(text, (whole, offset) -> Piece.of(whole.text().charAt(offset)));
  }

  /** Adds a text, each of its chars as a rule says. */
  Rewriter text(AnnotatedText text, Rule rule) {
    int length = text.text().length();
    int[] starts = new int[length];
    int[] ends = new int[length];
    for (int i = 0; i < length; i++) {
      Piece piece = rule.at(text, i);
      written.append(piece.before());
      starts[i] = written.length();
      written.append(piece.replacement());
      ends[i] = written.length();
      written.append(piece.after());
    }
    for (TypedRange entity : text.entities()) {
      entities.add(new TypedRange(entity.type(), starts[entity.start()], ends[entity.end() - 1]));
    }
    return this;
  }

  /** What was written so far. */
  AnnotatedText result() {
    return new AnnotatedText(written.toString(), entities);
  }
}
