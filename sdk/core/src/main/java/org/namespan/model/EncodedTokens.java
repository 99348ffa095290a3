package org.namespan.model;

import java.util.Arrays;
import java.util.List;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.TokenIdCache;
import org.namespan.model.text.Token;

/**
 * The ids of the tokens of many sentences, one after another. Made in one go, before the first run
 * of the graph, which drives the tokens out of the processor's caches.
 */
final class EncodedTokens {

  /** Per sentence the number of its first token, and at the end how many there are. */
  private final int[] starts;

  private final int[] words;
  private final int[] hashes;
  private final int[] chars;
  private final int hashCount;
  private final int charLength;

  private EncodedTokens(int[] starts, TokenFeatures features) {
    int tokens = starts[starts.length - 1];
    this.starts = starts;
    this.hashCount = features.hashedCount();
    this.charLength = features.charLength();
    this.words = new int[tokens];
    this.hashes = new int[Math.multiplyExact(tokens, hashCount)];
    this.chars = new int[Math.multiplyExact(tokens, charLength)];
  }

  /** Those of tokens that are strings. */
  static EncodedTokens ofStrings(
      List<List<String>> sentences, TokenFeatures features, TokenIdCache cache) {
    EncodedTokens encoded = new EncodedTokens(starts(sentences), features);
    int next = 0;
    for (List<String> sentence : sentences) {
      for (String token : sentence) {
        encoded.put(next++, token, 0, token.length(), features, cache);
      }
    }
    return encoded;
  }

  /** Those of tokens of texts. */
  static EncodedTokens ofTokens(
      List<List<Token>> sentences, TokenFeatures features, TokenIdCache cache) {
    EncodedTokens encoded = new EncodedTokens(starts(sentences), features);
    int next = 0;
    for (List<Token> sentence : sentences) {
      for (Token token : sentence) {
        encoded.put(next++, token.source(), token.start(), token.end(), features, cache);
      }
    }
    return encoded;
  }

  private static <T> int[] starts(List<List<T>> sentences) {
    int[] starts = new int[sentences.size() + 1];
    for (int i = 0; i < sentences.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], sentences.get(i).size());
    }
    return starts;
  }

  /** Keeps the ids of a token that is a part of a text. */
  private void put(
      int token, String text, int start, int end, TokenFeatures features, TokenIdCache cache) {
    cache.putIds(text, start, end, words, hashes, token);
    if (charLength > 0) {
      features.charIds(text.substring(start, end), chars, token * charLength);
    }
  }

  /** How many sentences. */
  int sentences() {
    return starts.length - 1;
  }

  /** Tokens of a sentence. */
  int count(int sentence) {
    return starts[sentence + 1] - starts[sentence];
  }

  /**
   * Writes a part of a sentence to a row of a batch, and padding after it.
   *
   * @param start first token of the part, counted from 0 in the sentence
   * @param time tokens of a row
   */
  void copy(int sentence, int start, int length, BatchBuffers buffers, int row, int time) {
    int from = starts[sentence] + start;
    copy(words, from, 1, length, buffers.words.values, row, time);
    copy(hashes, from, hashCount, length, buffers.hashes.values, row, time);
    copy(chars, from, charLength, length, buffers.chars.values, row, time);
    buffers.lengths.values[row] = length;
  }

  private static void copy(
      int[] ids, int from, int width, int length, int[] batch, int row, int time) {
    int to = row * time * width;
    System.arraycopy(ids, from * width, batch, to, length * width);
    Arrays.fill(batch, to + length * width, to + time * width, TokenFeatures.PAD);
  }
}
