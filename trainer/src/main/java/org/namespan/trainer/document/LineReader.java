package org.namespan.trainer.document;

import java.io.Reader;

/**
 * Gives a text a line at a time, so that whoever reads through a buffer has read no further than
 * the line at hand.
 */
final class LineReader extends Reader {

  private final String text;
  private int at;
  private int line = 1;

  LineReader(String text) {
    this.text = text;
  }

  /** The line of what was given last, counted from 1. */
  int line() {
    return line;
  }

  @Override
  public int read(char[] target, int offset, int length) {
    if (at == text.length()) {
      return -1;
    }
    line += at > 0 && text.charAt(at - 1) == '\n' ? 1 : 0;
    int feed = text.indexOf('\n', at);
    int end = Math.min(at + length, feed < 0 ? text.length() : feed + 1);
    text.getChars(at, end, target, offset);
    int given = end - at;
    at = end;
    return given;
  }

  @Override
  public void close() {}
}
