package org.namespan.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.namespan.ModelFormatException;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.TokenInput;
import org.namespan.model.feature.WordCase;
import org.namespan.model.text.TextModels;

/**
 * The entries that models of every task have: the format version, how text becomes ids, and facts.
 * {@link MetadataCodec} and {@link ClassifierCodec} have the others.
 */
final class SharedEntries {

  /** The last format version that this code reads. */
  static final int FORMAT_VERSION = 6;

  static final MetadataKey<Integer> FORMAT = MetadataKey.of("format", EntryType.NUMBER);

  /** Absent from a tagger. */
  private static final MetadataKey<ModelTask> TASK =
      MetadataKey.since(
          5,
          "a task",
          "task",
          new EntryType.Choice<ModelTask>().or(ModelTask.CLASSIFY, ModelTask.CLASSIFY.id()));

  /** At the end of the file; see {@link ModelDigest}. */
  private static final MetadataKey<String> SHA_256 =
      MetadataKey.since(ModelDigest.FORMAT_VERSION, "a digest", "sha256", EntryType.TEXT);

  /** Slope and offset; absent where scores are probabilities as they are. */
  private static final MetadataKey<float[]> CALIBRATION =
      MetadataKey.since(4, "a calibration", "calibration", EntryType.FLOATS);

  private static final MetadataKey<WordCase> WORD_CASE =
      MetadataKey.of(
          "word.case",
          new EntryType.Choice<WordCase>()
              .or(WordCase.KEEP, WordCase.KEEP.id())
              .or(WordCase.LOWER, WordCase.LOWER.id())
              .or(WordCase.ANY, WordCase.ANY.id(), 2, "words in any case"));

  private static final MetadataKey<Boolean> WORD_DIGITS =
      MetadataKey.of(
          "word.digits", new EntryType.Choice<Boolean>().or(true, "zero").or(false, "keep"));

  private static final String FNV_1A = "fnv1a-murmur3";

  private static final MetadataKey<String> HASH_FUNCTION =
      MetadataKey.of("hash.function", new EntryType.Choice<String>().or(FNV_1A, FNV_1A));

  private static final MetadataKey<List<HashedFeature>> HASH_FEATURES =
      MetadataKey.of("hash.features", EntryType.FEATURES);

  private static final MetadataKey<List<Integer>> HASH_ROWS =
      MetadataKey.of("hash.rows", EntryType.NUMBERS);

  /** This and the next: absent where no characters are read. */
  private static final MetadataKey<String> CHAR_ALPHABET =
      MetadataKey.since(2, "characters", "char.alphabet", EntryType.TEXT);

  private static final MetadataKey<Integer> CHAR_LENGTH =
      MetadataKey.since(2, "characters", "char.length", EntryType.NUMBER);

  private static final MetadataKey<List<String>> VOCABULARY =
      MetadataKey.of("vocabulary", EntryType.WORDS);

  private static final MetadataKey<TextModels.Kind> TOKENIZER =
      MetadataKey.of("tokenizer", kinds(new EntryType.Choice<>()));

  /** This and the next: absent where a tokenizer splits at white space. */
  private static final MetadataKey<byte[]> TOKENIZER_MODEL =
      MetadataKey.of("tokenizer.model", EntryType.BYTES);

  private static final MetadataKey<byte[]> SENTENCE_MODEL =
      MetadataKey.of("sentence.model", EntryType.BYTES);

  /** Begins the key of each fact, whose name is the rest of it. */
  private static final String FACT_PREFIX = MetadataKey.PREFIX + "fact.";

  private SharedEntries() {}

  private static EntryType<TextModels.Kind> kinds(EntryType.Choice<TextModels.Kind> choice) {
    for (TextModels.Kind kind : TextModels.Kind.values()) {
      choice.or(kind, kind.id(), kind.formatVersion(), "tokenizer '" + kind.id() + "'");
    }
    return choice;
  }

