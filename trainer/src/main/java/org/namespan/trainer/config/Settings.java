package org.namespan.trainer.config;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.encoder.Cell;

/**
 * The table of all settings of a {@link TrainingConfig}. The options of {@code namespan train} are
 * made from it, in its order, and so is the message that tells where two configurations differ. A
 * new setting is a component of its group and of the builder there, and a row here, which sets it.
 */
public final class Settings {

  /** What is for tagging alone, by the names of the rows. */
  private static final Set<String> OF_TAGGERS = Set.of("minScore", "head", "scheme", "dropTypes");

  @SuppressWarnings("unchecked")
  private static final Class<Map<String, Integer>> ROWS_BY_FEATURE =
      (Class<Map<String, Integer>>) (Class<?>) Map.class;

  private static final List<Setting> LEARNING =
      List.of(
          row("epochs", config -> config.optimization().epochs())
              .option("--epochs", "N", Integer.class, TrainingConfigBuilder::optEpochs)
              .help("Passes over the data at most."),
          row("patience", config -> config.optimization().patience())
              .option("--patience", "N", Integer.class, TrainingConfigBuilder::optPatience)
              .help("Stop after so many epochs without a better dev F1."),
          row("batchSize", config -> config.optimization().batchSize())
              .option("--batch-size", "N", Integer.class, TrainingConfigBuilder::optBatchSize)
              .help("Sentences per step."),
          row("learningRate", config -> config.optimization().learningRate())
              .option(
                  "--learning-rate",
                  "RATE",
                  Double.class,
                  (preset, rate) -> preset.optLearningRate(rate).optTableLearningRate(rate))
              .help(
                  "Adam's rate at the start, for all weights and tables.",
                  presets ->
                      defaults(presets, ", ", config -> config.optimization().learningRate())
                          + "; tables "
                          + defaults(
                              presets, ", ", config -> config.optimization().tableLearningRate())),
          row("dropout", config -> config.optimization().dropout())
              .option("--dropout", "SHARE", Double.class, TrainingConfigBuilder::optDropout)
              .help("Share of the recurrent layers' inputs and outputs set to 0."),
          row("schedule", config -> config.optimization().schedule())
              .option("--schedule", "KIND", Schedule.class, TrainingConfigBuilder::optSchedule)
              .help("How rates change over the run: ${COMPLETION-CANDIDATES}."),
          row("encoderLearningRate", config -> config.optimization().encoderLearningRate())
              .option(
                  "--encoder-rate",
                  "RATE",
                  Double.class,
                  TrainingConfigBuilder::optEncoderLearningRate)
              .help(
                  "Adam's rate at the start for the weights of an --encoder, or of the recurrent"
                      + " layers of a model --from."),
          row("warmUp", config -> config.optimization().warmUp())
              .option("--warm-up", "SHARE", Double.class, TrainingConfigBuilder::optWarmUp)
              .help("Share of all steps in which rates rise to what the schedule says."),
          row("averaging", config -> config.optimization().averaging())
              .option("--averaging", "DECAY", Double.class, TrainingConfigBuilder::optAveraging)
              .help(
                  "Decay of a moving average of the weights, which is scored and kept in their"
                      + " place; 0 for none."),
          row("variational", config -> config.optimization().variational())
              .option("--variational-dropout", TrainingConfigBuilder::optVariational)
              .help("Whether dropout leaves out the same inputs at every token of a sentence."),
          row("wordDropout", config -> config.augmentation().wordDropout())
              .option(
                  "--word-dropout", "SHARE", Double.class, TrainingConfigBuilder::optWordDropout)
              .help("Share of words read as unknown."),
          row("lowerShare", config -> config.augmentation().lowerShare())
              .option("--lower-case", "SHARE", Double.class, TrainingConfigBuilder::optLowerShare)
              .help("Share of sentences read in lower case."),
          row("upperShare", config -> config.augmentation().upperShare())
              .option("--upper-case", "SHARE", Double.class, TrainingConfigBuilder::optUpperShare)
              .help("Share of sentences read in upper case."),
          row("titleShare", config -> config.augmentation().titleShare())
              .option("--title-case", "SHARE", Double.class, TrainingConfigBuilder::optTitleShare)
              .help("Share of sentences read with every word capitalised."),
          row("labelSmoothing", config -> config.optimization().labelSmoothing())
              .option(
                  "--label-smoothing",
                  "SHARE",
                  Double.class,
                  TrainingConfigBuilder::optLabelSmoothing)
              .help("Share of a gold label's weight that is spread over all labels."),
          row("freezeVectors", config -> config.optimization().freezeVectors())
              .option("--freeze-vectors", TrainingConfigBuilder::optFreezeVectors)
              .help("Whether embeddings that start as given --vectors stay as they are."),
          row("minScore", TrainingConfig::minScore)
              .option("--min-score", "SCORE", Double.class, TrainingConfigBuilder::optMinScore)
              .help(
                  "Score above which the model will report an entity, from 0 to below 1; 0 for"
                      + " the entities of the best path.",
                  presets ->
                      "half the dev F1 where that scores better on dev than 0, and 0 without --dev;"
                          + " 'namespan export' sets it anew"),
          row("seed", TrainingConfig::seed)
              .option("--seed", "N", Long.class, TrainingConfigBuilder::optSeed)
              .help("Seed of everything random."));

