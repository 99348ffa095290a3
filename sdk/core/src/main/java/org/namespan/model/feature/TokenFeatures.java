package org.namespan.model.feature;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns tokens into the ids that the network takes. Immutable, safe for use by many threads. */
public final class TokenFeatures {

  /** Id of padding, in every table. */
  public static final int PAD = 0;

  /** Id of every word that the vocabulary, and every character that the alphabet does not hold. */
  public static final int UNK = 1;

  /** Id of the first word of the vocabulary and of the first character of the alphabet. */
  public static final int FIRST_WORD = 2;

  private final FeatureRecipe recipe;
  private final WordInput words;
  private final List<TokenInput> inputs;

  /**
   * @param vocabulary word forms; the first has id {@link #FIRST_WORD}
   * @throws IllegalArgumentException if a word is there twice
   */
  public TokenFeatures(FeatureRecipe recipe, List<String> vocabulary) {
    this.recipe = recipe;
    words = new WordInput(recipe, Vocabulary.of(vocabulary));
    List<TokenInput> all = new ArrayList<>();
    all.add(words);
    if (!recipe.hashed().isEmpty()) {
      all.add(new HashedInput(recipe));
    }
    all.addAll(recipe.others());
    inputs = Collections.unmodifiableList(all);
  }

  /** How these features are made. */
  public FeatureRecipe recipe() {
    return recipe;
  }

  /** What the network reads of a token, in the order in which it takes it: first the word. */
  public List<TokenInput> inputs() {
    return inputs;
  }

  /** The word id of a token, {@link #UNK} if the vocabulary does not hold its form. */
  public int wordId(String token) {
    return words.id(token);
  }

  /** Whether the vocabulary holds the form of a token. */
  public boolean holdsWord(String token) {
    return wordId(token) != UNK;
  }

  /**
   * Rows of the table of an input; 0 if tokens are not read by it.
   *
   * @param input its name
   */
  public int rows(String input) {
    TokenInput found = find(input);
    return found == null ? 0 : found.rows();
  }

  /**
   * Ids that an input has of a token; 0 if tokens are not read by it.
   *
   * @param input its name
   */
  public int width(String input) {
    TokenInput found = find(input);
    return found == null ? 0 : found.width();
  }

  /** Null if there is none. */
  private @Nullable TokenInput find(String name) {
    for (TokenInput input : inputs) {
      if (input.name().equals(name)) {
        return input;
      }
    }
    return null;
  }
}
