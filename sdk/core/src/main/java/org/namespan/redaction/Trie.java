package org.namespan.redaction;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Strings, each with a value, that are looked for in a text from many places: a step for each
 * {@code char}, however many strings there are. Safe for use by many threads once all are added.
 */
final class Trie<V> {

  static final int ROOT = 0;
  static final int NONE = -1;

  /** By node and next {@code char}. */
  private final Map<Long, Integer> nodes = new HashMap<>();

  /** By the node of the last {@code char}. */
  private final Map<Integer, V> values = new HashMap<>();

  /** Most places in a text begin no string, which is told without the map. */
  private final BitSet first = new BitSet();

  /** Nodes from which a string goes on. */
  private final BitSet inner = new BitSet();

  /** Adds a string that is not empty, in place of the value that it had. */
  void put(String string, V value) {
    first.set(string.charAt(0));
    int node = ROOT;
    for (int i = 0; i < string.length(); i++) {
      Long step = step(node, string.charAt(i));
      @Nullable Integer next = nodes.get(step);
      if (next == null) {
        next = nodes.size() + 1;
        nodes.put(step, next);
        inner.set(node);
      }
      node = next;
    }
    values.put(node, value);
  }

  /** Whether a string may begin so. */
  boolean mayBegin(char c) {
    return first.get(c);
  }

  /** The node after a {@code char}, or {@link #NONE}. */
  int next(int node, char c) {
    @Nullable Integer next = nodes.get(step(node, c));
    return next == null ? NONE : next;
  }

  /** Whether a longer string goes through a node. */
  boolean goesOn(int node) {
    return inner.get(node);
  }

  /** The value of the string that ends at a node; null if none does. */
  @Nullable V value(int node) {
    return values.get(node);
  }

  private static Long step(int node, char c) {
    return (long) node << 16 | c;
  }
}
