package org.namespan.trainer.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.encoder.Cell;

/**
 * Changes a preset; what a setting means stands at the record that has it. Its values are held by
 * the builder of each group.
 */
public final class TrainingConfigBuilder {

  /** Training sentences below which {@link #optCorpusSize} changes the recipe. */
  public static final int SMALL_CORPUS = 2000;

  final Features.Builder features = new Features.Builder();
  final Architecture.Builder architecture = new Architecture.Builder();
  final Augmentation.Builder augmentation = new Augmentation.Builder();
  final Optimization.Builder optimization = new Optimization.Builder();

  private final String preset;
  private @Nullable Double minScore = null;
  private long seed = 1;
  private boolean dropTypes;

  TrainingConfigBuilder(String preset) {
    this.preset = preset;
  }

  /** Sets {@link Architecture#scheme}. */
  public TrainingConfigBuilder optScheme(TagScheme scheme) {
    architecture.scheme = scheme;
    return this;
  }

  /** Sets {@link Features#recipe}. */
  public TrainingConfigBuilder optRecipe(FeatureRecipe recipe) {
    features.recipe = recipe;
    return this;
  }

  /** Sets {@link FeatureRecipe#wordCase}. */
  public TrainingConfigBuilder optWordCase(WordCase wordCase) {
    FeatureRecipe recipe = features.recipe;
    features.recipe = new FeatureRecipe(wordCase, recipe.zeroDigits(), recipe.hashed());
    return this;
  }

  /** Sets {@link FeatureRecipe#hashed}. */
  public TrainingConfigBuilder optHashed(List<Hashed> hashed) {
    FeatureRecipe recipe = features.recipe;
    features.recipe = new FeatureRecipe(recipe.wordCase(), recipe.zeroDigits(), hashed);
    return this;
  }

  /** Sets {@link Features#minCount}. */
  public TrainingConfigBuilder optMinCount(int minCount) {
    features.minCount = minCount;
    return this;
  }

  /** Sets {@link Features#vocabularySize}. */
  public TrainingConfigBuilder optVocabularySize(int vocabularySize) {
    features.vocabularySize = vocabularySize;
    return this;
  }

  /** Sets {@link Optimization#freezeVectors}. */
  public TrainingConfigBuilder optFreezeVectors(boolean freezeVectors) {
    optimization.freezeVectors = freezeVectors;
    return this;
  }

  /** Sets {@link Features#wordDim}. */
  public TrainingConfigBuilder optWordDim(int wordDim) {
    features.wordDim = wordDim;
    return this;
  }

  /** Sets {@link Features#hashDim}. */
  public TrainingConfigBuilder optHashDim(int hashDim) {
    features.hashDim = hashDim;
    return this;
  }

  /** Sets {@link Features#combiner}; to add up, {@link #optHashDim} need not be given. */
  public TrainingConfigBuilder optCombiner(Combiner combiner) {
    features.combiner = combiner;
    return this;
  }

  /** Sets {@link Features#charDim}. */
  public TrainingConfigBuilder optCharDim(int charDim) {
    features.charDim = charDim;
    return this;
  }

  /** Sets {@link Features#charFilters}. */
  public TrainingConfigBuilder optCharFilters(int charFilters) {
    features.charFilters = charFilters;
    return this;
  }

  /** Sets {@link Architecture#cell}. */
  public TrainingConfigBuilder optCell(Cell cell) {
    architecture.cell = cell;
    return this;
  }

  /** Sets {@link Architecture#bidirectional}. */
  public TrainingConfigBuilder optBidirectional(boolean bidirectional) {
    architecture.bidirectional = bidirectional;
    return this;
  }

  /** Sets {@link Architecture#layers}. */
  public TrainingConfigBuilder optLayers(int layers) {
    architecture.layers = layers;
    return this;
  }

  /** Sets {@link Architecture#hidden}. */
  public TrainingConfigBuilder optHidden(int hidden) {
    architecture.hidden = hidden;
    return this;
  }

  /** Sets {@link Architecture#skip}. */
  public TrainingConfigBuilder optSkip(boolean skip) {
    architecture.skip = skip;
    return this;
  }

  /** Sets {@link Architecture#head}. */
  public TrainingConfigBuilder optHead(Head head) {
    architecture.head = head;
    return this;
  }

  /** Sets {@link Optimization#dropout}. */
  public TrainingConfigBuilder optDropout(double dropout) {
    optimization.dropout = dropout;
    return this;
  }

  /** Sets {@link Augmentation#unknownProbability}. */
  public TrainingConfigBuilder optUnknownProbability(double unknownProbability) {
    augmentation.unknownProbability = unknownProbability;
    return this;
  }

