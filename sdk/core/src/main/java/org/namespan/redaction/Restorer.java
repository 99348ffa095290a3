package org.namespan.redaction;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Restores the names of a text that comes in pieces, as a language model gives it: a piece may end
 * inside a placeholder.
 *
 * <pre>{@code
 * Redaction redaction = new Redactor(tagger).redact("Barack Obama flew to Thailand.");
 * Restorer restorer = redaction.map().restorer();
 * restorer.push("He ([PERS"); // He (
 * restorer.push("ON_1]) met [PERSON_7]."); // Barack Obama) met [PERSON_7].
 * restorer.end().isEmpty(); // true
 * restorer.unknown(); // [[PERSON_7]]
 * restorer.restored(); // 1
 * }</pre>
 *
 * <p>Holds no more than the longest placeholder, with the markup beside it. Used by one thread, for
 * one text.
 */
public final class Restorer {

  private final Trie<String> originals;

  /** What is not given out yet, behind {@link #done} {@code char}s that were. */
  private final StringBuilder held = new StringBuilder();

  private int done;
  private int restored;
  private boolean ended;
  private final Set<String> unknown = new LinkedHashSet<>();

  Restorer(Trie<String> originals) {
    this.originals = originals;
  }

  /**
   * Takes a piece of the text.
   *
   * @return what is certain by now, and was not given before
   * @throws IllegalStateException after {@link #end}
   */
  public String push(CharSequence piece) {
    if (ended) {
      throw new IllegalStateException("this Restorer has ended; take another for another text");
    }
    held.append(piece);
    return restore();
  }

  /** Takes the end of the text, and gives what is left of it. */
  public String end() {
    ended = true;
    return restore();
  }

  /**
   * The placeholders that were met so far and stand for nothing in the map: another program made
   * them up, or they belong to another map. They stay in the text as they are.
   */
  public Set<String> unknown() {
    return Collections.unmodifiableSet(unknown);
  }

  /** How many names were put back so far. */
  public int restored() {
    return restored;
  }

  private String restore() {
    StringBuilder out = new StringBuilder();
    int at = done;
    while (at < held.length()) {
      int end = step(at, out);
      if (end == Placeholder.OPEN) {
        break;
      }
      at = end;
    }
    // The last character tells whether what follows begins a word.
    int kept = Math.max(0, at - 2);
    held.delete(0, kept);
    done = at - kept;
    return out.toString();
  }

  /** Gives out what stands at a place; returns where it ends, or that this is not certain yet. */
  private int step(int at, StringBuilder out) {
    char c = held.charAt(at);
    if (originals.mayBegin(c)) {
      int end = known(at, out);
      if (end != Placeholder.NONE) {
        return end;
      }
    }
    int end = c == '[' ? Placeholder.end(held, at) : Placeholder.NONE;
    if (end == Placeholder.OPEN && !ended) {
      return end;
    }
    if (end > at) {
      unknown.add(held.substring(at, end));
    } else {
      end = at + 1;
    }
    out.append(held, at, end);
    return end;
  }

  /** Gives out what the longest string of the map stands for that stands at a place. */
  private int known(int at, StringBuilder out) {
    if (!Words.isBound(held, at)) {
      return Placeholder.NONE;
    }
    int node = Trie.ROOT;
    int end = Placeholder.NONE;
    @Nullable String original = null;
    for (int i = at; i < held.length(); i++) {
      node = originals.next(node, held.charAt(i));
      if (node == Trie.NONE) {
        break;
      }
      @Nullable String value = originals.value(node);
      if (value != null) {
        if (!ended && mayGoOn(i + 1)) {
          return Placeholder.OPEN;
        }
        if (Words.isBound(held, i + 1)) {
          end = i + 1;
          original = value;
        }
      }
    }
    if (node != Trie.NONE && originals.goesOn(node) && !ended) {
      return Placeholder.OPEN;
    }
    if (original != null) {
      out.append(original);
      restored++;
    }
    return end;
  }

  /** Whether it is not known yet what follows a word that ends at an offset. */
  private boolean mayGoOn(int end) {
    boolean last = end == held.length();
    boolean half = end == held.length() - 1 && Character.isHighSurrogate(held.charAt(end));
    return (last || half) && Words.isPart(Character.codePointBefore(held, end));
  }
}
