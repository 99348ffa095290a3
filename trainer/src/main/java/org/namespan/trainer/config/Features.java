package org.namespan.trainer.config;

import org.namespan.model.feature.FeatureRecipe;
import org.namespan.trainer.network.Combiner;

/**
 * What the network reads of a token, and how wide its embeddings are.
 *
 * @param recipe how tokens become ids; without an alphabet, which is drawn from the training corpus
 * @param minCount how often a word must occur in training to have a row of its own, at least 1
 * @param vocabularySize words at most in the vocabulary once words of given vectors, most frequent
 *     first, are added to those of the training corpus; 0 adds none
 * @param wordDim width of word embeddings
 * @param hashDim width of the embedding of each hashed feature; {@code wordDim} where they are
 *     added up
 * @param combiner how the embeddings of a token become one
 * @param charDim width of character embeddings; at least 1 where filters read them
 * @param charFilters filters of the convolution over a token's characters; 0 for none
 */
public record Features(
    FeatureRecipe recipe,
    int minCount,
    int vocabularySize,
    int wordDim,
    int hashDim,
    Combiner combiner,
    int charDim,
    int charFilters) {

  private static final int CHAR_LENGTH = 16;

  /** Rejects widths that do not fit together. */
  public Features {
    Require.atLeast("minCount", minCount, 1);
    Require.atLeast("wordDim", wordDim, 1);
    Require.atLeast("hashDim", hashDim, recipe.hashed().isEmpty() ? 0 : 1);
    if (combiner == Combiner.SUM && !recipe.hashed().isEmpty() && hashDim != wordDim) {
      throw new IllegalArgumentException(
          "hashDim is " + hashDim + ", expected the wordDim of " + wordDim + " to add them up");
    }
    Require.atLeast("charFilters", charFilters, 0);
    Require.atLeast("charDim", charDim, charFilters == 0 ? 0 : 1);
    if (recipe.characters() != null) {
      throw new IllegalArgumentException(
          "recipe has an alphabet, expected none: it is drawn from the training corpus");
    }
    Require.atLeast("vocabularySize", vocabularySize, 0);
  }

  /** Characters read per token: 16, or 0 if there is no filter. */
  public int charLength() {
    return charFilters == 0 ? 0 : CHAR_LENGTH;
  }
}
