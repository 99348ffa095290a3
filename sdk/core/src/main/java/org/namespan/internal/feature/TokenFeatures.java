package org.namespan.internal.feature;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns tokens into the ids that the network takes. Immutable, safe for use by many threads. */
public final class TokenFeatures {

  /** Id of padding, in every table. */
  public static final int PAD = 0;

  /** Id of every word that the vocabulary does not hold. */
  public static final int UNK = 1;

  /** Id of the first word of the vocabulary. */
  public static final int FIRST_WORD = 2;

  private final FeatureRecipe recipe;
  private final Map<String, Integer> ids;
  private final FeatureRecipe.Hashed[] hashed;

  /**
   * @param vocabulary word forms; the first has id {@link #FIRST_WORD}
   */
  public TokenFeatures(FeatureRecipe recipe, List<String> vocabulary) {
    this.recipe = recipe;
    this.hashed = recipe.hashed().toArray(new FeatureRecipe.Hashed[0]);
    this.ids = new HashMap<>(vocabulary.size() * 2);
    for (String word : vocabulary) {
      ids.put(word, FIRST_WORD + ids.size());
    }
    if (ids.size() != vocabulary.size()) {
      throw new IllegalArgumentException(
          "vocabulary of "
              + vocabulary.size()
              + " words holds only "
              + ids.size()
              + " different, expected each once");
    }
  }

  /** Rows of the word table: the vocabulary, {@link #PAD} and {@link #UNK}. */
  public int wordTableRows() {
    return FIRST_WORD + ids.size();
  }

  /** Hashed features per token. */
  public int hashedCount() {
    return hashed.length;
  }

  /** The word id of a token, {@link #UNK} if the vocabulary does not hold its form. */
  public int wordId(String token) {
    Integer id = ids.get(recipe.wordForm(token));
    return id == null ? UNK : id;
  }

  /**
   * Writes the ids of a token's hashed features to {@code target[at]} and the {@link #hashedCount}
   * places from there. Each feature has its own rows of the one table, none of them row {@link
   * #PAD}.
   */
  public void hashIds(String token, int[] target, int at) {
    int firstRow = 1;
    for (int i = 0; i < hashed.length; i++) {
      int rows = hashed[i].rows();
      target[at + i] = firstRow + Integer.remainderUnsigned(hashed[i].feature().hash(token), rows);
      firstRow += rows;
    }
  }
}