  /** Adds what the file of a task says of its input, its facts, and that it is of this task. */
  static void put(ModelTask task, InputMetadata metadata, EntryWriter writer) {
    if (task != ModelTask.TAG) {
      writer.put(TASK, task);
    }
    putRecipe(metadata.recipe(), writer);
    writer.put(VOCABULARY, metadata.vocabulary());
    putTextModels(metadata.textModels(), writer);
    writer.putAll(FACT_PREFIX, metadata.facts());
  }

  /** Adds a calibration, unless it changes nothing. */
  static void putCalibration(ScoreCalibration calibration, EntryWriter writer) {
    if (!calibration.equals(ScoreCalibration.NONE)) {
      writer.put(CALIBRATION, new float[] {calibration.slope(), calibration.offset()});
    }
  }

  /** All entries, with the format version that they need. */
  static Map<String, String> finish(EntryWriter writer) {
    writer.put(FORMAT, writer.version());
    return writer.entries();
  }

  private static void putRecipe(FeatureRecipe recipe, EntryWriter writer) {
    writer.put(WORD_CASE, recipe.wordCase());
    writer.put(WORD_DIGITS, recipe.zeroDigits());
    writer.put(HASH_FUNCTION, FNV_1A);
    List<HashedFeature> features = new ArrayList<>();
    List<Integer> rows = new ArrayList<>();
    for (FeatureRecipe.Hashed hashed : recipe.hashed()) {
      features.add(hashed.feature());
      rows.add(hashed.rows());
    }
    writer.put(HASH_FEATURES, features);
    writer.put(HASH_ROWS, rows);
    for (TokenInput input : recipe.others()) {
      putInput(input, writer);
    }
  }

  private static void putInput(TokenInput input, EntryWriter writer) {
    if (input instanceof CharacterInput characters) {
      writer.put(CHAR_ALPHABET, characters.alphabet());
      writer.put(CHAR_LENGTH, characters.width());
    } else {
      throw new IllegalArgumentException("no metadata for the input '" + input.name() + "'");
    }
  }

  private static void putTextModels(TextModels models, EntryWriter writer) {
    writer.put(TOKENIZER, models.kind());
    if (models.kind() != TextModels.Kind.WHITESPACE) {
      writer.put(TOKENIZER_MODEL, models.tokenizerModel());
      writer.put(SENTENCE_MODEL, models.sentenceModel());
    }
  }

  /** The same entries in UTF-8. */
  static Map<String, byte[]> utf8(Map<String, String> entries) {
    Map<String, byte[]> utf8 = new HashMap<>();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      utf8.put(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return utf8;
  }

  /**
   * Begins to read a file.
   *
   * @param entries values in UTF-8
   * @param source names the file in messages
   * @throws ModelFormatException if it is no model file, of a later version, or of another task
   */
  static EntryReader open(Map<String, byte[]> entries, String source, ModelTask expected)
      throws ModelFormatException {
    EntryReader reader = new EntryReader(entries, source, FORMAT);
    if (!reader.has(FORMAT)) {
      throw new ModelFormatException(
          source
              + ": an ONNX file without NameSpan metadata (no '"
              + FORMAT.name()
              + "'); expected a model written by 'namespan train' or 'namespan export'");
    }
    try {
      int version = reader.require(FORMAT);
      if (version > FORMAT_VERSION) {
        throw new ModelFormatException(
            source
                + ": model format version "
                + version
                + ", but this library reads up to "
                + FORMAT_VERSION
                + "; update the namespan library");
      }
      if (version < 1) {
        throw reader.bad(FORMAT, "version " + version, "1 to " + FORMAT_VERSION);
      }
      reader.setVersion(version);
      if (version >= ModelDigest.FORMAT_VERSION) {
        reader.require(SHA_256);
      }
      ModelTask found = reader.get(TASK, ModelTask.TAG);
      if (found != expected) {
        throw new ModelFormatException(
            source
                + ": found "
                + found.description()
                + ", expected "
                + expected.description()
                + "; load it with "
                + found.facade());
      }
      return reader;
    } catch (IllegalArgumentException e) {
      throw reader.refused(e);
    }
  }

  /** How tokens become ids. */
  static FeatureRecipe recipe(EntryReader reader) throws ModelFormatException {
    reader.require(HASH_FUNCTION);
    WordCase wordCase = reader.require(WORD_CASE);
    boolean zeroDigits = reader.require(WORD_DIGITS);
    List<TokenInput> others = others(reader);
    List<HashedFeature> features = reader.require(HASH_FEATURES);
    List<Integer> rows = reader.require(HASH_ROWS);
    if (features.size() != rows.size()) {
      throw reader.bad(HASH_ROWS, rows.size() + " numbers", features.size() + ", one per feature");
    }
    List<FeatureRecipe.Hashed> hashed = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      hashed.add(new FeatureRecipe.Hashed(features.get(i), rows.get(i)));
    }
    return new FeatureRecipe(wordCase, zeroDigits, hashed, others);
  }

