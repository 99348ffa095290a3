package org.namespan.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.namespan.ModelFormatException;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.TokenInput;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;

/**
 * Writes {@link ModelMetadata} as the {@code metadata_props} of an ONNX file, and reads it: one
 * entry per key of a table. A model is written in the lowest format version that can hold it, so
 * that older libraries read it too; what the version of a file cannot hold is refused.
 *
 * <p>To add an entry, add a key with the next format version to the table, and a line to {@link
 * #toEntries} and to {@code readEntries}.
 */
public final class MetadataCodec {

  /** The last format version that this code reads. */
  public static final int FORMAT_VERSION = 4;

  // The table. Keys of version 1 are in every file, but for those of one tokenizer.

  private static final MetadataKey<Integer> FORMAT = MetadataKey.of("format", EntryType.NUMBER);

  private static final MetadataKey<TagScheme> SCHEME =
      MetadataKey.of("scheme", schemes(new EntryType.Choice<>()));

  private static final MetadataKey<List<String>> LABELS = MetadataKey.of("labels", EntryType.LINES);

  /** This and the next two: absent where all are 0. */
  private static final MetadataKey<float[]> TRANSITIONS_START =
      MetadataKey.since(2, "transition scores", "transitions.start", EntryType.FLOATS);

  private static final MetadataKey<float[]> TRANSITIONS_END =
      MetadataKey.since(2, "transition scores", "transitions.end", EntryType.FLOATS);

  /** Row after row. */
  private static final MetadataKey<float[]> TRANSITIONS =
      MetadataKey.since(2, "transition scores", "transitions", EntryType.FLOATS);

  /** Absent where it is 0. */
  private static final MetadataKey<Double> MIN_SCORE =
      MetadataKey.since(2, "a smallest score", "min.score", EntryType.PROBABILITY);

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

  private MetadataCodec() {}

  private static EntryType<TagScheme> schemes(EntryType.Choice<TagScheme> choice) {
    for (TagScheme scheme : TagScheme.values()) {
      choice.or(scheme, scheme.name());
    }
    return choice;
  }

  private static EntryType<TextModels.Kind> kinds(EntryType.Choice<TextModels.Kind> choice) {
    for (TextModels.Kind kind : TextModels.Kind.values()) {
      choice.or(kind, kind.id(), kind.formatVersion(), "tokenizer '" + kind.id() + "'");
    }
    return choice;
  }

