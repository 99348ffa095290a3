package org.namespan.trainer.training;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import org.namespan.internal.feature.FeatureRecipe;
import org.namespan.internal.feature.FeatureRecipe.Hashed;
import org.namespan.internal.feature.HashedFeature;
import org.namespan.internal.tag.TagScheme;
import org.namespan.trainer.network.Cell;

/**
 * Everything a training run depends on beside its data. Start from a preset and change what you
 * need: {@code TrainingConfig.standard().optEpochs(3).build()}.
 *
 * @param preset name of the preset that this started from
 * @param scheme scheme of the model's labels
 * @param recipe how tokens become ids
 * @param minCount how often a word must occur in training to have a row of its own
 * @param wordDim width of word embeddings
 * @param hashDim width of the embedding of each hashed feature
 * @param cell recurrent cell
 * @param bidirectional whether layers also read backwards
 * @param layers recurrent layers
 * @param hidden state size per direction
 * @param skip whether layers above the first add their input to their output
 * @param dropout share of the recurrent layers' inputs and outputs set to 0
 * @param unknownProbability chance of a word seen once to be read as unknown
 * @param batchSize sentences per step
 * @param epochs passes over the training sentences at most
 * @param patience epochs without a better dev F1 after which training stops
 * @param learningRate Adam's rate at the start, for all weights but tables
 * @param tableLearningRate Adam's rate at the start, for tables
 * @param decay whether rates fall linearly to 0 over all epochs, or stay
 * @param clipNorm the largest global norm of a step's gradient; longer ones are scaled down
 * @param seed of weights, batches, dropout and unknown words
 */
