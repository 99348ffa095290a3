package org.namespan;

/** An entity as a span of the tokens of a sentence. */
final class FoundSpan implements Comparable<FoundSpan> {
  private final int start;
  private final int end;
  private final String type;
  private final double score;
  private final String source;

  /**
   * @param start its first token
   * @param end the token after its last
   * @param score see {@link Entity#score}
   * @param source see {@link Entity#source}
   */
  FoundSpan(int start, int end, String type, double score, String source) {
    this.start = start;
    this.end = end;
    this.type = type;
    this.score = score;
    this.source = source;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  String type() {
    return type;
  }

  double score() {
    return score;
  }

  String source() {
    return source;
  }

  int length() {
    return end - start;
  }

  /** In text order. */
  @Override
  public int compareTo(FoundSpan other) {
    return Integer.compare(start, other.start);
  }
}