  /** The entries of a model as they stand in the file, sorted by key. */
  public static Map<String, String> toEntries(ModelMetadata metadata) {
    EntryWriter writer = new EntryWriter();
    writer.put(SCHEME, metadata.tagSet().scheme());
    writer.put(LABELS, metadata.tagSet().labels());
    TransitionScores transitions = metadata.transitions();
    if (!transitions.isZero()) {
      writer.put(TRANSITIONS_START, transitions.starts());
      writer.put(TRANSITIONS_END, transitions.ends());
      writer.put(TRANSITIONS, transitions.steps());
    }
    if (metadata.minScore() > 0) {
      writer.put(MIN_SCORE, metadata.minScore());
    }
    ScoreCalibration calibration = metadata.calibration();
    if (!calibration.equals(ScoreCalibration.NONE)) {
      writer.put(CALIBRATION, new float[] {calibration.slope(), calibration.offset()});
    }
    putRecipe(metadata.recipe(), writer);
    writer.put(VOCABULARY, metadata.vocabulary());
    putTextModels(metadata.textModels(), writer);
    writer.putAll(FACT_PREFIX, metadata.facts());
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

  /**
   * Reads entries as {@link #toEntries} gives them.
   *
   * @param source names the file in messages
   * @throws ModelFormatException if they are missing, of a later version, or do not fit together
   */
  public static ModelMetadata fromEntries(Map<String, String> entries, String source)
      throws ModelFormatException {
    Map<String, byte[]> utf8 = new HashMap<>();
    for (Map.Entry<String, String> entry : entries.entrySet()) {
      utf8.put(entry.getKey(), entry.getValue().getBytes(StandardCharsets.UTF_8));
    }
    return fromBytes(utf8, source);
  }

  /**
   * Reads the entries of a file as they stand there.
   *
   * @param entries values in UTF-8
   * @param source names the file in messages
   * @throws ModelFormatException if they are missing, of a later version, or do not fit together
   */
  public static ModelMetadata fromBytes(Map<String, byte[]> entries, String source)
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
      return readEntries(version, reader);
    } catch (IllegalArgumentException e) {
      throw reader.refused(e);
    }
  }

  private static ModelMetadata readEntries(int version, EntryReader reader)
      throws ModelFormatException {
    TagSet tagSet = tagSet(reader);
    double minScore = reader.get(MIN_SCORE, 0.0);
    FeatureRecipe recipe = recipe(reader);
    List<String> vocabulary = reader.require(VOCABULARY);
    TextModels textModels = textModels(version, reader);
    // A later version has a reason: where nothing else is one, it is missing.
    ScoreCalibration calibration = calibration(version > 3 && reader.needed() < 4, reader);
    boolean required = version > 1 && reader.needed() == 1;
    TransitionScores transitions = transitions(tagSet.size(), required, reader);
    Map<String, String> facts = reader.withPrefix(FACT_PREFIX);
    return new ModelMetadata(
        tagSet, transitions, minScore, calibration, recipe, vocabulary, textModels, facts);
  }

  private static TagSet tagSet(EntryReader reader) throws ModelFormatException {
    TagScheme scheme = reader.require(SCHEME);
    List<Tag> tags = new ArrayList<>();
    for (String label : reader.require(LABELS)) {
      tags.add(Tag.parse(label, scheme));
    }
    return new TagSet(scheme, tags);
  }

  private static TransitionScores transitions(int labels, boolean required, EntryReader reader)
      throws ModelFormatException {
    if (!required
        && !reader.has(TRANSITIONS_START)
        && !reader.has(TRANSITIONS_END)
        && !reader.has(TRANSITIONS)) {
      return TransitionScores.zero(labels);
    }
    float[] starts = scores(TRANSITIONS_START, labels, reader);
    float[] ends = scores(TRANSITIONS_END, labels, reader);
    return new TransitionScores(starts, ends, scores(TRANSITIONS, labels * labels, reader));
  }

  private static ScoreCalibration calibration(boolean required, EntryReader reader)
      throws ModelFormatException {
    if (!required && !reader.has(CALIBRATION)) {
      return ScoreCalibration.NONE;
    }
    float[] numbers = scores(CALIBRATION, 2, reader);
    return new ScoreCalibration(numbers[0], numbers[1]);
  }

  private static float[] scores(MetadataKey<float[]> key, int count, EntryReader reader)
      throws ModelFormatException {
    float[] scores = reader.require(key);
    if (scores.length != count) {
      throw reader.bad(key, scores.length + " numbers", Integer.toString(count));
    }
    return scores;
  }

  private static FeatureRecipe recipe(EntryReader reader) throws ModelFormatException {
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
      reader.blame(length < 1 ? CHAR_LENGTH : CHAR_ALPHABET);
      others.add(new CharacterInput(alphabet, length));
    }
    return others;
  }

  private static TextModels textModels(int version, EntryReader reader)
      throws ModelFormatException {
    TextModels.Kind kind = reader.require(TOKENIZER);
    if (kind == TextModels.Kind.WHITESPACE) {
      return TextModels.whitespace();
    }
    if (kind == TextModels.Kind.OPENNLP && version > 2) {
      throw reader.bad(
          TOKENIZER,
          "'" + kind.id() + "' in version " + version,
          "'" + TextModels.Kind.MAXENT.id() + "'");
    }
    byte[] tokenizer = reader.require(TOKENIZER_MODEL);
    byte[] sentence = reader.require(SENTENCE_MODEL);
    return kind == TextModels.Kind.MAXENT
        ? TextModels.maxent(tokenizer, sentence)
        : TextModels.openNlp(tokenizer, sentence);
  }
}
