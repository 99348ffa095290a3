package org.namespan.trainer.classifier.training;

import org.jspecify.annotations.Nullable;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;

/**
 * What a run learns from.
 *
 * @param train texts; classes and vocabulary are drawn from them
 * @param dev texts on which each epoch is scored and the best one chosen, or null to keep the last
 *     epoch
 * @param textModels how the model is to split text
 * @param language ISO 639-1 code of the texts, such as {@code en}
 */
public record ClassifierSources(
    LabelledCorpus train, @Nullable LabelledCorpus dev, TextModels textModels, String language) {

  /** Rejects a dev set without texts. */
  public ClassifierSources {
    if (dev != null && dev.texts().isEmpty()) {
      throw new IllegalArgumentException(
          "dev has no text, expected some to choose an epoch by, or null for no dev set");
    }
  }
}