  private static final List<Setting> ARCHITECTURE =
      List.of(
          row("cell", config -> config.architecture().cell())
              .option("--cell", "CELL", Cell.class, TrainingConfigBuilder::optCell)
              .help("Recurrent cell: ${COMPLETION-CANDIDATES}."),
          row("bidirectional", config -> config.architecture().bidirectional())
              .option("--bidirectional", TrainingConfigBuilder::optBidirectional)
              .help("Whether layers also read backwards."),
          row("layers", config -> config.architecture().layers())
              .option("--layers", "N", Integer.class, TrainingConfigBuilder::optLayers)
              .help("Recurrent layers."),
          row("hidden", config -> config.architecture().hidden())
              .option("--hidden", "N", Integer.class, TrainingConfigBuilder::optHidden)
              .help("State size per direction."),
          row("skip", config -> config.architecture().skip())
              .option("--skip", TrainingConfigBuilder::optSkip)
              .help("Whether layers above the first add their input to their output."),
          row("wordDim", config -> config.features().wordDim())
              .option("--word-dim", "N", Integer.class, TrainingConfigBuilder::optWordDim)
              .help("Width of word embeddings."),
          row("wordCase", config -> config.features().recipe().wordCase())
              .option("--word-case", "CASE", WordCase.class, TrainingConfigBuilder::optWordCase)
              .help(
                  "How words are looked up in the vocabulary: keep, as they stand; lower, in"
                      + " lower case; any, as they stand and else in whatever case it holds them."),
          row("hashed", config -> hashed(config.features().recipe()))
              .option(
                  "--hashed",
                  "FEATURE=ROWS",
                  ROWS_BY_FEATURE,
                  (preset, rows) -> preset.optHashed(hashed(rows)))
              .help(
                  "Hashed features and the table rows of each, shape=1024,lower=8192 for example;"
                      + " features: "
                      + hashedFeatures()
                      + ".",
                  presets -> defaults(presets, "; ", config -> hashed(config.features().recipe()))),
          row("hashDim", config -> config.features().hashDim())
              .option("--hash-dim", "N", Integer.class, TrainingConfigBuilder::optHashDim)
              .help("Width of the embedding of each hashed feature."),
          row("combiner", config -> config.features().combiner())
              .option("--combiner", "KIND", Combiner.class, TrainingConfigBuilder::optCombiner)
              .help(
                  "How the embeddings of a token become one: concat, one after the other; sum,"
                      + " added up, all as wide as those of words."),
          row("charDim", config -> config.features().charDim())
              .option("--char-dim", "N", Integer.class, TrainingConfigBuilder::optCharDim)
              .help("Width of character embeddings; needed with --char-filters."),
          row("charFilters", config -> config.features().charFilters())
              .option("--char-filters", "N", Integer.class, TrainingConfigBuilder::optCharFilters)
              .help("Filters of a convolution over the characters of a token; 0 for none."),
          row("head", config -> config.architecture().head())
              .option("--head", "HEAD", Head.class, TrainingConfigBuilder::optHead)
              .help("What turns scores into tags: ${COMPLETION-CANDIDATES}."),
          row("scheme", config -> config.architecture().scheme())
              .option("--labels-as", "SCHEME", TagScheme.class, TrainingConfigBuilder::optScheme)
              .help("Scheme of the model's labels: ${COMPLETION-CANDIDATES}."));

  private static final List<Setting> LABELS_AND_WORDS =
      List.of(
          row("dropTypes", TrainingConfig::dropTypes)
              .option("--drop-types", TrainingConfigBuilder::optDropTypes)
              .help(
                  "Whether types of the model given by --from are dropped where --data lacks them;"
                      + " else they are kept.",
                  presets -> "no"),
          row("vocabularySize", config -> config.features().vocabularySize())
              .option("--vocabulary", "N", Integer.class, TrainingConfigBuilder::optVocabularySize)
              .help(
                  "Words at most once frequent words of --vectors are added to those of the"
                      + " corpus."),
          row("minCount", config -> config.features().minCount())
              .option("--min-count", "N", Integer.class, TrainingConfigBuilder::optMinCount)
              .help("Occurrences that a word needs for an embedding of its own."));

