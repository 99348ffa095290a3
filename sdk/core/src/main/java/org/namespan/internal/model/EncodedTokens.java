package org.namespan.internal.model;

import java.util.Arrays;
import java.util.List;
import org.namespan.internal.feature.TokenFeatures;
import org.namespan.internal.feature.TokenMemory;

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

  private EncodedTokens(int[] starts, int hashCount, int charLength) {
    int tokens = starts[starts.length - 1];
    this.starts = starts;
    this.words = new int[tokens];
    this.hashes = new int[Math.multiplyExact(tokens, hashCount)];
    this.chars = new int[Math.multiplyExact(tokens, charLength)];
    this.hashCount = hashCount;
    this.charLength = charLength;
  }

  static EncodedTokens of(
      List<List<String>> sentences, TokenFeatures features, TokenMemory memory) {
    int[] starts = new int[sentences.size() + 1];
    for (int i = 0; i < sentences.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], sentences.get(i).size());
    }
    EncodedTokens encoded =
        new EncodedTokens(starts, features.hashedCount(), features.charLength());
    int next = 0;
    for (List<String> sentence : sentences) {
      for (String token : sentence) {
        int[] ids = memory.ids(token);
        encoded.words[next] = ids[0];
        System.arraycopy(ids, 1, encoded.hashes, next * encoded.hashCount, encoded.hashCount);
        if (encoded.charLength > 0) {
          features.charIds(token, encoded.chars, next * encoded.charLength);
        }
        next++;
      }
    }
    return encoded;
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
    copy(words, from, 1, length, buffers.words, row, time);
    copy(hashes, from, hashCount, length, buffers.hashes, row, time);
    copy(chars, from, charLength, length, buffers.chars, row, time);
    buffers.lengths[row] = length;
  }

  private static void copy(
      int[] ids, int from, int width, int length, int[] batch, int row, int time) {
    int to = row * time * width;
    System.arraycopy(ids, from * width, batch, to, length * width);
    Arrays.fill(batch, to + length * width, to + time * width, TokenFeatures.PAD);
  }
}
