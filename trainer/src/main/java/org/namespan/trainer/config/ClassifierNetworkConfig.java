package org.namespan.trainer.config;

import org.namespan.model.decode.Activation;
import org.namespan.trainer.network.ClassifierSpec;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.network.encoder.RecurrentEncoder;
import org.namespan.trainer.network.head.ClassHead;
import org.namespan.trainer.network.input.WordEmbedding;
import org.namespan.trainer.network.pooling.AttentionPooling;
import org.namespan.trainer.network.pooling.LastStatePooling;
import org.namespan.trainer.network.pooling.MaxPooling;
import org.namespan.trainer.network.pooling.MeanPooling;
import org.namespan.trainer.network.pooling.PoolingPart;

/**
 * The choices and sizes that make the network of a classifier, as checkpoints hold them.
 *
 * @param tokens inputs and encoder, as a tagger has them; its labels are the classes, and its head
 *     is not looked at
 * @param pooling how the vectors of a text's tokens become one
 * @param activation what will make probabilities of the logits
 */
public record ClassifierNetworkConfig(
    NetworkConfig tokens, Pooling pooling, Activation activation) {

  /** The network that they make. */
  public ClassifierSpec spec() {
    RecurrentEncoder encoder = tokens.encoder();
    return new ClassifierSpec(
        tokens.inputs(),
        encoder,
        part(encoder),
        new ClassHead(activation, encoder.width(), tokens.labels()));
  }

  /** The table of words, which is among the inputs or in one of them. */
  public WordEmbedding words() {
    return tokens.words();
  }

  /** The same with other numbers of words and classes. */
  public ClassifierNetworkConfig withRows(int words, int classes) {
    return new ClassifierNetworkConfig(tokens.withRows(words, classes), pooling, activation);
  }

  private PoolingPart part(RecurrentEncoder encoder) {
    return switch (pooling) {
      case LAST -> new LastStatePooling(encoder.bidirectional() ? 2 : 1, encoder.hidden());
      case MEAN -> new MeanPooling(encoder.width());
      case MAX -> new MaxPooling(encoder.width());
      case ATTENTION -> new AttentionPooling(encoder.width());
    };
  }
}
