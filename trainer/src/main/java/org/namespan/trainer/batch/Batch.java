package org.namespan.trainer.batch;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sentences of one training or scoring step, padded with 0 to the longest.
 *
 * @param size sentences
 * @param time tokens of the longest sentence
 * @param lengths tokens of each sentence {@code [size]}
 * @param inputs what the tokens are read by, by name, in the order in which networks take it
 * @param pieces the word pieces of the sentences; without rows if the network reads none
 * @param targets what each sentence is to be labelled
 */
public record Batch(
    int size,
    int time,
    int[] lengths,
    Map<String, TokenIds> inputs,
    PieceBatch pieces,
    List<LabelTargets> targets) {

  /**
   * Pads sentences into one batch.
   *
   * @param sentences at least one, all read by the same inputs
   */
  public static Batch of(List<EncodedSentence> sentences) {
    int size = sentences.size();
    int time = 1;
    int[] lengths = new int[size];
    List<LabelTargets> targets = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      lengths[i] = sentences.get(i).length();
      time = Math.max(time, lengths[i]);
      targets.add(sentences.get(i).targets());
    }
    Map<String, TokenIds> inputs = new LinkedHashMap<>();
    for (String input : sentences.get(0).inputs().keySet()) {
      TokenIds first = sentences.get(0).inputs().get(input);
      int width = first.width();
      int[] ids = new int[size * time * width];
      for (int i = 0; i < size; i++) {
        int[] row = sentences.get(i).ids(input);
        System.arraycopy(row, 0, ids, i * time * width, row.length);
      }
      inputs.put(input, new TokenIds(width, first.hasAxis(), ids));
    }
    PieceBatch pieces =
        PieceBatch.of(sentences.stream().map(EncodedSentence::pieces).toList(), time);
    return new Batch(size, time, lengths, inputs, pieces, targets);
  }

  /** The ids of all kinds, each {@code [size, time, width]}, in their order. */
  public List<int[]> ids() {
    return inputs.values().stream().map(TokenIds::values).toList();
  }

  /**
   * Ids of one kind {@code [size, time, width]}; empty if tokens are not read by them.
   *
   * @param input name of a {@link org.namespan.model.feature.TokenInput}
   */
  public int[] ids(String input) {
    return inputs.containsKey(input) ? inputs.get(input).values() : new int[0];
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

  /**
   * What a network in the engine takes, owned by {@code manager}: all ids of tokens, those of
   * pieces if it reads them, and the reversal.
   */
  public NDList toInputs(NDManager manager) {
    NDList arrays = new NDList();
    Shape tokens = new Shape(size, time);
    for (TokenIds ids : inputs.values()) {
      Shape shape = ids.hasAxis() ? tokens.add(ids.width()) : tokens;
      arrays.add(manager.create(ids.values(), shape));
    }
    if (pieces.rows() > 0) {
      pieces.addTo(arrays, manager, tokens);
    }
    arrays.add(manager.create(reversal(), new Shape((long) size * time)));
    return arrays;
  }
}
