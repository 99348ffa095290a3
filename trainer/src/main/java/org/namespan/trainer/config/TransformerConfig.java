package org.namespan.trainer.config;

import java.util.List;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.head.HeadPart;
import org.namespan.trainer.network.transformer.PretrainedEncoder;
import org.namespan.trainer.network.transformer.TransformerSize;
import org.namespan.trainer.network.transformer.TransformerSpec;
import org.namespan.trainer.wordpiece.PieceEncoder;
import org.namespan.trainer.wordpiece.WordPieces;

/**
 * The choices and sizes of a network that fine-tunes a pre-trained encoder. Its word pieces are the
 * vocabulary of the tagger's metadata.
 *
 * @param size of the encoder
 * @param sha256 of the file of the encoder, in hexadecimal
 * @param shapeDim width of the embedding of a word's shape before the head
 * @param labels outputs per token
 * @param head what the outputs are
 */
public record TransformerConfig(
    TransformerSize size, String sha256, int shapeDim, int labels, Head head)
    implements TaggerConfig {

  private static final int SHAPE_DIM = 32;

  /**
   * The network that a configuration gives over an encoder.
   *
   * @param labels outputs per token
   */
  public static TransformerConfig of(TrainingConfig config, PretrainedEncoder encoder, int labels) {
    return new TransformerConfig(
        encoder.size(), encoder.sha256(), SHAPE_DIM, labels, config.architecture().head());
  }

  @Override
  public TransformerSpec spec() {
    HeadPart part = NetworkConfig.head(head, TransformerSpec.width(size, shapeDim), labels);
    return new TransformerSpec(size, shapeDim, part);
  }

  @Override
  public SentenceEncoder sentenceEncoder(FeatureRecipe recipe, List<String> vocabulary) {
    return new PieceEncoder(new WordPieces(vocabulary), size.positions());
  }
}
