package org.namespan.trainer.document;

import java.util.List;
import java.util.Locale;

/** What the offsets of a file count. They differ where a text goes beyond ASCII. */
public enum OffsetUnit {
  /** Units of UTF-16, as in Java and JavaScript: an emoji counts 2. */
  UTF16,

  /** Unicode code points, as in Python 3: an emoji counts 1. */
  CODE_POINTS,

  /** Bytes of UTF-8, as in Go and Rust: an emoji counts 4, {@code é} 2. */
  BYTES;

  /**
   * The unit of a name, in upper or lower case: {@code utf16}, {@code code-points} or {@code
   * bytes}.
   *
   * @throws IllegalArgumentException if there is no such unit
   */
  public static OffsetUnit named(String name) {
    for (OffsetUnit unit : values()) {
      if (unit.toString().equalsIgnoreCase(name)) {
        return unit;
      }
    }
    throw new IllegalArgumentException(
        "expected one of " + List.of(values()) + " (case-insensitive) but was '" + name + "'");
  }

  /** How many of these a character takes. */
  int width(int codePoint) {
    return switch (this) {
      case UTF16 -> Character.charCount(codePoint);
      case CODE_POINTS -> 1;
      case BYTES -> codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
    };
  }

  /** The name as options have it: {@code code-points}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
