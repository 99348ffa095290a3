package org.namespan.redaction;

/** A name that is replaced in a text. No record: it would print the name. */
final class NameSpan {

  private final int start;
  private final int end;
  private final Name name;

  NameSpan(int start, int end, Name name) {
    this.start = start;
    this.end = end;
    this.name = name;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  Name name() {
    return name;
  }
}
