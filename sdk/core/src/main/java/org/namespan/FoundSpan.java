package org.namespan;

/**
 * An entity as a span of the tokens of a sentence.
 *
 * @param start its first token
 * @param end the token after its last
 * @param score see {@link Entity#score}
 * @param source see {@link Entity#source}
 */
record FoundSpan(int start, int end, String type, double score, String source) {

  int length() {
    return end - start;
  }
}