public record TrainingConfig(
    String preset,
    TagScheme scheme,
    FeatureRecipe recipe,
    int minCount,
    int wordDim,
    int hashDim,
    Cell cell,
    boolean bidirectional,
    int layers,
    int hidden,
    boolean skip,
    double dropout,
    double unknownProbability,
    int batchSize,
    int epochs,
    int patience,
    double learningRate,
    double tableLearningRate,
    boolean decay,
    double clipNorm,
    long seed) {

  /** Rejects values that cannot train. */
  public TrainingConfig {
    requireAtLeast("minCount", minCount, 1);
    requireAtLeast("wordDim", wordDim, 1);
    requireAtLeast("hashDim", hashDim, recipe.hashed().isEmpty() ? 0 : 1);
    requireAtLeast("layers", layers, 1);
    requireAtLeast("hidden", hidden, 1);
    requireAtLeast("batchSize", batchSize, 1);
    requireAtLeast("epochs", epochs, 1);
    requireAtLeast("patience", patience, 1);
    requireShare("dropout", dropout);
    requireShare("unknownProbability", unknownProbability);
    requirePositive("learningRate", learningRate);
    requirePositive("tableLearningRate", tableLearningRate);
    requirePositive("clipNorm", clipNorm);
  }

  /**
   * The textbook recipe: word embeddings of 50, a one-directional LSTM of 50, cross-entropy over
   * log-softmax, batches of 64.
   */
  public static Builder plain() {
    return new Builder("plain");
  }

  /** The best recipe known for a model of a few megabytes. */
  public static Builder standard() {
    return new Builder("standard")
        .optRecipe(
            new FeatureRecipe(
                false,
                true,
                List.of(
                    new Hashed(HashedFeature.LOWER, 8192),
                    new Hashed(HashedFeature.PREFIX3, 4096),
                    new Hashed(HashedFeature.SUFFIX3, 4096),
                    new Hashed(HashedFeature.SHAPE, 1024))))
        .optMinCount(2)
        .optWordDim(64)
        .optHashDim(32)
        .optBidirectional(true)
        .optHidden(128)
        .optDropout(0.4)
        .optLearningRate(3e-3)
        .optTableLearningRate(1.5e-3);
  }

  /**
   * The preset of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Builder preset(String name) {
    switch (name) {
      case "plain":
        return plain();
      case "standard":
        return standard();
      default:
        throw new IllegalArgumentException(
            "unknown preset '" + name + "': expected plain or standard");
    }
  }

  /** Tells where {@code other} differs: {@code "epochs 8, not 3; seed 1, not 2"}. */
  String difference(TrainingConfig other) {
    List<String> differences = new ArrayList<>();
    for (RecordComponent part : TrainingConfig.class.getRecordComponents()) {
      try {
        Object own = part.getAccessor().invoke(this);
        Object others = part.getAccessor().invoke(other);
        if (!own.equals(others)) {
          differences.add(part.getName() + " " + own + ", not " + others);
        }
      } catch (ReflectiveOperationException e) {
        throw new AssertionError("a record can read itself", e);
      }
    }
    return String.join("; ", differences);
  }

  private static void requireAtLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " is " + value + ", expected at least " + least);
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value < 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", expected from 0 to below 1");
    }
  }

  private static void requirePositive(String name, double value) {
    if (!(value > 0 && value <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", expected a finite number above 0");
    }
  }

  /** Changes a preset; what each part means stands at {@link TrainingConfig}. */
  public static final class Builder {

    /** Training sentences below which {@link #optCorpusSize} changes the recipe. */
    public static final int SMALL_CORPUS = 2000;

    private final String preset;
    private TagScheme scheme = TagScheme.BIO;
    private FeatureRecipe recipe = new FeatureRecipe(false, false, List.of());
    private int minCount = 1;
    private int wordDim = 50;
    private int hashDim = 0;
    private Cell cell = Cell.LSTM;
    private boolean bidirectional = false;
    private int layers = 1;
    private int hidden = 50;
    private boolean skip = false;
    private double dropout = 0.2;
    private double unknownProbability = 0.5;
    private int batchSize = 64;
    private int epochs = 8;
    private int patience = 3;
    private double learningRate = 4e-3;
    private double tableLearningRate = 4e-3;
    private boolean decay = true;
    private double clipNorm = 5;
    private long seed = 1;

    private Builder(String preset) {
      this.preset = preset;
    }

    /** Sets {@link TrainingConfig#scheme}. */
    public Builder optScheme(TagScheme scheme) {
      this.scheme = scheme;
      return this;
    }

    /** Sets {@link TrainingConfig#recipe}. */
    public Builder optRecipe(FeatureRecipe recipe) {
      this.recipe = recipe;
      return this;
    }

    /** Sets {@link TrainingConfig#minCount}. */
    public Builder optMinCount(int minCount) {
      this.minCount = minCount;
      return this;
    }

    /** Sets {@link TrainingConfig#wordDim}. */
    public Builder optWordDim(int wordDim) {
      this.wordDim = wordDim;
      return this;
    }

    /** Sets {@link TrainingConfig#hashDim}. */
    public Builder optHashDim(int hashDim) {
      this.hashDim = hashDim;
      return this;
    }

    /** Sets {@link TrainingConfig#cell}. */
    public Builder optCell(Cell cell) {
      this.cell = cell;
      return this;
    }

    /** Sets {@link TrainingConfig#bidirectional}. */
    public Builder optBidirectional(boolean bidirectional) {
      this.bidirectional = bidirectional;
      return this;
    }

    /** Sets {@link TrainingConfig#layers}. */
    public Builder optLayers(int layers) {
      this.layers = layers;
      return this;
    }

    /** Sets {@link TrainingConfig#hidden}. */
    public Builder optHidden(int hidden) {
      this.hidden = hidden;
      return this;
    }

    /** Sets {@link TrainingConfig#skip}. */
    public Builder optSkip(boolean skip) {
      this.skip = skip;
      return this;
    }

    /** Sets {@link TrainingConfig#dropout}. */
    public Builder optDropout(double dropout) {
      this.dropout = dropout;
      return this;
    }

    /** Sets {@link TrainingConfig#unknownProbability}. */
    public Builder optUnknownProbability(double unknownProbability) {
      this.unknownProbability = unknownProbability;
      return this;
    }

    /** Sets {@link TrainingConfig#batchSize}. */
    public Builder optBatchSize(int batchSize) {
      this.batchSize = batchSize;
      return this;
    }

    /** Sets {@link TrainingConfig#epochs}. */
    public Builder optEpochs(int epochs) {
      this.epochs = epochs;
      return this;
    }

    /** Sets {@link TrainingConfig#patience}. */
    public Builder optPatience(int patience) {
      this.patience = patience;
      return this;
    }

    /** Sets {@link TrainingConfig#learningRate}. */
    public Builder optLearningRate(double learningRate) {
      this.learningRate = learningRate;
      return this;
    }

    /** Sets {@link TrainingConfig#tableLearningRate}. */
    public Builder optTableLearningRate(double tableLearningRate) {
      this.tableLearningRate = tableLearningRate;
      return this;
    }

    /** Sets {@link TrainingConfig#decay}. */
    public Builder optDecay(boolean decay) {
      this.decay = decay;
      return this;
    }

    /** Sets {@link TrainingConfig#clipNorm}. */
    public Builder optClipNorm(double clipNorm) {
      this.clipNorm = clipNorm;
      return this;
    }

    /** Sets {@link TrainingConfig#seed}. */
    public Builder optSeed(long seed) {
      this.seed = seed;
      return this;
    }

    /**
     * Suits the recipe to the size of the training corpus. Below {@value #SMALL_CORPUS} sentences
     * the presets would stop long before they have learned: batches become 8, epochs 30, patience
     * 10, and every word gets an embedding. Larger corpora change nothing.
     *
     * @param sentences for training
     */
    public Builder optCorpusSize(int sentences) {
      return sentences < SMALL_CORPUS
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
          scheme,
          recipe,
          minCount,
          wordDim,
          hashDim,
          cell,
          bidirectional,
          layers,
          hidden,
          skip,
          dropout,
          unknownProbability,
          batchSize,
          epochs,
          patience,
          learningRate,
          tableLearningRate,
          decay,
          clipNorm,
          seed);
    }
  }
}
