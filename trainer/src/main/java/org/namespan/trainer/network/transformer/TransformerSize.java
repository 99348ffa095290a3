package org.namespan.trainer.network.transformer;

/**
 * The sizes of an encoder of the BERT family (Devlin et al. 2019).
 *
 * @param pieces rows of the table of word pieces
 * @param positions pieces that it can read at once
 * @param types rows of the table of token types, of which the first is used
 * @param layers layers
 * @param width width of what each layer reads and gives
 * @param heads heads of attention, of which each sees {@code width / heads} numbers
 * @param inner width between the two dense layers of a layer
 * @param epsilon what layer normalisation adds to a variance
 */
public record TransformerSize(
    int pieces,
    int positions,
    int types,
    int layers,
    int width,
    int heads,
    int inner,
    float epsilon) {

  /** Rejects heads that do not share the width evenly. */
  public TransformerSize {
    if (heads < 1 || width % heads != 0) {
      throw new IllegalArgumentException(
          "heads are " + heads + ", expected a divisor of the width of " + width);
    }
  }
}
