package org.namespan.model.feature;

/** The word of a token: its place in the vocabulary. */
public final class WordInput extends TokenInput {

  /** Name of its tensor. */
  public static final String NAME = "words";

  private final WordIndex index;

  /**
   * @param words forms by {@code recipe}; the first has id {@link TokenFeatures#FIRST_WORD}
   * @throws IllegalArgumentException if a word is there twice
   */
  WordInput(FeatureRecipe recipe, Vocabulary words) {
    super(NAME, "words", TokenFeatures.FIRST_WORD + words.size());
    index = new WordIndex(recipe, words);
  }

  /** The id of a token, {@link TokenFeatures#UNK} if the vocabulary does not hold its form. */
  int id(String token) {
    int word = index.find(token);
    return word == WordIndex.ABSENT ? TokenFeatures.UNK : TokenFeatures.FIRST_WORD + word;
  }

  @Override
  public void encode(String token, int[] target, int at) {
    target[at] = id(token);
  }
}
