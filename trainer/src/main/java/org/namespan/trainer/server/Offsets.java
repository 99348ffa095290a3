package org.namespan.trainer.server;

import java.util.Locale;
import org.namespan.trainer.document.OffsetMap;
import org.namespan.trainer.document.OffsetUnit;

/** What the offsets of a request and its reply count, by the names that requests have for it. */
enum Offsets {
  /** Units of UTF-16, as in Java and JavaScript. */
  UTF16(OffsetUnit.UTF16),
  /** Unicode code points, as in Python. */
  CODEPOINTS(OffsetUnit.CODE_POINTS),
  /** Bytes of UTF-8, as in Go and Rust. */
  UTF8(OffsetUnit.BYTES);

  private final OffsetUnit unit;

  Offsets(OffsetUnit unit) {
    this.unit = unit;
  }

  static Offsets named(String name) throws RequestException {
    for (Offsets each : values()) {
      if (each.toString().equals(name)) {
        return each;
      }
    }
    throw new RequestException(
        "found another value for 'offsets', expected utf16, codepoints or utf8");
  }

  OffsetMap of(String text) {
    return OffsetMap.of(text, unit);
  }

  /** How long a text is. */
  int length(String text) {
    return this == UTF16 ? text.length() : of(text).fromUtf16(text.length());
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
