package org.namespan.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.ModelFormatException;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.TokenInput;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;

class MetadataCodecTest {

  private static ModelMetadata small() {
    return new ModelMetadata(
        TagSet.over(TagScheme.BIO, Set.of("per", "geo")),
        new FeatureRecipe(
            WordCase.KEEP,
            true,
            List.of(new Hashed(HashedFeature.LOWER, 8), new Hashed(HashedFeature.SHAPE, 4))),
        List.of("the", "😀", "\u00A0", "e\u0301"),
        TextModels.openNlp(new byte[] {1, 2, 3}, new byte[] {-1, 0}),
        Map.of("language", "en"));
  }

  /** {@link #small} of three labels with transition scores. */
  private static ModelMetadata withTransitions() {
    ModelMetadata good = small();
    return new ModelMetadata(
        TagSet.over(TagScheme.BIO, Set.of("per")),
        new TransitionScores(
            new float[] {1, 0, -0.1f},
            new float[] {0, 1e-45f, 0},
            new float[] {0, 3.4028235e38f, -1, 2, 3, 4, -0f, 5, 1 / 3f}),
        0,
        ScoreCalibration.NONE,
        good.recipe(),
        good.vocabulary(),
        good.textModels(),
        good.facts());
  }

  /** {@link #small} of a model with text models as tables. */
  private static ModelMetadata tables() {
    ModelMetadata good = small();
    return new ModelMetadata(
        good.tagSet(),
        good.recipe(),
        good.vocabulary(),
        TextModels.maxent(new byte[] {1}, new byte[] {2}),
        good.facts());
  }

  /** {@link #small} of a model that reads characters. */
  private static ModelMetadata withCharacters() {
    ModelMetadata good = small();
    return new ModelMetadata(
        good.tagSet(),
        good.recipe().withOthers(List.of(new CharacterInput("e\n😀\0\\u", 7))),
        good.vocabulary(),
        good.textModels(),
        good.facts());
  }

  private static String refusal(Map<String, String> entries) {
    ModelFormatException e =
        assertThrows(
            ModelFormatException.class, () -> MetadataCodec.fromEntries(entries, "model.onnx"));
    assertTrue(e.getMessage().startsWith("model.onnx: "), e.getMessage());
    assertFalse(e.getMessage().contains("\n"), e.getMessage());
    return e.getMessage();
  }

