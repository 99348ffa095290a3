package org.namespan.trainer.network;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Sentences of one training or scoring step, padded with 0 to the longest.
 *
 * @param size sentences
 * @param time tokens of the longest sentence
 * @param lengths tokens of each sentence {@code [size]}
 * @param words word ids {@code [size, time]}
 * @param hashes ids of hashed features {@code [size, time, features]}
 * @param chars ids of characters {@code [size, time, length]}
 * @param targets what each sentence is to be labelled
 */
public record Batch(
    int size,
    int time,
    int[] lengths,
    int[] words,
    int[] hashes,
    int[] chars,
    List<LabelTargets> targets) {

  /** Pads sentences without characters into one batch. */
  public static Batch of(List<EncodedSentence> sentences, int hashCount) {
    return of(sentences, hashCount, 0);
  }

  /**
   * Pads sentences into one batch.
   *
   * @param hashCount hashed features per token
   * @param charLength characters per token
   */
  public static Batch of(List<EncodedSentence> sentences, int hashCount, int charLength) {
    int time = 1;
    for (EncodedSentence sentence : sentences) {
      time = Math.max(time, sentence.length());
    }
    int size = sentences.size();
    int[] lengths = new int[size];
    int[] words = new int[size * time];
    int[] hashes = new int[size * time * hashCount];
    int[] chars = new int[size * time * charLength];
    List<LabelTargets> targets = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      EncodedSentence sentence = sentences.get(i);
      int length = sentence.length();
      lengths[i] = length;
      System.arraycopy(sentence.words(), 0, words, i * time, length);
      System.arraycopy(sentence.hashes(), 0, hashes, i * time * hashCount, length * hashCount);
      System.arraycopy(sentence.chars(), 0, chars, i * time * charLength, length * charLength);
      targets.add(sentence.targets());
    }
    return new Batch(size, time, lengths, words, hashes, chars, targets);
  }

  /** Tokens in all sentences, padding left out. */
  public int tokens() {
    int tokens = 0;
    for (int length : lengths) {
      tokens += length;
    }
    return tokens;
  }

  /**
   * For each position the flat position of the token that stands there when every row is reversed
   * within its own length {@code [size * time]}; padding stays where it is. Its own inverse.
   *
   * <p>For lengths 2 and 3 and time 3: {@code [1, 0, 2, 5, 4, 3]}.
   */
  public int[] reversal() {
    int[] reversal = new int[size * time];
    for (int i = 0; i < size; i++) {
      for (int t = 0; t < time; t++) {
        reversal[i * time + t] = i * time + (t < lengths[i] ? lengths[i] - 1 - t : t);
      }
    }
    return reversal;
  }

  /** The inputs of {@link TaggerNetwork}, owned by {@code manager}. */
  public NDList toInputs(NDManager manager) {
    NDList inputs = new NDList(manager.create(words, new Shape(size, time)));
    if (hashes.length > 0) {
      inputs.add(manager.create(hashes, new Shape(size, time, hashes.length / (size * time))));
    }
    if (chars.length > 0) {
      inputs.add(manager.create(chars, new Shape(size, time, chars.length / (size * time))));
    }
    inputs.add(manager.create(reversal(), new Shape((long) size * time)));
    return inputs;
  }
}
