package org.namespan.model.feature;

/**
 * The hashed features of a token. Each has its own rows of the one table, none of them row {@link
 * TokenFeatures#PAD}.
 */
public final class HashedInput extends TokenInput {

  /** Name of its tensor. */
  public static final String NAME = "hashes";

  private final FeatureRecipe.Hashed[] hashed;

  /**
   * @param recipe with at least one hashed feature
   */
  HashedInput(FeatureRecipe recipe) {
    super(NAME, "hashed features", recipe.hashTableRows(), recipe.hashed().size());
    hashed = recipe.hashed().toArray(new FeatureRecipe.Hashed[0]);
  }

  @Override
  public void encode(String token, int[] target, int at) {
    int firstRow = 1;
    for (int i = 0; i < hashed.length; i++) {
      int rows = hashed[i].rows();
      target[at + i] = firstRow + Integer.remainderUnsigned(hashed[i].feature().hash(token), rows);
      firstRow += rows;
    }
  }
}
