package org.namespan.trainer.config;

import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.encoder.Cell;

/**
 * The network above its embeddings: recurrent layers, and a head that labels each token.
 *
 * @param cell recurrent cell
 * @param bidirectional whether layers also read backwards
 * @param layers recurrent layers, 1 to 64
 * @param hidden state size per direction
 * @param skip whether layers above the first add their input to their output
 * @param head what turns the recurrent layers' output into tags
 * @param scheme scheme of the labels that the head tells apart
 */
public record Architecture(
    Cell cell,
    boolean bidirectional,
    int layers,
    int hidden,
    boolean skip,
    Head head,
    TagScheme scheme) {

  /** Many more have more nodes, and give more elements for a token, than the sdk allows. */
  private static final int MOST_LAYERS = 64;

  /** Rejects a network without layers or units. */
  public Architecture {
    Require.between("layers", layers, 1, MOST_LAYERS);
    Require.width("hidden", hidden, 1);
  }

  /** What these settings are to be; at first as in the preset {@code plain}. */
  static final class Builder {
    Cell cell = Cell.LSTM;
    boolean bidirectional;
    int layers = 1;
    int hidden = 50;
    boolean skip;
    Head head = Head.SOFTMAX;
    TagScheme scheme = TagScheme.BIO;

    Architecture build() {
      return new Architecture(cell, bidirectional, layers, hidden, skip, head, scheme);
    }
  }
}