  /** What is read of a token beside its word and hashed features. */
  private static List<TokenInput> others(EntryReader reader) throws ModelFormatException {
    List<TokenInput> others = new ArrayList<>();
    if (reader.has(CHAR_ALPHABET) || reader.has(CHAR_LENGTH)) {
      String alphabet = reader.require(CHAR_ALPHABET);
      int length = reader.require(CHAR_LENGTH);
      boolean readable = length >= 1 && length <= CharacterInput.MAX_WIDTH;
      reader.blame(readable ? CHAR_ALPHABET : CHAR_LENGTH);
      others.add(new CharacterInput(alphabet, length));
    }
    return others;
  }

  /** How text becomes tokens. */
  static TextModels textModels(EntryReader reader) throws ModelFormatException {
    TextModels.Kind kind = reader.require(TOKENIZER);
    if (kind == TextModels.Kind.WHITESPACE) {
      return TextModels.whitespace();
    }
    boolean tablesAlone = reader.version() > 2 && reader.version() < ModelDigest.FORMAT_VERSION;
    if (kind == TextModels.Kind.OPENNLP && tablesAlone) {
      throw reader.bad(
          TOKENIZER,
          "'" + kind.id() + "' in version " + reader.version(),
          "'" + TextModels.Kind.MAXENT.id() + "'");
    }
    byte[] tokenizer = reader.require(TOKENIZER_MODEL);
    byte[] sentence = reader.require(SENTENCE_MODEL);
    return kind == TextModels.Kind.MAXENT
        ? TextModels.maxent(tokenizer, sentence)
        : TextModels.openNlp(tokenizer, sentence);
  }

  /** What is known of the model's making, by name. */
  static Map<String, String> facts(EntryReader reader) {
    return reader.withPrefix(FACT_PREFIX);
  }

  /** The word forms. */
  static List<String> vocabulary(EntryReader reader) throws ModelFormatException {
    return reader.require(VOCABULARY);
  }

  /**
   * The calibration of scores.
   *
   * @param required whether there has to be one
   */
  static ScoreCalibration calibration(boolean required, EntryReader reader)
      throws ModelFormatException {
    if (!required && !reader.has(CALIBRATION)) {
      return ScoreCalibration.NONE;
    }
    float[] numbers = numbers(CALIBRATION, 2, reader);
    return new ScoreCalibration(numbers[0], numbers[1]);
  }

  /** As many numbers as there have to be. */
  static float[] numbers(MetadataKey<float[]> key, int count, EntryReader reader)
      throws ModelFormatException {
    float[] numbers = reader.require(key);
    if (numbers.length != count) {
      throw reader.bad(key, numbers.length + " numbers", Integer.toString(count));
    }
    return numbers;
  }
}
