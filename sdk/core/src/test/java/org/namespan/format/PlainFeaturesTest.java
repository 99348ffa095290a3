package org.namespan.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.namespan.model.MetadataCodec;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.HashedInput;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.TokenInput;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;

/** The page tells how tokens become ids, and how the file keeps what that needs. */
class PlainFeaturesTest {

  private static final String ALPHABET = "ea'-\u00E9\u8A9E\uD83D\uDE00X0\\u\n";

  @Property(tries = 1000, seed = "5", edgeCases = EdgeCasesMode.NONE)
  void givesTheIdsThatTheLibraryGives(
      @ForAll WordCase wordCase,
      @ForAll boolean zeroDigits,
      @ForAll @IntRange(min = 1, max = 9) int charLength,
      @ForAll @Size(max = 8) Set<@From("tokens") String> words,
      @ForAll @Size(min = 1, max = 8) List<@From("tokens") String> others) {
    List<FeatureRecipe.Hashed> hashed = new ArrayList<>();
    for (HashedFeature feature : HashedFeature.values()) {
      hashed.add(new FeatureRecipe.Hashed(feature, 7 + 100 * feature.ordinal()));
    }
    FeatureRecipe recipe =
        new FeatureRecipe(wordCase, zeroDigits, hashed)
            .withOthers(List.of(new CharacterInput(ALPHABET, charLength)));
    List<String> vocabulary =
        words.stream()
            .filter(word -> !word.isEmpty() && word.indexOf('\n') < 0)
            .map(recipe::wordForm)
            .distinct()
            .toList();
    ModelMetadata metadata =
        new ModelMetadata(
            TagSet.over(TagScheme.IO, Set.of("per")),
            recipe,
            vocabulary,
            TextModels.whitespace(),
            Map.of());
    TokenFeatures expected = metadata.tokenFeatures();
    PlainFeatures found = new PlainFeatures(new PlainMetadata(MetadataCodec.toEntries(metadata)));
    List<String> tokens = new ArrayList<>(words);
    tokens.addAll(others);
    for (String token : tokens) {
      int[] hashIds = ids(expected, HashedInput.NAME, token);
      int[] charIds = ids(expected, CharacterInput.NAME, token);
      assertEquals(expected.wordId(token), found.word(token), "word id of " + token);
      assertArrayEquals(hashIds, found.hashes(token), "hash ids of " + token);
      assertArrayEquals(charIds, found.characters(token), "character ids of " + token);
    }
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.oneOf(
            Arbitraries.of(
                "Iraq", "iraq", "IRAQ", "İ", "ß", "ẞ", "Σ", "ς", "1990s", "٢", "𝟙", "𐐀"),
            Arbitraries.of("’", "“", "—", "…", "\u00A0", "`", "\\u00e9", "\\", "u", "\0", "😀"),
            Arbitraries.of("\uD83D", "\uDE00", "aaaaaa", "ǅ", "Ⅷ", "Ⓐ", "ª", "語", "e\u0301"),
            Arbitraries.strings().ofMaxLength(3))
        .list()
        .ofMaxSize(4)
        .map(parts -> String.join("", parts));
  }

  private static int[] ids(TokenFeatures features, String name, String token) {
    for (TokenInput input : features.inputs()) {
      if (input.name().equals(name)) {
        int[] ids = new int[input.width()];
        input.encode(token, ids, 0);
        return ids;
      }
    }
    throw new AssertionError("no input " + name);
  }
}
