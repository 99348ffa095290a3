package org.namespan.model.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.namespan.model.feature.FeatureRecipe.Hashed;

class TokenIdCacheTest {

  private static final FeatureRecipe RECIPE =
      new FeatureRecipe(
          WordCase.KEEP,
          false,
          List.of(new Hashed(HashedFeature.LOWER, 500), new Hashed(HashedFeature.SHAPE, 50)),
          List.of(new CharacterInput("aBeht123", 4)));

  /** More tokens than slots, some of one hash ("Aa" and "BB"), some too long to be kept. */
  @Test
  void givesWhatTheFeaturesGive() {
    TokenFeatures features = new TokenFeatures(RECIPE, List.of("Aa", "BB", "the"));
    TokenIdCache cache = new TokenIdCache(features);
    Random random = new Random(20);
    List<TokenInput> inputs = features.inputs();
    int[][] found = {new int[3], new int[3 * 2], new int[3 * 4]};
    for (int i = 0; i < 100_000; i++) {
      String token =
          switch (random.nextInt(4)) {
            case 0 -> "Aa";
            case 1 -> "BB";
            case 2 -> "the".repeat(1 + random.nextInt(12));
            default -> Integer.toString(random.nextInt(40_000));
          };
      // Of hexadecimal digits alone, a token may be a byte.
      boolean word = token.matches("[A-Za-z]+") && !token.matches("[A-F]{2,}|[a-f]{2,}");
      assertEquals(word, cache.putIds(token, 0, token.length(), found, 1), token);
      String text = " 字" + token + "s";
      assertEquals(word, cache.putIds(text, 2, 2 + token.length(), found, 2), token);
      for (int k = 0; k < found.length; k++) {
        int[] expected = new int[found[k].length];
        inputs.get(k).encode(token, expected, inputs.get(k).width());
        inputs.get(k).encode(token, expected, 2 * inputs.get(k).width());
        assertArrayEquals(expected, found[k], token);
      }
    }
  }
}
