package org.namespan.examples.benchmarks.robust;

import org.namespan.Entity;

/**
 * An entity by its place in a text.
 *
 * @param type entity type
 * @param start UTF-16 offset of its first char
 * @param end UTF-16 offset after its last char
 */
record TypedRange(String type, int start, int end) {

  static TypedRange of(Entity entity) {
    return new TypedRange(entity.type(), entity.start(), entity.end());
  }

  /** Whether both begin and end at the same offsets, whatever their types. */
  boolean sameOffsets(TypedRange other) {
    return start == other.start && end == other.end;
  }
}
