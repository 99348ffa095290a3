package org.namespan.model.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.model.feature.FeatureRecipe.Hashed;

class TokenFeaturesTest {

  private static final FeatureRecipe KEEP = new FeatureRecipe(WordCase.KEEP, false, List.of());

  /** The ids of one input, between two places that it must leave alone. */
  private static int[] ids(TokenInput input, String token) {
    int[] ids = new int[input.width() + 2];
    Arrays.fill(ids, -1);
    input.encode(token, ids, 1);
    assertEquals(-1, ids[0]);
    assertEquals(-1, ids[ids.length - 1]);
    return Arrays.copyOfRange(ids, 1, ids.length - 1);
  }

  private static String unescape(String escaped) {
    return Pattern.compile("\\\\u(....)")
        .matcher(escaped)
        .replaceAll(hex -> Character.toString((char) Integer.parseInt(hex.group(1), 16)));
  }

  /**
   * A model is only as good as its hashes are the same for ever. The expected ids were computed
   * once by a separate program (in Python, from the documentation of {@link HashedFeature} and
   * {@link HashedInput} alone), not by this code.
   */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/golden/feature-ids.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      emptyValue = "")
  void givesTheIdsThatModelsWereTrainedWith(
      String escaped,
      int lower,
      int prefix2,
      int prefix3,
      int suffix2,
      int suffix3,
      int suffix4,
      int shape) {
    FeatureRecipe recipe =
        new FeatureRecipe(
            WordCase.KEEP,
            false,
            List.of(
                new Hashed(HashedFeature.LOWER, 8192),
                new Hashed(HashedFeature.PREFIX2, 16),
                new Hashed(HashedFeature.PREFIX3, 4096),
                new Hashed(HashedFeature.SUFFIX2, 1000),
                new Hashed(HashedFeature.SUFFIX3, 4096),
                new Hashed(HashedFeature.SUFFIX4, 3),
                new Hashed(HashedFeature.SHAPE, 1024)));
    String token = escaped == null ? "" : unescape(escaped);
    assertEquals(
        List.of(lower, prefix2, prefix3, suffix2, suffix3, suffix4, shape),
        Arrays.stream(ids(new HashedInput(recipe), token)).boxed().toList());
  }

  /**
   * As with the hashes: computed once by a separate program, from the documentation of {@link
   * CharacterInput} alone.
   */
  @ParameterizedTest
  @CsvFileSource(
      resources = "/golden/char-ids.tsv",
      delimiter = '\t',
      quoteCharacter = '\0',
      emptyValue = "")
  void givesTheCharacterIdsThatModelsWereTrainedWith(
      String escaped, String ofFive, String ofEight, String ofOne) {
    String alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXY0123456789.'\"-é語😀𐐀ß ";
    String token = escaped == null ? "" : unescape(escaped);
    for (String expected : List.of(ofFive, ofEight, ofOne)) {
      int[] ids = Arrays.stream(expected.split(" ")).mapToInt(Integer::parseInt).toArray();
      assertArrayEquals(ids, ids(new CharacterInput(alphabet, ids.length), token));
    }
  }

  @Property(seed = "20")
  void characterIdsAreWithinTheirTable(
      @ForAll("tokens") String token, @ForAll @IntRange(min = 1, max = 8) int length) {
    TokenInput input = new CharacterInput("xA😀'", length);
    assertEquals(6, input.rows());
    int[] ids = ids(input, token);
    int read = Math.min(length, token.codePointCount(0, token.length()));
    for (int i = 0; i < length; i++) {
      assertTrue(ids[i] >= 0 && ids[i] < 6);
      assertEquals(i >= read, ids[i] == TokenFeatures.PAD);
    }
  }

  @Test
  void readsWordsAndWhatElseItsRecipeAsksFor() {
    TokenFeatures words = new TokenFeatures(KEEP, List.of());
    assertEquals(List.of("words"), words.inputs().stream().map(TokenInput::name).toList());
    assertEquals(0, words.width(CharacterInput.NAME));
    assertEquals(0, words.rows(CharacterInput.NAME));
    List<Hashed> hashed = List.of(new Hashed(HashedFeature.LOWER, 7));
    List<TokenInput> others = List.of(new CharacterInput("abc", 4));
    TokenFeatures all =
        new TokenFeatures(new FeatureRecipe(WordCase.KEEP, false, hashed, others), List.of("a"));
    assertEquals(
        List.of("words", "hashes", "chars"), all.inputs().stream().map(TokenInput::name).toList());
    assertEquals(List.of(3, 8, 5), all.inputs().stream().map(TokenInput::rows).toList());
    assertEquals(List.of(1, 1, 4), all.inputs().stream().map(TokenInput::width).toList());
    assertEquals(
        List.of(false, true, true), all.inputs().stream().map(TokenInput::hasAxis).toList());
    assertEquals(5, all.rows(CharacterInput.NAME));
    assertEquals(4, all.width(CharacterInput.NAME));
  }

  /** Recipes in checkpoints that were written before there were such inputs. */
  @Test
  void aRecipeThatWasStoredWithoutOthersHasNone() {
    assertEquals(KEEP, new FeatureRecipe(WordCase.KEEP, false, List.of(), null));
  }

  @ParameterizedTest
  @CsvSource({
    "ab, 0, characters of a token are 0",
    "ab, -1, characters of a token are -1",
    "aba, 1, alphabet holds U+61 twice",
    "😀a😀, 1, alphabet holds U+1f600 twice",
    "a\ud83d, 1, alphabet holds half a surrogate pair",
    "\ude00, 1, alphabet holds half a surrogate pair",
  })
  void refusesCharactersThatNoTokenCanBeReadBy(String alphabet, int length, String message) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> new CharacterInput(alphabet, length));
    assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
  }

  @ParameterizedTest
  @CsvSource({
    "Obama, Merkel, Qwert",
    "1990s, 2024x, 7777y",
    "McDonald, XyZabcd, AbCdefgh",
    "AAAA, BCDEFGH, ZZZZZZZZZ",
    "ab-cd, xy-zw, éà-ïü",
    "語語, éé, אב",
  })
  void tokensOfOneShapeShareIt(String one, String two, String three) {
    assertEquals(HashedFeature.SHAPE.hash(one), HashedFeature.SHAPE.hash(two));
    assertEquals(HashedFeature.SHAPE.hash(one), HashedFeature.SHAPE.hash(three));
  }

  @Test
  void shapesTellApartCaseDigitsAndSigns() {
    List<String> shapes =
        List.of("Obama", "OBAMA", "obama", "obam", "oba", "1990", "19-0", "", "-");
    assertEquals(
        shapes.size() - 1, // runs are cut at four: obama is obam
        shapes.stream().map(HashedFeature.SHAPE::hash).distinct().count());
    assertEquals(HashedFeature.SHAPE.hash("obama"), HashedFeature.SHAPE.hash("obam"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "LOWER, OBAMA'S, Obama’s",
        "LOWER, 1990s, ٢٠٠٣S",
        "PREFIX2, Oberlin, OBAMA",
        "PREFIX3, Obama, oba",
        "PREFIX2, 😀😀😀, 😀😀",
        "SUFFIX2, Москва, ВА",
        "SUFFIX3, Obama, ama",
        "SUFFIX3, a😀bc, 😀bc",
        "SUFFIX4, abcd, ABCD",
      })
  void featuresSeeTheirPartOfATokenOnly(HashedFeature feature, String one, String two) {
    assertEquals(feature.hash(one), feature.hash(two));
  }

  @ParameterizedTest
  @EnumSource
  void featuresAreFoundByTheirId(HashedFeature feature) {
    assertEquals(feature, HashedFeature.of(feature.id()));
    assertNotEquals(feature.hash("Obama"), feature.hash("zürich-77"));
  }

  @Test
  void unknownFeaturesAreRefused() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> HashedFeature.of("Lower")).getMessage();
    assertTrue(message.contains("'Lower'") && message.contains("[lower, "), message);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '^',
      value = {
        "Don’t, Don't, don't, Don't",
        "1990s, 1990s, 1990s, 0000s",
        "٢٠٠٣, ٢٠٠٣, ٢٠٠٣, 0000",
        "Straße, Straße, straße, Straße",
        "İstanbul, İstanbul, istanbul, İstanbul",
        "ΟΔΟΣ, ΟΔΟΣ, οδοσ, ΟΔΟΣ",
        "𐐀1, 𐐀1, 𐐨1, 𐐀0",
        "😀, 😀, 😀, 😀",
        "—, -, -, -",
        "^^, ^^, ^^, ^^",
      })
  void looksWordsUpInTheirForm(String token, String kept, String lower, String zero) {
    assertEquals(kept, KEEP.wordForm(token));
    assertEquals(lower, new FeatureRecipe(WordCase.LOWER, false, List.of()).wordForm(token));
    assertEquals(zero, new FeatureRecipe(WordCase.KEEP, true, List.of()).wordForm(token));
  }

  @Property(seed = "20")
  void aWordFormIsItsOwnForm(
      @ForAll boolean lower, @ForAll boolean zero, @ForAll("tokens") String token) {
    FeatureRecipe recipe =
        new FeatureRecipe(lower ? WordCase.LOWER : WordCase.KEEP, zero, List.of());
    String form = recipe.wordForm(token);
    assertEquals(form, recipe.wordForm(form));
    assertEquals(token.length(), form.length());
  }

  @Test
  void wordsHaveIdsInTheOrderOfTheVocabulary() {
    TokenFeatures features =
        new TokenFeatures(
            new FeatureRecipe(WordCase.LOWER, false, List.of()), List.of("the", "don't", "é"));
    assertEquals(5, features.rows(WordInput.NAME));
    assertEquals(
        List.of(2, 2, 3, 4, 1, 1),
        Stream.of("the", "The", "DON’T", "É", "other", "").map(features::wordId).toList());
  }

  @Test
  void refusesAVocabularyThatHoldsAWordTwice() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> new TokenFeatures(KEEP, List.of("a", "b", "a")))
            .getMessage();
    assertTrue(message.contains("3 words") && message.contains("2 different"), message);
  }

  @Test
  void refusesTablesThatNoIdCanReach() {
    assertThrows(IllegalArgumentException.class, () -> new Hashed(HashedFeature.LOWER, 0));
    Hashed half = new Hashed(HashedFeature.LOWER, 1 << 30);
    assertEquals(
        (1 << 30) + 1, new FeatureRecipe(WordCase.KEEP, false, List.of(half)).hashTableRows());
    assertThrows(
        IllegalArgumentException.class,
        () -> new FeatureRecipe(WordCase.KEEP, false, List.of(half, half)));
  }

  @Property(seed = "20")
  void idsAreWithinTheRowsOfTheirFeature(
      @ForAll("recipes") FeatureRecipe recipe, @ForAll("tokens") String token) {
    TokenFeatures features = new TokenFeatures(recipe, List.of("a", "b"));
    int[] ids = recipe.hashed().isEmpty() ? new int[0] : ids(new HashedInput(recipe), token);
    assertEquals(recipe.hashed().size(), ids.length);
    int first = 1;
    for (int i = 0; i < ids.length; i++) {
      int rows = recipe.hashed().get(i).rows();
      assertTrue(first <= ids[i] && ids[i] < first + rows);
      first += rows;
    }
    assertEquals(first, recipe.hashTableRows());
    int word = features.wordId(token);
    assertTrue(word >= TokenFeatures.UNK && word < features.rows(WordInput.NAME));
  }

  @Provide
  Arbitrary<FeatureRecipe> recipes() {
    Arbitrary<Hashed> hashed =
        Combinators.combine(
                Arbitraries.of(HashedFeature.class), Arbitraries.integers().between(1, 1 << 24))
            .as(Hashed::new);
    return hashed.list().ofMaxSize(8).map(list -> new FeatureRecipe(WordCase.KEEP, true, list));
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(6),
        Arbitraries.of("😀", "𐐀", "\uD83D", "\uDE00", "a\u0301", "’", "İ", "ß", "٣", "語", "x", "A")
            .list()
            .ofMaxSize(6)
            .map(parts -> String.join("", parts)));
  }

  /** Ids count from 2: Bush, bush, iraq, İzmir, 000. */
  @ParameterizedTest
  @CsvSource({
    "Bush, 2",
    "bush, 3",
    "BUSH, 2",
    "iraq, 4",
    "Iraq, 4",
    "IRAQ, 4",
    "izmir, 5",
    "123, 6",
    "Iran, 1"
  })
  void anyCaseTakesTheWordItselfAndElseTheFirstOfTheSameLetters(String token, int id) {
    TokenFeatures features =
        new TokenFeatures(
            new FeatureRecipe(WordCase.ANY, true, List.of()),
            List.of("Bush", "bush", "iraq", "İzmir", "000"));
    assertEquals(id, features.wordId(token));
  }
}