  private static final List<Setting> WITHOUT_OPTION =
      List.of(
          row("preset", TrainingConfig::preset).withoutOption(),
          row("zeroDigits", config -> config.features().recipe().zeroDigits()).withoutOption(),
          row("unknownProbability", config -> config.augmentation().unknownProbability())
              .withoutOption(),
          row("tableLearningRate", config -> config.optimization().tableLearningRate())
              .withoutOption(),
          row("clipNorm", config -> config.optimization().clipNorm()).withoutOption());

  private Settings() {}

  /** The settings of how the network is trained. */
  public static List<Setting> learning() {
    return LEARNING;
  }

  /** The settings of what is trained. */
  public static List<Setting> network() {
    return Stream.of(ARCHITECTURE, LABELS_AND_WORDS).flatMap(List::stream).toList();
  }

  /** Those of {@link #network} that a network keeps for ever, whatever it learns. */
  public static List<Setting> architecture() {
    return ARCHITECTURE;
  }

  /** All settings, those without an option first. */
  public static List<Setting> all() {
    return Stream.of(WITHOUT_OPTION, LEARNING, network()).flatMap(List::stream).toList();
  }

  /** Those of some settings that a classifier has as well. */
  public static List<Setting> ofClassifiers(List<Setting> settings) {
    return settings.stream().filter(setting -> !OF_TAGGERS.contains(setting.name())).toList();
  }

  /** Tells where {@code other} differs: {@code "epochs 8, not 3; seed 1, not 2"}. */
  static String difference(TrainingConfig config, TrainingConfig other) {
    List<String> differences = new ArrayList<>();
    for (Setting setting : all()) {
      Object own = setting.value().apply(config);
      Object others = setting.value().apply(other);
      if (!Objects.equals(own, others)) {
        differences.add(setting.name() + " " + told(own) + ", not " + told(others));
      }
    }
    return String.join("; ", differences);
  }

  private static String told(@Nullable Object value) {
    return value == null ? "none" : value.toString();
  }

  /** {@code lower=8192,shape=1024}, in the order of the recipe; {@code none} for none. */
  private static String hashed(FeatureRecipe recipe) {
    String features =
        recipe.hashed().stream()
            .map(hashed -> hashed.feature().id() + "=" + hashed.rows())
            .collect(Collectors.joining(","));
    return features.isEmpty() ? "none" : features;
  }

  private static String hashedFeatures() {
    return Arrays.stream(HashedFeature.values())
        .map(HashedFeature::id)
        .collect(Collectors.joining(", "));
  }

  private static List<Hashed> hashed(Map<String, Integer> rows) {
    return rows.entrySet().stream()
        .map(row -> new Hashed(HashedFeature.of(row.getKey()), row.getValue()))
        .toList();
  }

  /** The value of each preset as the help page tells it: {@code yes, no}. */
  private static String defaults(
      List<TrainingConfig> presets, String separator, Function<TrainingConfig, Object> value) {
    return presets.stream()
        .map(preset -> shown(value.apply(preset)))
        .collect(Collectors.joining(separator));
  }

  private static String shown(Object value) {
    if (value instanceof Boolean flag) {
      return flag ? "yes" : "no";
    }
    // Upper-case names such as BIO are typed in lower case, and 0.0 reads well as 0.
    return value.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.0$", "");
  }

  private static Row row(String name, Function<TrainingConfig, Object> value) {
    return new Row(name, value);
  }

  /** The start of a row. */
  private record Row(String name, Function<TrainingConfig, Object> value) {

    Setting withoutOption() {
      return new Setting(name, value, Optional.empty());
    }

    /** An option that is given or negated. */
    OptionRow<Boolean> option(String option, BiConsumer<TrainingConfigBuilder, Boolean> setter) {
      return option(option, "", Boolean.class, setter);
    }

    <T> OptionRow<T> option(
        String option, String label, Class<T> type, BiConsumer<TrainingConfigBuilder, T> setter) {
      return new OptionRow<>(this, option, label, type, setter);
    }
  }

  /** A row that lacks nothing but the text of the help page. */
  private record OptionRow<T>(
      Row row,
      String option,
      String label,
      Class<T> type,
      BiConsumer<TrainingConfigBuilder, T> setter) {

    /** A description, followed by the default of each preset. */
    Setting help(String description) {
      return help(description, presets -> defaults(presets, ", ", row.value()));
    }

    Setting help(String description, Function<List<TrainingConfig>, String> defaults) {
      return new Setting(
          row.name(),
          row.value(),
          Optional.of(new Setting.Option<>(option, label, type, setter, description, defaults)));
    }
  }
}
