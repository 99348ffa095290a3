package org.namespan.model.feature;

import java.util.List;
import org.namespan.model.text.Token;

/**
 * The ids of the tokens of many sentences, one after another. Immutable once {@link TokenEncoder}
 * has made them.
 */
public final class EncodedTokens {

  /** Per sentence the number of its first token, and at the end how many there are. */
  private final int[] starts;

  /** {@code [tokens]}. */
  final int[] words;

  /** {@code [tokens, features]}. */
  final int[] hashes;

  /** {@code [tokens, length]}. */
  final int[] chars;

  private final int hashCount;
  private final int charLength;

  /** Room for the ids of some sentences. */
  EncodedTokens(List<List<Token>> sentences, TokenFeatures features) {
    starts = new int[sentences.size() + 1];
    for (int i = 0; i < sentences.size(); i++) {
      starts[i + 1] = Math.addExact(starts[i], sentences.get(i).size());
    }
    int tokens = starts[sentences.size()];
    hashCount = features.hashedCount();
    charLength = features.charLength();
    words = new int[tokens];
    hashes = new int[Math.multiplyExact(tokens, hashCount)];
    chars = new int[Math.multiplyExact(tokens, charLength)];
  }

  /** How many sentences. */
  public int sentences() {
    return starts.length - 1;
  }

  /** Tokens of a sentence. */
  public int count(int sentence) {
    return starts[sentence + 1] - starts[sentence];
  }

  /**
   * Copies word ids of a part of a sentence to {@code target[at]} and the places from there.
   *
   * @param start first token of the part, counted from 0 in the sentence
   * @param length tokens of the part
   */
  public void copyWords(int sentence, int start, int length, int[] target, int at) {
    copy(words, 1, sentence, start, length, target, at);
  }

  /** As {@link #copyWords}, ids of hashed features {@code [length, features]}. */
  public void copyHashes(int sentence, int start, int length, int[] target, int at) {
    copy(hashes, hashCount, sentence, start, length, target, at);
  }

  /** As {@link #copyWords}, ids of characters {@code [length, characters of a token]}. */
  public void copyChars(int sentence, int start, int length, int[] target, int at) {
    copy(chars, charLength, sentence, start, length, target, at);
  }

  private void copy(
      int[] ids, int width, int sentence, int start, int length, int[] target, int at) {
    System.arraycopy(ids, (starts[sentence] + start) * width, target, at, length * width);
  }
}
