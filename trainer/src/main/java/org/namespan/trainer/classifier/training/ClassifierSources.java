package org.namespan.trainer.classifier.training;

import org.jspecify.annotations.Nullable;
import org.namespan.model.text.TextModels;
import org.namespan.trainer.classifier.corpus.LabelledCorpus;
import org.namespan.trainer.pretrained.PretrainedClassifier;
import org.namespan.trainer.vectors.WordVectors;

/**
 * What a run learns from.
 *
 * @param train texts; classes and vocabulary are drawn from them
 * @param dev texts on which each epoch is scored and the best one chosen, or null to keep the last
 *     epoch
 * @param textModels how the model is to split text
 * @param language ISO 639-1 code of the texts, such as {@code en}
 * @param vectors word vectors that the word table starts from, or null
 * @param from classifier that training begins from, or null
 */
public record ClassifierSources(
    LabelledCorpus train,
    @Nullable LabelledCorpus dev,
    TextModels textModels,
    String language,
    @Nullable WordVectors vectors,
    @Nullable PretrainedClassifier from) {

  /** Rejects a dev set without texts, and word vectors beside a classifier. */
  public ClassifierSources {
    if (dev != null && dev.texts().isEmpty()) {
      throw new IllegalArgumentException(
          "dev has no text, expected some to choose an epoch by, or null for no dev set");
    }
    if (vectors != null && from != null) {
      throw new IllegalArgumentException(
          "found word vectors beside a classifier to begin from, expected the classifier alone: it"
              + " has learned embeddings of its own");
    }
  }

  /** What a run learns from that begins with nothing. */
  public ClassifierSources(
      LabelledCorpus train, @Nullable LabelledCorpus dev, TextModels textModels, String language) {
    this(train, dev, textModels, language, null, null);
  }

  /** The same with word vectors. */
  public ClassifierSources withVectors(@Nullable WordVectors vectors) {
    return new ClassifierSources(train, dev, textModels, language, vectors, from);
  }

  /** What a run learns from that begins from a classifier, and splits text as that does. */
  public static ClassifierSources of(
      LabelledCorpus train, @Nullable LabelledCorpus dev, PretrainedClassifier from) {
    return new ClassifierSources(
        train, dev, from.metadata().textModels(), from.language(), null, from);
  }
}
