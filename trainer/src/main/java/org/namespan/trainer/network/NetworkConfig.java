package org.namespan.trainer.network;

import java.util.List;

/**
 * The shape of a network.
 *
 * @param cell the recurrent cell
 * @param bidirectional whether each layer also reads the sentence backwards
 * @param layers recurrent layers, at least 1
 * @param hidden state size of one direction
 * @param skip whether each layer above the first adds its input to its output
 * @param wordRows rows of the word table, {@code <PAD>} and {@code <UNK>} included
 * @param wordDim width of the word embedding
 * @param hashCount hashed features per token, 0 for none
 * @param hashRows rows of the table that the hashed features share, 0 for none
 * @param hashDim width of one hashed feature's embedding; {@code wordDim} where they are added up
 * @param combiner how the embeddings of the word and of the hashed features become one vector
 * @param charRows rows of the character table, padding and unknown included, 0 for none
 * @param charLength characters read per token, 0 for none
 * @param charDim width of a character's embedding, 0 for none
 * @param charFilters filters of the convolution over characters, 0 for none
 * @param labels outputs per token
 * @param head what the outputs are: log-probabilities, or scores with transitions beside them
 */
public record NetworkConfig(
    Cell cell,
    boolean bidirectional,
    int layers,
    int hidden,
    boolean skip,
    int wordRows,
    int wordDim,
    int hashCount,
    int hashRows,
    int hashDim,
    Combiner combiner,
    int charRows,
    int charLength,
    int charDim,
    int charFilters,
    int labels,
    Head head) {

  /** Rejects embeddings of different widths where they are to be added up. */
  public NetworkConfig {
    if (combiner == Combiner.SUM && hashCount > 0 && hashDim != wordDim) {
      throw new IllegalArgumentException(
          "hashDim is " + hashDim + ", expected the wordDim of " + wordDim + " to add them up");
    }
  }

  /** A network that concatenates embeddings and reads no characters. */
  public NetworkConfig(
      Cell cell,
      boolean bidirectional,
      int layers,
      int hidden,
      boolean skip,
      int wordRows,
      int wordDim,
      int hashCount,
      int hashRows,
      int hashDim,
      int labels,
      Head head) {
    this(
        cell,
        bidirectional,
        layers,
        hidden,
        skip,
        wordRows,
        wordDim,
        hashCount,
        hashRows,
        hashDim,
        Combiner.CONCAT,
        0,
        0,
        0,
        0,
        labels,
        head);
  }

  /** Directions of each layer: 1 or 2. */
  public int directions() {
    return bidirectional ? 2 : 1;
  }

  /** The directions by the names that weights use: {@code forward}, then {@code backward}. */
  public List<String> directionNames() {
    return bidirectional ? List.of("forward", "backward") : List.of("forward");
  }

  /**
   * Width of what the first layer reads: the word embedding and those of the hashed features, one
   * after the other or added up, and then what the filters over characters give.
   */
  public int inputDim() {
    return wordDim + (combiner == Combiner.SUM ? 0 : hashCount * hashDim) + charFilters;
  }

  /** Width of what layer {@code layer}, from 0, reads. */
  public int layerInputDim(int layer) {
    return layer == 0 ? inputDim() : layerOutputDim();
  }

  /** Width of what every layer writes. */
  public int layerOutputDim() {
    return hidden * directions();
  }

  /** One line for people: {@code lstm 1x128 bidirectional, words 64, hashed 4x32}. */
  public String describe() {
    return cell.id()
        + " "
        + layers
        + "x"
        + hidden
        + (bidirectional ? " bidirectional" : " forward")
        + (skip ? " with skip connections" : "")
        + ", words "
        + wordDim
        + (hashCount == 0 ? "" : ", hashed " + hashCount + "x" + hashDim)
        + (hashCount > 0 && combiner == Combiner.SUM ? " added up" : "")
        + (charFilters == 0 ? "" : ", characters " + charDim + " to " + charFilters)
        + (head == Head.CRF ? ", crf" : "");
  }

  /** Trainable numbers in the network. */
  public long parameterCount() {
    long count = (long) wordRows * wordDim + (long) hashRows * hashDim;
    count += (long) charRows * charDim + charFilters * (CharacterCnn.WIDTH * charDim + 1L);
    for (int layer = 0; layer < layers; layer++) {
      count += (long) directions() * cell.gates() * hidden * (layerInputDim(layer) + hidden + 2L);
    }
    return count + (long) labels * (layerOutputDim() + 1) + transitionCount();
  }

  /**
   * Learned transition scores: from each label to each, then those of starting with each label,
   * then those of ending with each; 0 unless the head is a CRF.
   */
  public int transitionCount() {
    return head == Head.CRF ? labels * (labels + 2) : 0;
  }
}
