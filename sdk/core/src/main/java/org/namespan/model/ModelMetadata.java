package org.namespan.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.ModelFormatException;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.Vocabulary;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.model.text.TextModels;

/**
 * What a model file says beside its graph: everything that text needs on its way to the graph and
 * back, and where the model comes from. It is kept in the {@code metadata_props} of the ONNX file,
 * one entry per {@code namespan.*} key; lists are one item per line, text as {@link EntryText} has
 * it.
 *
 * @param tagSet labels in output order, with their scheme
 * @param transitions what paths score beside their emissions; zero in a model whose emissions are
 *     all there is
 * @param minScore the score above which a span is an entity, less than 1; 0 for the spans of the
 *     best path, see {@link org.namespan.model.decode.SpanDecoder}
 * @param recipe how tokens become ids
 * @param vocabulary word forms, most frequent first
 * @param textModels how text becomes tokens
 * @param facts what is known of the model's making, by name, such as {@code training.data}; shown
 *     by {@code inspect}, never used for tagging
 */
public record ModelMetadata(
    TagSet tagSet,
    TransitionScores transitions,
    double minScore,
    FeatureRecipe recipe,
    List<String> vocabulary,
    TextModels textModels,
    Map<String, String> facts) {

  /**
   * The last format version that this code reads. Version 2 is the first with transition scores, a
   * smallest score, characters and words looked up in any case, version 3 the first with text
   * models as maxent tables. A model is written in the lowest version that holds it, so that older
   * libraries read it too.
   */
  public static final int FORMAT_VERSION = 3;

  private static final String PREFIX = "namespan.";
  private static final String FACT_PREFIX = PREFIX + "fact.";
  private static final String FORMAT = PREFIX + "format";
  private static final String SCHEME = PREFIX + "scheme";
  private static final String LABELS = PREFIX + "labels";
  private static final String STARTS = PREFIX + "transitions.start";
  private static final String ENDS = PREFIX + "transitions.end";
  private static final String STEPS = PREFIX + "transitions";
  private static final String MIN_SCORE = PREFIX + "min.score";
  private static final String WORD_CASE = PREFIX + "word.case";
  private static final String WORD_DIGITS = PREFIX + "word.digits";
  private static final String HASH_FUNCTION = PREFIX + "hash.function";
  private static final String HASH_FEATURES = PREFIX + "hash.features";
  private static final String HASH_ROWS = PREFIX + "hash.rows";
  private static final String CHAR_ALPHABET = PREFIX + "char.alphabet";
  private static final String CHAR_LENGTH = PREFIX + "char.length";
  private static final String VOCABULARY = PREFIX + "vocabulary";
  private static final String TOKENIZER = PREFIX + "tokenizer";
  private static final String TOKENIZER_MODEL = PREFIX + "tokenizer.model";
  private static final String SENTENCE_MODEL = PREFIX + "sentence.model";
  private static final String FNV_1A = "fnv1a-murmur3";

  /**
   * Copies lists and maps.
   *
   * @throws IllegalArgumentException if the transition scores are those of another number of
   *     labels, if the smallest score is none, or if a word is empty or holds a line feed: the file
   *     could not keep it
   */
  public ModelMetadata {
    if (transitions.labels() != tagSet.size()) {
      throw new IllegalArgumentException(
          "transition scores of "
              + transitions.labels()
              + " labels, expected those of "
              + tagSet.size());
    }
    if (!(minScore >= 0 && minScore < 1)) {
      throw new IllegalArgumentException(
          "smallest score " + minScore + ", expected 0 or more and less than 1");
    }
    vocabulary = Vocabulary.of(vocabulary);
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  /** The metadata of a model whose entities are those of the best path, by emissions alone. */
  public ModelMetadata(
      TagSet tagSet,
      FeatureRecipe recipe,
      List<String> vocabulary,
      TextModels textModels,
      Map<String, String> facts) {
    this(tagSet, TransitionScores.zero(tagSet.size()), 0, recipe, vocabulary, textModels, facts);
  }

  /** The same with other transition scores. */
  public ModelMetadata withTransitions(TransitionScores scores) {
    return new ModelMetadata(tagSet, scores, minScore, recipe, vocabulary, textModels, facts);
  }

  /** The same with another smallest score. */
  public ModelMetadata withMinScore(double score) {
    return new ModelMetadata(tagSet, transitions, score, recipe, vocabulary, textModels, facts);
  }

  /** The same with other facts. */
  public ModelMetadata withFacts(Map<String, String> others) {
    return new ModelMetadata(tagSet, transitions, minScore, recipe, vocabulary, textModels, others);
  }

  /**
   * The feature extraction that recipe and vocabulary describe, built anew.
   *
   * @throws IllegalArgumentException if the vocabulary holds a word twice
   */
  public TokenFeatures tokenFeatures() {
    return new TokenFeatures(recipe, vocabulary);
  }

  /** What chooses spans as this model reports them, built anew. */
  public SpanDecoder spanDecoder() {
    return new SpanDecoder(tagSet, transitions, minScore);
  }

  /** The entries as they stand in the file, sorted by key. */
  public Map<String, String> toEntries() {
    Map<String, String> entries = new TreeMap<>();
    FeatureRecipe.Characters characters = recipe.characters();
    boolean first =
        transitions.isZero()
            && minScore == 0
            && characters == null
            && recipe.wordCase() != WordCase.ANY;
    int version = Math.max(first ? 1 : 2, textModels.kind().formatVersion());
    entries.put(FORMAT, Integer.toString(version));
    entries.put(SCHEME, tagSet.scheme().name());
    entries.put(LABELS, EntryText.escape(String.join("\n", tagSet.labels())));
    if (!transitions.isZero()) {
      entries.put(STARTS, lines(transitions.starts()));
      entries.put(ENDS, lines(transitions.ends()));
      entries.put(STEPS, lines(transitions.steps()));
    }
    if (minScore > 0) {
      entries.put(MIN_SCORE, Double.toString(minScore));
    }
    entries.put(WORD_CASE, recipe.wordCase().id());
    entries.put(WORD_DIGITS, recipe.zeroDigits() ? "zero" : "keep");
    entries.put(HASH_FUNCTION, FNV_1A);
    List<String> features = new ArrayList<>();
    List<String> rows = new ArrayList<>();
    for (FeatureRecipe.Hashed hashed : recipe.hashed()) {
      features.add(hashed.feature().id());
      rows.add(Integer.toString(hashed.rows()));
    }
    entries.put(HASH_FEATURES, String.join("\n", features));
    entries.put(HASH_ROWS, String.join("\n", rows));
    if (characters != null) {
      entries.put(CHAR_ALPHABET, EntryText.escape(characters.alphabet()));
      entries.put(CHAR_LENGTH, Integer.toString(characters.length()));
    }
    entries.put(VOCABULARY, EntryText.escape(Vocabulary.of(vocabulary).lines()));
    entries.put(TOKENIZER, textModels.kind().id());
    if (textModels.kind() != TextModels.Kind.WHITESPACE) {
      Base64.Encoder base64 = Base64.getEncoder();
      entries.put(TOKENIZER_MODEL, base64.encodeToString(textModels.tokenizerModel()));
      entries.put(SENTENCE_MODEL, base64.encodeToString(textModels.sentenceModel()));
    }
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      entries.put(FACT_PREFIX + EntryText.escape(fact.getKey()), EntryText.escape(fact.getValue()));
    }
    return entries;
  }

  private static String lines(float[] numbers) {
    StringBuilder lines = new StringBuilder();
    for (float number : numbers) {
      lines.append(lines.length() == 0 ? "" : "\n").append(number);
    }
    return lines.toString();
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
   * Reads the entries of a file.
   *
   * @param entries values in UTF-8
   * @param source names the file in messages
   * @throws ModelFormatException if they are missing, of a later version, or do not fit together
   */
  static ModelMetadata fromBytes(Map<String, byte[]> entries, String source)
      throws ModelFormatException {
    return new Reader(entries, source).read();
  }

  private static final class Reader {
    private final Map<String, byte[]> entries;
    private final String source;

    /** The entry that is being read, for what refuses it. */
    private String entry = FORMAT;

    Reader(Map<String, byte[]> entries, String source) {
      this.entries = entries;
      this.source = source;
    }

    ModelMetadata read() throws ModelFormatException {
      try {
        return readEntries();
      } catch (IllegalArgumentException e) {
        throw new ModelFormatException(
            source + ": metadata entry '" + entry + "': " + e.getMessage(), e);
      }
    }

    private ModelMetadata readEntries() throws ModelFormatException {
      if (!entries.containsKey(FORMAT)) {
        throw new ModelFormatException(
            source
                + ": an ONNX file without NameSpan metadata (no '"
                + FORMAT
                + "'); expected a model written by 'namespan train' or 'namespan export'");
      }
      int version = number(FORMAT, required(FORMAT));
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
        throw bad(FORMAT, "version " + version, "1 to " + FORMAT_VERSION);
      }
      TagSet tagSet = tagSet();
      TransitionScores transitions = transitions(version, tagSet.size());
      double minScore = minScore(version);
      FeatureRecipe recipe = recipe(version).withCharacters(characters(version));
      List<String> vocabulary = Vocabulary.ofLines(text(VOCABULARY));
      TextModels textModels = textModels(version);
      Map<String, String> facts = facts();
      return new ModelMetadata(
          tagSet, transitions, minScore, recipe, vocabulary, textModels, facts);
    }

    private TagSet tagSet() throws ModelFormatException {
      TagScheme scheme = scheme(required(SCHEME));
      List<Tag> tags = new ArrayList<>();
      for (String label : lines(LABELS)) {
        tags.add(Tag.parse(label, scheme));
      }
      return new TagSet(scheme, tags);
    }

    /** Not by {@code Enum.valueOf}, whose reflection finds nothing in an app that R8 has shrunk. */
    private TagScheme scheme(String name) throws ModelFormatException {
      TagScheme[] schemes = TagScheme.values();
      for (TagScheme scheme : schemes) {
        if (scheme.name().equals(name)) {
          return scheme;
        }
      }
      throw bad(SCHEME, "'" + name + "'", "one of " + Arrays.toString(schemes));
    }

    private TransitionScores transitions(int version, int labels) throws ModelFormatException {
      if (version == 1) {
        if (entries.containsKey(STEPS)) {
          throw bad(FORMAT, "version 1 with transition scores", "version 2");
        }
        return TransitionScores.zero(labels);
      }
      boolean none =
          !entries.containsKey(STARTS) && !entries.containsKey(ENDS) && !entries.containsKey(STEPS);
      boolean otherReason =
          version > 2
              || hasCharacters()
              || entries.containsKey(MIN_SCORE)
              || required(WORD_CASE).equals(WordCase.ANY.id());
      if (none && otherReason) {
        return TransitionScores.zero(labels);
      }
      float[] starts = scores(STARTS, labels);
      float[] ends = scores(ENDS, labels);
      return new TransitionScores(starts, ends, scores(STEPS, labels * labels));
    }

    private double minScore(int version) throws ModelFormatException {
      if (!entries.containsKey(MIN_SCORE)) {
        return 0;
      }
      String value = required(MIN_SCORE);
      if (version == 1) {
        throw bad(FORMAT, "version 1 with a smallest score", "version 2");
      }
      double score = score(MIN_SCORE, value);
      if (score <= 0 || score >= 1) {
        throw bad(MIN_SCORE, value, "more than 0 and less than 1");
      }
      return score;
    }

    private float[] scores(String key, int count) throws ModelFormatException {
      List<String> lines = lines(key);
      if (lines.size() != count) {
        throw bad(key, lines.size() + " numbers", Integer.toString(count));
      }
      float[] scores = new float[count];
      for (int i = 0; i < count; i++) {
        scores[i] = (float) score(key, lines.get(i));
      }
      return scores;
    }

    private double score(String key, String value) throws ModelFormatException {
      try {
        double score = Double.parseDouble(value);
        if (Math.abs((float) score) <= Float.MAX_VALUE) {
          return score;
        }
      } catch (NumberFormatException e) {
        // Refused with those that are no finite number.
      }
      throw bad(key, "'" + value + "'", "a finite number");
    }

    private FeatureRecipe recipe(int version) throws ModelFormatException {
      if (!required(HASH_FUNCTION).equals(FNV_1A)) {
        throw bad(HASH_FUNCTION, "'" + required(HASH_FUNCTION) + "'", "'" + FNV_1A + "'");
      }
      List<String> features = lines(HASH_FEATURES);
      List<String> rows = lines(HASH_ROWS);
      if (features.size() != rows.size()) {
        throw bad(HASH_ROWS, rows.size() + " numbers", features.size() + ", one per feature");
      }
      List<FeatureRecipe.Hashed> hashed = new ArrayList<>();
      for (int i = 0; i < features.size(); i++) {
        entry = HASH_FEATURES;
        HashedFeature feature = HashedFeature.of(features.get(i));
        entry = HASH_ROWS;
        hashed.add(new FeatureRecipe.Hashed(feature, number(HASH_ROWS, rows.get(i))));
      }
      WordCase wordCase = wordCase();
      if (version == 1 && wordCase == WordCase.ANY) {
        throw bad(FORMAT, "version 1 with words in any case", "version 2");
      }
      boolean zeroDigits = either(WORD_DIGITS, "zero", "keep");
      entry = HASH_ROWS;
      return new FeatureRecipe(wordCase, zeroDigits, hashed);
    }

    private boolean hasCharacters() {
      return entries.containsKey(CHAR_ALPHABET) || entries.containsKey(CHAR_LENGTH);
    }

    private FeatureRecipe.Characters characters(int version) throws ModelFormatException {
      if (!hasCharacters()) {
        return null;
      }
      if (version == 1) {
        throw bad(FORMAT, "version 1 with characters", "version 2");
      }
      String alphabet = new String(text(CHAR_ALPHABET));
      int length = number(CHAR_LENGTH, required(CHAR_LENGTH));
      entry = length < 1 ? CHAR_LENGTH : CHAR_ALPHABET;
      return new FeatureRecipe.Characters(alphabet, length);
    }

    private WordCase wordCase() throws ModelFormatException {
      String id = required(WORD_CASE);
      for (WordCase wordCase : WordCase.values()) {
        if (wordCase.id().equals(id)) {
          return wordCase;
        }
      }
      throw bad(WORD_CASE, "'" + id + "'", "one of " + Arrays.toString(WordCase.values()));
    }

    private TextModels textModels(int version) throws ModelFormatException {
      TextModels.Kind kind = textModelsKind(required(TOKENIZER));
      if (version < kind.formatVersion()) {
        throw bad(
            FORMAT,
            "version " + version + " with tokenizer '" + kind.id() + "'",
            "version " + kind.formatVersion());
      }
      if (version > 2 && kind == TextModels.Kind.OPENNLP) {
        throw bad(
            TOKENIZER,
            "'" + kind.id() + "' in version " + version,
            "'" + TextModels.Kind.MAXENT.id() + "'");
      }
      if (kind == TextModels.Kind.WHITESPACE) {
        return TextModels.whitespace();
      }
      byte[] tokenizer = base64(TOKENIZER_MODEL);
      byte[] sentence = base64(SENTENCE_MODEL);
      return kind == TextModels.Kind.MAXENT
          ? TextModels.maxent(tokenizer, sentence)
          : TextModels.openNlp(tokenizer, sentence);
    }

    private TextModels.Kind textModelsKind(String id) throws ModelFormatException {
      List<String> ids = new ArrayList<>();
      for (TextModels.Kind kind : TextModels.Kind.values()) {
        if (kind.id().equals(id)) {
          return kind;
        }
        ids.add("'" + kind.id() + "'");
      }
      throw bad(TOKENIZER, "'" + id + "'", "one of " + ids);
    }

    private byte[] base64(String key) throws ModelFormatException {
      byte[] value = bytes(key);
      entry = key;
      return Base64.getDecoder().decode(value);
    }

    private Map<String, String> facts() throws ModelFormatException {
      Map<String, String> facts = new TreeMap<>();
      for (String key : entries.keySet()) {
        if (key.startsWith(FACT_PREFIX)) {
          String value = new String(text(key));
          String name = key.substring(FACT_PREFIX.length());
          facts.put(new String(EntryText.unescape(name.getBytes(StandardCharsets.UTF_8))), value);
        }
      }
      return facts;
    }

    private byte[] bytes(String key) throws ModelFormatException {
      byte[] value = entries.get(key);
      if (value == null) {
        throw bad(key, "nothing", "an entry");
      }
      return value;
    }

    private String required(String key) throws ModelFormatException {
      return new String(bytes(key), StandardCharsets.UTF_8);
    }

    private char[] text(String key) throws ModelFormatException {
      byte[] value = bytes(key);
      entry = key;
      return EntryText.unescape(value);
    }

    private List<String> lines(String key) throws ModelFormatException {
      String value = new String(text(key));
      return value.isEmpty() ? Collections.emptyList() : Arrays.asList(value.split("\n", -1));
    }

    private boolean either(String key, String yes, String no) throws ModelFormatException {
      String value = required(key);
      if (!value.equals(yes) && !value.equals(no)) {
        throw bad(key, "'" + value + "'", "'" + yes + "' or '" + no + "'");
      }
      return value.equals(yes);
    }

    private int number(String key, String value) throws ModelFormatException {
      try {
        return Integer.parseInt(value);
      } catch (NumberFormatException e) {
        throw bad(key, "'" + value + "'", "a whole number");
      }
    }

    private ModelFormatException bad(String key, String found, String expected) {
      return new ModelFormatException(
          source + ": metadata entry '" + key + "': found " + found + ", expected " + expected);
    }
  }
}
