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

/** Changes a preset; what a setting means stands at the record that has it. */
public final class TrainingConfigBuilder {

  private static final int HASH_DIM = 32;

  /** Training sentences below which {@link #optCorpusSize} changes the recipe. */
  public static final int SMALL_CORPUS = 2000;

  private final String preset;
  private TagScheme scheme = TagScheme.BIO;
  private FeatureRecipe recipe = new FeatureRecipe(WordCase.KEEP, false, List.of());
  private int minCount = 1;
  private int vocabularySize = 0;
  private boolean freezeVectors = false;
  private int wordDim = 50;
  private @Nullable Integer hashDim = null;
  private Combiner combiner = Combiner.CONCAT;
  private int charDim = 0;
  private int charFilters = 0;
  private Cell cell = Cell.LSTM;
  private boolean bidirectional = false;
  private int layers = 1;
  private int hidden = 50;
  private boolean skip = false;
  private Head head = Head.SOFTMAX;
  private double dropout = 0.2;
  private boolean variational = false;
  private double unknownProbability = 0.5;
  private double wordDropout = 0;
  private double lowerShare = 0;
  private double upperShare = 0;
  private double titleShare = 0;
  private double labelSmoothing = 0;
  private int batchSize = 64;
  private int epochs = 8;
  private int patience = 3;
  private double learningRate = 4e-3;
  private double tableLearningRate = 4e-3;
  private Schedule schedule = Schedule.LINEAR;
  private double averaging = 0;
  private double clipNorm = 5;
  private @Nullable Double minScore = null;
  private long seed = 1;

  TrainingConfigBuilder(String preset) {
    this.preset = preset;
  }

  /** Sets {@link Architecture#scheme}. */
  public TrainingConfigBuilder optScheme(TagScheme scheme) {
    this.scheme = scheme;
    return this;
  }

  /** Sets {@link Features#recipe}. */
  public TrainingConfigBuilder optRecipe(FeatureRecipe recipe) {
    this.recipe = recipe;
    return this;
  }

  /** Sets {@link FeatureRecipe#wordCase}. */
  public TrainingConfigBuilder optWordCase(WordCase wordCase) {
    recipe = new FeatureRecipe(wordCase, recipe.zeroDigits(), recipe.hashed());
    return this;
  }

  /** Sets {@link FeatureRecipe#hashed}. */
  public TrainingConfigBuilder optHashed(List<Hashed> hashed) {
    recipe = new FeatureRecipe(recipe.wordCase(), recipe.zeroDigits(), hashed);
    return this;
  }

  /** Sets {@link Features#minCount}. */
  public TrainingConfigBuilder optMinCount(int minCount) {
    this.minCount = minCount;
    return this;
  }

  /** Sets {@link Features#vocabularySize}. */
  public TrainingConfigBuilder optVocabularySize(int vocabularySize) {
    this.vocabularySize = vocabularySize;
    return this;
  }

  /** Sets {@link Optimization#freezeVectors}. */
  public TrainingConfigBuilder optFreezeVectors(boolean freezeVectors) {
    this.freezeVectors = freezeVectors;
    return this;
  }

  /** Sets {@link Features#wordDim}. */
  public TrainingConfigBuilder optWordDim(int wordDim) {
    this.wordDim = wordDim;
    return this;
  }

  /** Sets {@link Features#hashDim}. */
  public TrainingConfigBuilder optHashDim(int hashDim) {
    this.hashDim = hashDim;
    return this;
  }

  /** Sets {@link Features#combiner}; to add up, {@link #optHashDim} need not be given. */
  public TrainingConfigBuilder optCombiner(Combiner combiner) {
    this.combiner = combiner;
    return this;
  }

  /** Sets {@link Features#charDim}. */
  public TrainingConfigBuilder optCharDim(int charDim) {
    this.charDim = charDim;
    return this;
  }

  /** Sets {@link Features#charFilters}. */
  public TrainingConfigBuilder optCharFilters(int charFilters) {
    this.charFilters = charFilters;
    return this;
  }

  /** Sets {@link Architecture#cell}. */
  public TrainingConfigBuilder optCell(Cell cell) {
    this.cell = cell;
    return this;
  }

  /** Sets {@link Architecture#bidirectional}. */
  public TrainingConfigBuilder optBidirectional(boolean bidirectional) {
    this.bidirectional = bidirectional;
    return this;
  }

  /** Sets {@link Architecture#layers}. */
  public TrainingConfigBuilder optLayers(int layers) {
    this.layers = layers;
    return this;
  }

  /** Sets {@link Architecture#hidden}. */
  public TrainingConfigBuilder optHidden(int hidden) {
    this.hidden = hidden;
    return this;
  }

