package org.namespan.trainer.config;

import java.util.List;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.network.TaggerSpec;

/** The choices and sizes that make a network, as checkpoints hold them. */
public interface TaggerConfig {

  /** The network that they make. */
  TaggerSpec spec();

  /**
   * How the network reads sentences.
   *
   * @param recipe how tokens become words and other features
   * @param vocabulary the words that it knows; of a pre-trained encoder, its word pieces
   */
  SentenceEncoder sentenceEncoder(FeatureRecipe recipe, List<String> vocabulary);
}
