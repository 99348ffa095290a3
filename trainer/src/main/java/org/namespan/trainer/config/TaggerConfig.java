package org.namespan.trainer.config;

import org.namespan.model.ModelMetadata;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.network.TaggerSpec;

/** The choices and sizes that make a network, as checkpoints hold them. */
public interface TaggerConfig {

  /** The network that they make. */
  TaggerSpec spec();

  /** How the network of a tagger with this metadata reads sentences. */
  SentenceEncoder sentenceEncoder(ModelMetadata metadata);
}
