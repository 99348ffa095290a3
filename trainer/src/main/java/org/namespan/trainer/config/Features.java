package org.namespan.trainer.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.TokenInput;
import org.namespan.model.feature.WordCase;
import org.namespan.model.text.CharacterFolding;
import org.namespan.trainer.network.Combiner;

/**
 * What the network reads of a token, and how wide its embeddings are.
 *
 * @param recipe how tokens become words and hashed features; {@link #drawRecipe} adds other inputs
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

  private static final int HASH_DIM = 32;
  private static final int CHAR_LENGTH = 16;

  /** With some more a graph gives more elements for a token than the sdk allows. */
  private static final int MOST_CHAR_FILTERS = 2000;

  /** How often a character must occur in training to have a row of its own. */
  private static final int CHAR_MIN_COUNT = 5;

  /** Rejects widths that do not fit together. */
  public Features {
    Require.atLeast("minCount", minCount, 1);
    Require.width("wordDim", wordDim, 1);
    Require.width("hashDim", hashDim, recipe.hashed().isEmpty() ? 0 : 1);
    if (combiner == Combiner.SUM && !recipe.hashed().isEmpty() && hashDim != wordDim) {
      throw new IllegalArgumentException(
          "hashDim is " + hashDim + ", expected the wordDim of " + wordDim + " to add them up");
    }
    Require.between("charFilters", charFilters, 0, MOST_CHAR_FILTERS);
    Require.width("charDim", charDim, charFilters == 0 ? 0 : 1);
    if (!recipe.others().isEmpty()) {
      throw new IllegalArgumentException(
          "recipe has the input '"
              + recipe.others().get(0).name()
              + "', expected words and hashed features alone: others are drawn from the training"
              + " corpus");
    }
    Require.atLeast("vocabularySize", vocabularySize, 0);
  }

  /**
   * The recipe with all inputs of the network. If characters are read, {@value #CHAR_LENGTH} of a
   * token, their alphabet holds those that training has at least {@value #CHAR_MIN_COUNT} times, so
   * that the others teach what an unknown one is.
   *
   * @param sentences tokens of each training sentence
   */
  public FeatureRecipe drawRecipe(List<List<String>> sentences) {
    List<TokenInput> others = new ArrayList<>();
    if (charFilters > 0) {
      others.add(new CharacterInput(alphabet(sentences), CHAR_LENGTH));
    }
    return recipe.withOthers(others);
  }

  /** Most frequent first, equal ones in the order of Unicode. */
  private static String alphabet(List<List<String>> sentences) {
    Map<Integer, Integer> counts = new TreeMap<>();
    for (List<String> tokens : sentences) {
      for (String token : tokens) {
        CharacterFolding.fold(token).codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
      }
    }
    StringBuilder alphabet = new StringBuilder();
    counts.entrySet().stream()
        .filter(entry -> entry.getValue() >= CHAR_MIN_COUNT)
        .sorted(Comparator.comparing(entry -> -entry.getValue()))
        .forEach(entry -> alphabet.appendCodePoint(entry.getKey()));
    return alphabet.toString();
  }

  /** What these settings are to be; at first as in the preset {@code plain}. */
  static final class Builder {
    FeatureRecipe recipe = new FeatureRecipe(WordCase.KEEP, false, List.of());
    int minCount = 1;
    int vocabularySize;
    int wordDim = 50;

    /** Null for what suits the other embeddings. */
    @Nullable Integer hashDim;

    Combiner combiner = Combiner.CONCAT;
    int charDim;
    int charFilters;

    Features build() {
      return new Features(
          recipe, minCount, vocabularySize, wordDim, hashDim(), combiner, charDim, charFilters);
    }

    private int hashDim() {
      if (hashDim != null) {
        return hashDim;
      }
      if (recipe.hashed().isEmpty()) {
        return 0;
      }
      return combiner == Combiner.SUM ? wordDim : HASH_DIM;
    }
  }
}
