package org.namespan.trainer.config;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.network.Head;

/**
 * Everything a training run depends on beside its data. Start from a preset and change what you
 * need: {@code TrainingConfig.standard().optEpochs(3).build()}. {@link Settings} has all settings
 * in one table.
 *
 * @param preset name of the preset that this started from
 * @param features what the network reads of a token
 * @param architecture the network above its embeddings
 * @param augmentation how training changes the sentences that it reads
 * @param optimization how the weights are learned
 * @param minScore score above which the tagger reports an entity, see {@link
 *     org.namespan.model.decode.SpanDecoder}; null for what {@link
 *     org.namespan.trainer.training.DevScores#of} chooses, or 0 without a dev set
 * @param seed of weights, batches, dropout and unknown words
 * @param dropTypes whether entity types of a tagger that training begins from are dropped where the
 *     training corpus lacks them; else they are kept
 */
public record TrainingConfig(
    String preset,
    Features features,
    Architecture architecture,
    Augmentation augmentation,
    Optimization optimization,
    @Nullable Double minScore,
    long seed,
    boolean dropTypes) {

  /** The names that {@link #preset} knows, the recommended one first. */
  public static final List<String> PRESETS = List.of("standard", "plain", "teacher");

  /** The {@link #preset} of {@link #fineTuning}. */
  static final String FINE_TUNING = "fine-tuning";

  /**
   * Rejects a score that no entity could be reported by; the groups reject what they cannot use.
   */
  public TrainingConfig {
    if (minScore != null) {
      Require.share("minScore", minScore);
    }
  }

  /** A configuration that keeps entity types. */
  public TrainingConfig(
      String preset,
      Features features,
      Architecture architecture,
      Augmentation augmentation,
      Optimization optimization,
      @Nullable Double minScore,
      long seed) {
    this(preset, features, architecture, augmentation, optimization, minScore, seed, false);
  }

  /**
   * The textbook recipe: word embeddings of 50, a one-directional LSTM of 50, cross-entropy over
   * log-softmax, batches of 64.
   */
  public static TrainingConfigBuilder plain() {
    return new TrainingConfigBuilder("plain");
  }

  /**
   * The best recipe known for a model of a few megabytes. Words are looked up in any case and some
   * sentences are read in other cases, which costs little on text with its capitals and keeps the
   * tagger useful on text without.
   */
  public static TrainingConfigBuilder standard() {
    return new TrainingConfigBuilder("standard")
        .optScheme(TagScheme.BILOU)
        .optLowerShare(0.03)
        .optUpperShare(0.02)
        .optTitleShare(0.01)
        .optRecipe(
            new FeatureRecipe(
                WordCase.ANY,
                true,
                List.of(
                    new Hashed(HashedFeature.LOWER, 8192),
                    new Hashed(HashedFeature.PREFIX3, 4096),
                    new Hashed(HashedFeature.SUFFIX3, 4096),
                    new Hashed(HashedFeature.SHAPE, 1024))))
        .optMinCount(2)
        .optWordDim(64)
        .optBidirectional(true)
        .optHidden(128)
        .optDropout(0.4)
        .optBatchSize(32)
        .optLearningRate(2e-3)
        .optTableLearningRate(2e-3);
  }

  /**
   * A pre-trained encoder that is fine-tuned: a network too large for an application, whose labels
   * a small one learns from.
   */
  public static TrainingConfigBuilder teacher() {
    return new TrainingConfigBuilder("teacher")
        .optScheme(TagScheme.BILOU)
        .optHead(Head.CRF)
        .optLowerShare(0.1)
        .optUpperShare(0.05)
        .optTitleShare(0.03)
        .optDropout(0.1)
        .optBatchSize(32)
        .optEpochs(2)
        .optLearningRate(1e-3)
        .optTableLearningRate(1e-3)
        .optEncoderLearningRate(1.5e-4)
        .optWarmUp(0.1)
        .optClipNorm(1);
  }

  /**
   * What suits a network that has learned before and learns on from a few hundred sentences. Its
   * sizes are given; every word gets an embedding. The head, which has labels to learn from
   * nothing, learns three times as fast as what is below it.
   *
   * @param network its choices and sizes
   * @param recipe how tokens become words and other features
   * @param scheme scheme of its labels
   */
  public static TrainingConfigBuilder fineTuning(
      NetworkConfig network, FeatureRecipe recipe, TagScheme scheme) {
    return new TrainingConfigBuilder(FINE_TUNING)
        .optRecipe(new FeatureRecipe(recipe.wordCase(), recipe.zeroDigits(), recipe.hashed()))
        .optScheme(scheme)
        .optWordDim(network.wordDim())
        .optHashDim(network.hashDim())
        .optCombiner(network.combiner())
        .optCharDim(network.charDim())
        .optCharFilters(network.charFilters())
        .optCell(network.cell())
        .optBidirectional(network.bidirectional())
        .optLayers(network.layers())
        .optHidden(network.hidden())
        .optSkip(network.skip())
        .optHead(network.head())
        .optLowerShare(0.03)
        .optUpperShare(0.02)
        .optTitleShare(0.01)
        .optDropout(0.4)
        .optBatchSize(8)
        .optEpochs(30)
        .optPatience(10)
        .optLearningRate(6e-3)
        .optTableLearningRate(2e-3)
        .optEncoderLearningRate(2e-3);
  }

  /**
   * The preset of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static TrainingConfigBuilder preset(String name) {
    switch (name) {
      case "plain":
        return plain();
      case "standard":
        return standard();
      case "teacher":
        return teacher();
      default:
        throw new IllegalArgumentException(
            "unknown preset '" + name + "': expected standard, plain or teacher");
    }
  }

  /** Tells where {@code other} differs: {@code "epochs 8, not 3; seed 1, not 2"}. */
  public String difference(TrainingConfig other) {
    return Settings.difference(this, other);
  }
}