  /** Sets {@link Optimization#variational}. */
  public TrainingConfigBuilder optVariational(boolean variational) {
    optimization.variational = variational;
    return this;
  }

  /** Sets {@link Augmentation#wordDropout}. */
  public TrainingConfigBuilder optWordDropout(double wordDropout) {
    augmentation.wordDropout = wordDropout;
    return this;
  }

  /** Sets {@link Augmentation#lowerShare}. */
  public TrainingConfigBuilder optLowerShare(double lowerShare) {
    augmentation.lowerShare = lowerShare;
    return this;
  }

  /** Sets {@link Augmentation#upperShare}. */
  public TrainingConfigBuilder optUpperShare(double upperShare) {
    augmentation.upperShare = upperShare;
    return this;
  }

  /** Sets {@link Augmentation#titleShare}. */
  public TrainingConfigBuilder optTitleShare(double titleShare) {
    augmentation.titleShare = titleShare;
    return this;
  }

  /** Sets {@link Optimization#labelSmoothing}. */
  public TrainingConfigBuilder optLabelSmoothing(double labelSmoothing) {
    optimization.labelSmoothing = labelSmoothing;
    return this;
  }

  /** Sets {@link Optimization#batchSize}. */
  public TrainingConfigBuilder optBatchSize(int batchSize) {
    optimization.batchSize = batchSize;
    return this;
  }

  /** Sets {@link Optimization#epochs}. */
  public TrainingConfigBuilder optEpochs(int epochs) {
    optimization.epochs = epochs;
    return this;
  }

  /** Sets {@link Optimization#patience}. */
  public TrainingConfigBuilder optPatience(int patience) {
    optimization.patience = patience;
    return this;
  }

  /** Sets {@link Optimization#learningRate}. */
  public TrainingConfigBuilder optLearningRate(double learningRate) {
    optimization.learningRate = learningRate;
    return this;
  }

  /** Sets {@link Optimization#tableLearningRate}. */
  public TrainingConfigBuilder optTableLearningRate(double tableLearningRate) {
    optimization.tableLearningRate = tableLearningRate;
    return this;
  }

  /** Sets {@link Optimization#encoderLearningRate}. */
  public TrainingConfigBuilder optEncoderLearningRate(double encoderLearningRate) {
    optimization.encoderLearningRate = encoderLearningRate;
    return this;
  }

  /** Sets {@link Optimization#warmUp}. */
  public TrainingConfigBuilder optWarmUp(double warmUp) {
    optimization.warmUp = warmUp;
    return this;
  }

  /** Sets {@link Optimization#schedule}. */
  public TrainingConfigBuilder optSchedule(Schedule schedule) {
    optimization.schedule = schedule;
    return this;
  }

  /** Sets {@link Optimization#averaging}. */
  public TrainingConfigBuilder optAveraging(double averaging) {
    optimization.averaging = averaging;
    return this;
  }

  /** Sets {@link Optimization#clipNorm}. */
  public TrainingConfigBuilder optClipNorm(double clipNorm) {
    optimization.clipNorm = clipNorm;
    return this;
  }

  /** Sets {@link TrainingConfig#minScore}. */
  public TrainingConfigBuilder optMinScore(Double minScore) {
    this.minScore = minScore;
    return this;
  }

  /** Sets {@link TrainingConfig#seed}. */
  public TrainingConfigBuilder optSeed(long seed) {
    this.seed = seed;
    return this;
  }

  /** Sets {@link TrainingConfig#dropTypes}. */
  public TrainingConfigBuilder optDropTypes(boolean dropTypes) {
    this.dropTypes = dropTypes;
    return this;
  }

  /**
   * Suits the recipe to the size of the training corpus. Below {@value #SMALL_CORPUS} sentences the
   * presets would stop long before they have learned: batches become 8, epochs 30, patience 10, and
   * every word gets an embedding. Larger corpora change nothing, and the preset {@code teacher} and
   * {@link TrainingConfig#fineTuning} stay as they are: what they train has learned before.
   *
   * @param sentences for training
   */
  public TrainingConfigBuilder optCorpusSize(int sentences) {
    boolean fresh = !preset.equals("teacher") && !preset.equals(TrainingConfig.FINE_TUNING);
    return sentences < SMALL_CORPUS && fresh
        ? optBatchSize(8).optEpochs(30).optPatience(10).optMinCount(1)
        : this;
  }

  /**
   * The finished configuration.
   *
   * @throws IllegalArgumentException if a value cannot train
   */
  public TrainingConfig build() {
    return new TrainingConfig(
        preset,
        features.build(),
        architecture.build(),
        augmentation.build(),
        optimization.build(),
        minScore,
        seed,
        dropTypes);
  }
}