  /** Sets {@link Architecture#skip}. */
  public TrainingConfigBuilder optSkip(boolean skip) {
    this.skip = skip;
    return this;
  }

  /** Sets {@link Architecture#head}. */
  public TrainingConfigBuilder optHead(Head head) {
    this.head = head;
    return this;
  }

  /** Sets {@link Optimization#dropout}. */
  public TrainingConfigBuilder optDropout(double dropout) {
    this.dropout = dropout;
    return this;
  }

  /** Sets {@link Augmentation#unknownProbability}. */
  public TrainingConfigBuilder optUnknownProbability(double unknownProbability) {
    this.unknownProbability = unknownProbability;
    return this;
  }

  /** Sets {@link Optimization#variational}. */
  public TrainingConfigBuilder optVariational(boolean variational) {
    this.variational = variational;
    return this;
  }

  /** Sets {@link Augmentation#wordDropout}. */
  public TrainingConfigBuilder optWordDropout(double wordDropout) {
    this.wordDropout = wordDropout;
    return this;
  }

  /** Sets {@link Augmentation#lowerShare}. */
  public TrainingConfigBuilder optLowerShare(double lowerShare) {
    this.lowerShare = lowerShare;
    return this;
  }

  /** Sets {@link Augmentation#upperShare}. */
  public TrainingConfigBuilder optUpperShare(double upperShare) {
    this.upperShare = upperShare;
    return this;
  }

  /** Sets {@link Augmentation#titleShare}. */
  public TrainingConfigBuilder optTitleShare(double titleShare) {
    this.titleShare = titleShare;
    return this;
  }

  /** Sets {@link Optimization#labelSmoothing}. */
  public TrainingConfigBuilder optLabelSmoothing(double labelSmoothing) {
    this.labelSmoothing = labelSmoothing;
    return this;
  }

  /** Sets {@link Optimization#batchSize}. */
  public TrainingConfigBuilder optBatchSize(int batchSize) {
    this.batchSize = batchSize;
    return this;
  }

  /** Sets {@link Optimization#epochs}. */
  public TrainingConfigBuilder optEpochs(int epochs) {
    this.epochs = epochs;
    return this;
  }

  /** Sets {@link Optimization#patience}. */
  public TrainingConfigBuilder optPatience(int patience) {
    this.patience = patience;
    return this;
  }

  /** Sets {@link Optimization#learningRate}. */
  public TrainingConfigBuilder optLearningRate(double learningRate) {
    this.learningRate = learningRate;
    return this;
  }

  /** Sets {@link Optimization#tableLearningRate}. */
  public TrainingConfigBuilder optTableLearningRate(double tableLearningRate) {
    this.tableLearningRate = tableLearningRate;
    return this;
  }

  /** Sets {@link Optimization#schedule}. */
  public TrainingConfigBuilder optSchedule(Schedule schedule) {
    this.schedule = schedule;
    return this;
  }

  /** Sets {@link Optimization#averaging}. */
  public TrainingConfigBuilder optAveraging(double averaging) {
    this.averaging = averaging;
    return this;
  }

  /** Sets {@link Optimization#clipNorm}. */
  public TrainingConfigBuilder optClipNorm(double clipNorm) {
    this.clipNorm = clipNorm;
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

  /**
   * Suits the recipe to the size of the training corpus. Below {@value #SMALL_CORPUS} sentences the
   * presets would stop long before they have learned: batches become 8, epochs 30, patience 10, and
   * every word gets an embedding. Larger corpora change nothing.
   *
   * @param sentences for training
   */
  public TrainingConfigBuilder optCorpusSize(int sentences) {
    return sentences < SMALL_CORPUS
        ? optBatchSize(8).optEpochs(30).optPatience(10).optMinCount(1)
        : this;
  }

  private int hashDim() {
    if (hashDim != null) {
      return hashDim;
    }
    if (recipe.hashed().isEmpty()) {
      return 0;
    }
    return combiner == Combiner.SUM ? wordDim : HASH_DIM;
  }

  /**
   * The finished configuration.
   *
   * @throws IllegalArgumentException if a value cannot train
   */
  public TrainingConfig build() {
    return new TrainingConfig(
        preset,
        new Features(
            recipe, minCount, vocabularySize, wordDim, hashDim(), combiner, charDim, charFilters),
        new Architecture(cell, bidirectional, layers, hidden, skip, head, scheme),
        new Augmentation(unknownProbability, wordDropout, lowerShare, upperShare, titleShare),
        new Optimization(
            batchSize,
            epochs,
            patience,
            learningRate,
            tableLearningRate,
            schedule,
            clipNorm,
            freezeVectors,
            averaging,
            dropout,
            variational,
            labelSmoothing),
        minScore,
        seed);
  }
}