  private static Map<String, String> changed(String key, String value) {
    Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(small()));
    entries.put(key, value);
    return entries;
  }

  private static void assertSame(ModelMetadata expected, ModelMetadata found) {
    assertEquals(expected.tagSet().scheme(), found.tagSet().scheme());
    assertEquals(expected.tagSet().tags(), found.tagSet().tags());
    assertEquals(expected.transitions(), found.transitions());
    assertEquals(expected.minScore(), found.minScore());
    assertEquals(expected.calibration(), found.calibration());
    assertEquals(expected.recipe(), found.recipe());
    assertEquals(expected.vocabulary(), found.vocabulary());
    assertEquals(expected.textModels(), found.textModels());
    assertEquals(expected.facts(), found.facts());
    assertEquals(MetadataCodec.toEntries(expected), MetadataCodec.toEntries(found));
  }

  @Property(seed = "20", tries = 200)
  void readsWhatItWrites(@ForAll("metadata") ModelMetadata metadata) throws ModelFormatException {
    assertSame(metadata, MetadataCodec.fromEntries(MetadataCodec.toEntries(metadata), "memory"));
  }

  @Test
  void refusesEntriesThatAreMissing() {
    ModelMetadata calibrated = tables().withCalibration(new ScoreCalibration(2, 0));
    for (ModelMetadata whole : List.of(withTransitions(), withCharacters(), calibrated)) {
      for (String key : MetadataCodec.toEntries(whole).keySet()) {
        if (key.startsWith("namespan.fact.")) {
          continue;
        }
        Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(whole));
        entries.remove(key);
        String message = refusal(entries);
        assertTrue(message.contains("'" + key + "'"), message);
        assertTrue(message.contains("expected"), message);
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '^',
      value = {
        "format         > one               > 'one'                    > a whole number",
        "format         > 0                 > version 0                > 1 to 6",
        "format         > 99999999999       > '99999999999'            > a whole number",
        "scheme         > BIOES             > 'BIOES'                  > IO, IOB1, BIO, BILOU",
        "labels         > O|X-per           > 'X-per'                  > B-TYPE, I-TYPE",
        "labels         > O|B-per|B-per     > B-per stands twice       > ^^",
        "labels         > B-per|I-per       > O is missing             > ^^",
        "labels         > O|I-per           > label I-per              > legal BIO sequence",
        "labels         > ^^                > O is missing             > ^^",
        "word.case      > upper             > 'upper'                  > one of [keep, lower, any]",
        "word.digits    > one               > 'one'                    > 'zero' or 'keep'",
        "hash.function  > md5               > 'md5'                    > 'fnv1a-murmur3'",
        "hash.features  > lower|vowels      > 'vowels'                 > prefix2, prefix3",
        "hash.rows      > 8                 > found 1 numbers          > expected 2",
        "hash.rows      > 8|x               > 'x'                      > a whole number",
        "hash.rows      > 8|0               > has 0 rows               > at least 1",
        "hash.rows      > 2147483647|9      > 2147483657 rows          > at most 2147483647",
        "vocabulary     > \\u12         > 4 digits                 > ^^",
        "labels         > O|B-\\uD80    > 4 digits                 > ^^",
        "fact.x         > \\uXXXX       > 4 digits                 > ^^",
        "vocabulary     > a||b              > word 2                   > ^^",
        "tokenizer      > mystem            > 'mystem'                 > opennlp-me, maxent",
        "tokenizer.model > *                > base64                   > ^^",
        "sentence.model > A                 > ^^                       > ^^",
      })
  void refusesEntriesThatAreWrong(String key, String value, String found, String expected) {
    String message = refusal(changed("namespan." + key, value.replace('|', '\n')));
    assertTrue(message.contains("'namespan." + key + "'"), message);
    assertTrue(message.contains(found), message);
    assertTrue(message.contains(expected), message);
  }

  @Test
  void asksForAnUpdateWhenTheFileIsOfALaterVersion() {
    assertEquals(
        "model.onnx: model format version 7, but this library reads up to 6; update the namespan"
            + " library",
        refusal(changed("namespan.format", "7")));
  }

  /** Libraries that know only OpenNLP's models must not read tables as these. */
  @Test
  void writesTablesAsVersion3() {
    Map<String, String> entries = MetadataCodec.toEntries(tables());
    assertEquals("3", entries.get("namespan.format"));
    assertEquals("maxent", entries.get("namespan.tokenizer"));
    assertEquals("AQ==", entries.get("namespan.tokenizer.model"));
    assertEquals("Ag==", entries.get("namespan.sentence.model"));
    entries.put("namespan.format", "1");
    assertEquals(
        "model.onnx: metadata entry 'namespan.format': found version 1 with tokenizer 'maxent',"
            + " expected version 3",
        refusal(entries));
  }

  @Test
  void readsNoOpenNlpModelsAsVersion3() {
    assertEquals(
        "model.onnx: metadata entry 'namespan.tokenizer': found 'opennlp-me' in version 3, expected"
            + " 'maxent'",
        refusal(changed("namespan.format", "3")));
  }

  /** A library that knows nothing of calibration must not take scores for probabilities. */
  @Test
  void writesACalibrationAsVersion4() throws ModelFormatException {
    ModelMetadata calibrated = tables().withCalibration(new ScoreCalibration(1 / 3f, -1e-20f));
    Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(calibrated));
    assertEquals("4", entries.get("namespan.format"));
    assertEquals("0.33333334\n-1.0E-20", entries.get("namespan.calibration"));
    assertSame(calibrated, MetadataCodec.fromEntries(entries, "memory"));
    entries.put("namespan.format", "3");
    assertEquals(
        "model.onnx: metadata entry 'namespan.format': found version 3 with a calibration, expected"
            + " version 4",
        refusal(entries));
    ModelMetadata without = calibrated.withCalibration(ScoreCalibration.NONE);
    assertEquals(MetadataCodec.toEntries(tables()), MetadataCodec.toEntries(without));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '>',
      quoteCharacter = '^',
      value = {
        "1           > found 1 numbers, expected 2",
        "1|0|0       > found 3 numbers, expected 2",
        "0|0         > slope 0.0, expected a finite number more than 0",
        "-1|0        > slope -1.0, expected a finite number more than 0",
        "1e-50|0     > slope 0.0, expected a finite number more than 0",
        "NaN|0       > found 'NaN', expected a finite number",
        "1|Infinity  > found 'Infinity', expected a finite number",
        "1|1e39      > found '1e39', expected a finite number",
        "1|high      > found 'high', expected a finite number",
        "^^          > found 0 numbers, expected 2",
      })
  void refusesCalibrationsThatAreWrong(String value, String expected) {
    ModelMetadata calibrated = tables().withCalibration(new ScoreCalibration(2, 0));
    Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(calibrated));
    entries.put("namespan.calibration", value.replace('|', '\n'));
    assertEquals(
        "model.onnx: metadata entry 'namespan.calibration': " + expected, refusal(entries));
  }

  /** A library that knows nothing of transition scores must not tag without them. */
  @Test
  void writesTransitionScoresAsVersion2() {
    Map<String, String> entries = MetadataCodec.toEntries(withTransitions());
    assertEquals("2", entries.get("namespan.format"));
    assertEquals("1.0\n0.0\n-0.1", entries.get("namespan.transitions.start"));
    assertEquals("0.0\n1.4E-45\n0.0", entries.get("namespan.transitions.end"));
    assertEquals(
        "0.0\n3.4028235E38\n-1.0\n2.0\n3.0\n4.0\n-0.0\n5.0\n0.33333334",
        entries.get("namespan.transitions"));
    ModelMetadata zero = withTransitions().withTransitions(TransitionScores.zero(3));
    assertEquals("1", MetadataCodec.toEntries(zero).get("namespan.format"));
    assertFalse(MetadataCodec.toEntries(zero).toString().contains("transitions"));
  }

  /** A file of version 2 in which nothing needs it has lost what did. */
  @Test
  void refusesVersion2WithNothingThatNeedsIt() {
    assertEquals(
        "model.onnx: metadata entry 'namespan.transitions.start': found nothing, expected an entry",
        refusal(changed("namespan.format", "2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"transitions.start", "transitions.end", "transitions"})
  void refusesTransitionScoresInPart(String key) {
    Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(withTransitions()));
    entries.keySet().removeIf(k -> k.contains("transitions") && !k.equals("namespan." + key));
    assertTrue(refusal(entries).contains("found nothing, expected an entry"));
    entries.putAll(MetadataCodec.toEntries(withTransitions().withMinScore(0.4)));
    entries.remove("namespan." + key);
    assertTrue(refusal(entries).contains("'namespan." + key + "': found nothing"));
  }

  /** A library that knows nothing of characters must not read tokens without them. */
  @Test
  void writesCharactersAsVersion2() {
    Map<String, String> entries = MetadataCodec.toEntries(withCharacters());
    assertEquals("2", entries.get("namespan.format"));
    assertEquals("e\n\\ud83d\\ude00\\u0000\\u005cu", entries.get("namespan.char.alphabet"));
    assertEquals("7", entries.get("namespan.char.length"));
    assertFalse(entries.toString().contains("transitions"));
    assertFalse(MetadataCodec.toEntries(small()).toString().contains("namespan.char"));
  }

  /** What the file could not keep must not be lost without a word. */
  @Test
  void refusesToWriteAnInputThatItDoesNotKnow() {
    ModelMetadata good = small();
    TokenInput other =
        new TokenInput("styles", "styles", 3) {
          @Override
          public void encode(String token, int[] target, int at) {
            target[at] = 1;
          }
        };
    ModelMetadata metadata =
        new ModelMetadata(
            good.tagSet(),
            good.recipe().withOthers(List.of(other)),
            good.vocabulary(),
            good.textModels(),
            good.facts());
    assertEquals(
        "no metadata for the input 'styles'",
        assertThrows(IllegalArgumentException.class, () -> MetadataCodec.toEntries(metadata))
            .getMessage());
  }

  @Test
  void wordsInAnyCaseAreOfVersion2() throws ModelFormatException {
    ModelMetadata good = small();
    ModelMetadata any =
        new ModelMetadata(
            good.tagSet(),
            new FeatureRecipe(WordCase.ANY, true, List.of()),
            good.vocabulary(),
            good.textModels(),
            good.facts());
    Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(any));
    assertEquals("2", entries.get("namespan.format"));
    assertEquals("any", entries.get("namespan.word.case"));
    assertEquals(any.recipe(), MetadataCodec.fromEntries(entries, "a").recipe());
    entries.put("namespan.format", "1");
    assertTrue(refusal(entries).contains("found version 1 with words in any case"));
  }

  @ParameterizedTest
  @CsvSource({
    "char.length,   0,      'characters of a token are 0, expected at least 1'",
    "char.length,   long,   'found ''long'', expected a whole number'",
    "char.alphabet, abca,   'alphabet holds U+61 twice, expected each once'",
    "char.alphabet, \\ud83d, alphabet holds half a surrogate pair",
    "char.alphabet, \\ud8,   expected 4 digits",
    "format,        1,      'found version 1 with characters, expected version 2'",
  })
  void refusesCharactersThatAreWrong(String key, String value, String expected) {
    Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(withCharacters()));
    entries.put("namespan." + key, value);
    String message = refusal(entries);
    assertTrue(message.contains("'namespan." + key + "': "), message);
    assertTrue(message.contains(expected), message);
  }

  @ParameterizedTest
  @CsvSource({
    "transitions.start, 1|2,                 found 2 numbers, expected 3",
    "transitions.end,   1|2|3|4,             found 4 numbers, expected 3",
    "transitions,       1|2|3,               found 3 numbers, expected 9",
    "transitions,       '',                  found 0 numbers, expected 9",
    "transitions.start, 1|NaN|3,             'found ''NaN'', expected a finite number'",
    "transitions.end,   1|2|-Infinity,       'found ''-Infinity'', expected a finite number'",
    "transitions.end,   1|2|1e39,            'found ''1e39'', expected a finite number'",
    "transitions,       1|2|x|4|5|6|7|8|9,   'found ''x'', expected a finite number'",
    "format,            1,                   expected version 2",
  })
  void refusesTransitionScoresThatAreWrong(String key, String value, String expected) {
    Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(withTransitions()));
    entries.put("namespan." + key, value.replace('|', '\n'));
    String message = refusal(entries);
    assertTrue(message.contains("'namespan." + key + "': "), message);
    assertTrue(message.contains(expected), message);
  }

  /** A library that knows nothing of it would report entities that score less. */
  @Test
  void writesASmallestScoreAsVersion2() {
    Map<String, String> entries = MetadataCodec.toEntries(small().withMinScore(0.423));
    assertEquals("2", entries.get("namespan.format"));
    assertEquals("0.423", entries.get("namespan.min.score"));
    assertEquals(
        MetadataCodec.toEntries(small()),
        MetadataCodec.toEntries(small().withMinScore(0.423).withMinScore(0)));
  }

  @ParameterizedTest
  @CsvSource({
    "min.score, 0,    'found 0, expected more than 0 and less than 1'",
    "min.score, 1,    'found 1, expected more than 0 and less than 1'",
    "min.score, -0.5, 'found -0.5, expected more than 0 and less than 1'",
    "min.score, NaN,  'found ''NaN'', expected a finite number'",
    "min.score, half, 'found ''half'', expected a finite number'",
    "format,    1,    'found version 1 with a smallest score, expected version 2'",
  })
  void refusesASmallestScoreThatIsNone(String key, String value, String expected) {
    Map<String, String> entries = new TreeMap<>(MetadataCodec.toEntries(small().withMinScore(0.4)));
    entries.put("namespan." + key, value);
    String message = refusal(entries);
    assertTrue(message.contains("'namespan." + key + "': " + expected), message);
  }

  @Test
  void readsAsManyLabelsAsAreSensibleAndNoMore() throws ModelFormatException {
    StringBuilder labels = new StringBuilder("O");
    for (int type = 1; type < 1024; type++) {
      labels.append("\nB-t").append(type);
    }
    Map<String, String> entries = changed("namespan.labels", labels.toString());
    assertEquals(1024, MetadataCodec.fromEntries(entries, "model.onnx").tagSet().size());
    String message = refusal(changed("namespan.labels", labels + "\nB-t1024"));
    assertTrue(message.endsWith("found 1025 labels, expected at most 1024"), message);
  }

  @Test
  void refusesTransitionScoresOfOtherLabels() {
    assertThrows(
        IllegalArgumentException.class,
        () -> withTransitions().withTransitions(TransitionScores.zero(4)));
  }

  @Test
  void saysWhenAFileIsNoNameSpanModel() {
    String message = refusal(Map.of("author", "somebody"));
    assertTrue(message.contains("without NameSpan metadata"), message);
  }

  @Test
  void ignoresEntriesThatItDoesNotKnow() throws ModelFormatException {
    assertSame(
        small(), MetadataCodec.fromEntries(changed("namespan.later", "thing"), "model.onnx"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb"})
  void refusesWordsThatAFileCannotKeep(String word) {
    ModelMetadata good = small();
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new ModelMetadata(
                good.tagSet(), good.recipe(), List.of(word), good.textModels(), good.facts()));
  }

  @Test
  void writesNothingThatJniCannotRead() throws ModelFormatException {
    List<String> words = List.of("😀", "\\", "\\u", "\\u0041", "C:\\users", "\0", "\uD83D", "語");
    ModelMetadata good = small();
    ModelMetadata metadata =
        new ModelMetadata(
            good.tagSet(), good.recipe(), words, good.textModels(), Map.of("😀", "😀"));
    Map<String, String> entries = MetadataCodec.toEntries(metadata);
    assertEquals(
        "\\ud83d\\ude00\n\\\n\\u005cu\n\\u005cu0041\nC:\\u005cusers\n\\u0000\n\\ud83d\n語",
        entries.get("namespan.vocabulary"));
    assertEquals("\\ud83d\\ude00", entries.get("namespan.fact.\\ud83d\\ude00"));
    assertSame(metadata, MetadataCodec.fromEntries(entries, "memory"));
  }

  @Provide
  Arbitrary<ModelMetadata> metadata() {
    Arbitrary<TagSet> tagSets =
        Combinators.combine(
                Arbitraries.of(TagScheme.class),
                Arbitraries.of("per", "geo", "a-b", "ÄÖ", "x\\u", "😀").set().ofMaxSize(4))
            .as(TagSet::over);
    Arbitrary<Hashed> hashed =
        Combinators.combine(
                Arbitraries.of(HashedFeature.class), Arbitraries.integers().between(1, 1 << 20))
            .as(Hashed::new);
    Arbitrary<Boolean> yesOrNo = Arbitraries.of(true, false);
    Arbitrary<FeatureRecipe> recipes =
        Combinators.combine(
                Arbitraries.of(WordCase.class),
                yesOrNo,
                hashed.list().ofMaxSize(5),
                characters().list().ofMaxSize(1))
            .as(FeatureRecipe::new);
    Arbitrary<List<String>> vocabularies =
        Arbitraries.strings()
            .ofMinLength(1)
            .ofMaxLength(5)
            .filter(word -> word.indexOf('\n') < 0)
            .set()
            .ofMaxSize(8)
            .map(List::copyOf);
    Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(20);
    Arbitrary<TextModels> textModels =
        Arbitraries.oneOf(
            Combinators.combine(bytes, bytes).as(TextModels::openNlp),
            Combinators.combine(bytes, bytes).as(TextModels::maxent),
            Arbitraries.create(TextModels::whitespace));
    Arbitrary<String> names = Arbitraries.of("language", "training.data", "dev.f1", "é😀\\u");
    return Combinators.combine(
            tagSets,
            recipes,
            vocabularies,
            textModels,
            Arbitraries.maps(names, Arbitraries.strings().ofMaxLength(5)).ofMaxSize(3))
        .as(
            (TagSet tagSet,
                FeatureRecipe recipe,
                List<String> vocabulary,
                TextModels models,
                Map<String, String> facts) ->
                new ModelMetadata(tagSet, recipe, vocabulary, models, facts))
        .flatMap(
            metadata ->
                Arbitraries.oneOf(
                    Arbitraries.just(metadata),
                    Arbitraries.just(metadata.withMinScore(0.25)),
                    transitions(metadata.tagSet().size()).map(metadata::withTransitions)));
  }

  private static Arbitrary<TokenInput> characters() {
    return Combinators.combine(
            Arbitraries.of("a", "\n", "\0", "\\", "u", "😀", "é", "語").set().ofMaxSize(8),
            Arbitraries.integers().between(1, 100))
        .as((parts, length) -> new CharacterInput(String.join("", parts), length));
  }

  /** Finite floats of all bit patterns. */
  private static Arbitrary<TransitionScores> transitions(int labels) {
    return Arbitraries.integers()
        .withDistribution(RandomDistribution.uniform())
        .map(Float::intBitsToFloat)
        .filter(Float::isFinite)
        .list()
        .ofSize(labels * (labels + 2))
        .withoutEdgeCases()
        .map(
            floats ->
                new TransitionScores(
                    array(floats.subList(0, labels)),
                    array(floats.subList(labels, 2 * labels)),
                    array(floats.subList(2 * labels, floats.size()))));
  }

  private static float[] array(List<Float> boxed) {
    float[] array = new float[boxed.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = boxed.get(i);
    }
    return array;
  }
}
