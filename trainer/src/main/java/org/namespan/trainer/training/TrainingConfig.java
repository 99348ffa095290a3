package org.namespan.trainer.training;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.FeatureRecipe.Hashed;
import org.namespan.model.feature.HashedFeature;
import org.namespan.model.feature.WordCase;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.encoder.Cell;

/**
 * Everything a training run depends on beside its data. Start from a preset and change what you
 * need: {@code TrainingConfig.standard().optEpochs(3).build()}.
 *
 * @param preset name of the preset that this started from
 * @param scheme scheme of the model's labels
 * @param recipe how tokens become ids
 * @param minCount how often a word must occur in training to have a row of its own
 * @param vocabularySize words at most in the vocabulary once words of given vectors, most frequent
 *     first, are added to those of the training corpus; 0 adds none
 * @param freezeVectors whether rows that start as given word vectors stay as they are
 * @param wordDim width of word embeddings
 * @param hashDim width of the embedding of each hashed feature; {@code wordDim} where they are
 *     added up
 * @param combiner how the embeddings of a token become one
 * @param charDim width of character embeddings; at least 1 where filters read them
 * @param charFilters filters of the convolution over a token's characters; 0 for none
 * @param cell recurrent cell
 * @param bidirectional whether layers also read backwards
 * @param layers recurrent layers
 * @param hidden state size per direction
 * @param skip whether layers above the first add their input to their output
 * @param head what turns the recurrent layers' output into tags
 * @param dropout share of the recurrent layers' inputs and outputs set to 0
 * @param variational whether dropout leaves out the same inputs at every token of a sentence (Gal
 *     and Ghahramani 2016)
 * @param unknownProbability chance of a word seen once to be read as unknown
 * @param wordDropout chance of any word to be read as unknown
 * @param lowerShare chance of a sentence to be read in lower case, by its cased labels
 * @param upperShare chance of a sentence to be read in upper case
 * @param titleShare chance of a sentence to be read with every word capitalised
 * @param labelSmoothing share of a gold label's weight that is spread over all labels
 * @param batchSize sentences per step
 * @param epochs passes over the training sentences at most
 * @param patience epochs without a better dev F1 after which training stops
 * @param learningRate Adam's rate at the start, for all weights but tables
 * @param tableLearningRate Adam's rate at the start, for tables
 * @param schedule how rates change over all epochs
 * @param averaging decay of the moving average of weights that is scored and kept, .999 for
 *     example; 0 keeps the weights themselves
 * @param clipNorm the largest global norm of a step's gradient; longer ones are scaled down
 * @param minScore score above which the tagger reports an entity, see {@link
 *     org.namespan.model.decode.SpanDecoder}; null for what {@link DevScores#of} chooses, or 0
 *     without a dev set
 * @param seed of weights, batches, dropout and unknown words
 */
public record TrainingConfig(
    String preset,
    TagScheme scheme,
    FeatureRecipe recipe,
    int minCount,
    int vocabularySize,
    boolean freezeVectors,
    int wordDim,
    int hashDim,
    Combiner combiner,
    int charDim,
    int charFilters,
    Cell cell,
    boolean bidirectional,
    int layers,
    int hidden,
    boolean skip,
    Head head,
    double dropout,
    boolean variational,
    double unknownProbability,
    double wordDropout,
    double lowerShare,
    double upperShare,
    double titleShare,
    double labelSmoothing,
    int batchSize,
    int epochs,
    int patience,
    double learningRate,
    double tableLearningRate,
    Schedule schedule,
    double averaging,
    double clipNorm,
    Double minScore,
    long seed) {

  private static final int CHAR_LENGTH = 16;

  /** Rejects values that cannot train. */
  public TrainingConfig {
    requireAtLeast("minCount", minCount, 1);
    requireAtLeast("wordDim", wordDim, 1);
    requireAtLeast("hashDim", hashDim, recipe.hashed().isEmpty() ? 0 : 1);
    if (combiner == Combiner.SUM && !recipe.hashed().isEmpty() && hashDim != wordDim) {
      throw new IllegalArgumentException(
          "hashDim is " + hashDim + ", expected the wordDim of " + wordDim + " to add them up");
    }
    requireAtLeast("charFilters", charFilters, 0);
    requireAtLeast("charDim", charDim, charFilters == 0 ? 0 : 1);
    if (recipe.characters() != null) {
      throw new IllegalArgumentException(
          "recipe has an alphabet, expected none: it is drawn from the training corpus");
    }
    requireAtLeast("layers", layers, 1);
    requireAtLeast("hidden", hidden, 1);
    requireAtLeast("batchSize", batchSize, 1);
    requireAtLeast("epochs", epochs, 1);
    requireAtLeast("patience", patience, 1);
    requireShare("dropout", dropout);
    requireShare("unknownProbability", unknownProbability);
    requireAtLeast("vocabularySize", vocabularySize, 0);
    requireShare("wordDropout", wordDropout);
    requireShare("lowerShare", lowerShare);
    requireShare("upperShare", upperShare);
    requireShare("titleShare", titleShare);
    requireShare("lowerShare + upperShare + titleShare", lowerShare + upperShare + titleShare);
    requireShare("labelSmoothing", labelSmoothing);
    requireShare("averaging", averaging);
    requirePositive("learningRate", learningRate);
    requirePositive("tableLearningRate", tableLearningRate);
    requirePositive("clipNorm", clipNorm);
    if (minScore != null) {
      requireShare("minScore", minScore);
    }
  }

  /**
   * The textbook recipe: word embeddings of 50, a one-directional LSTM of 50, cross-entropy over
   * log-softmax, batches of 64.
   */
  public static Builder plain() {
    return new Builder("plain");
  }

  /**
   * The best recipe known for a model of a few megabytes. Words are looked up in any case and some
   * sentences are read in other cases, which costs little on text with its capitals and keeps the
   * tagger useful on text without.
   */
  public static Builder standard() {
    return new Builder("standard")
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

  /** Characters read per token: 16, or 0 if there is no filter. */
  public int charLength() {
    return charFilters == 0 ? 0 : CHAR_LENGTH;
  }

  /** Tells where {@code other} differs: {@code "epochs 8, not 3; seed 1, not 2"}. */
  String difference(TrainingConfig other) {
    List<String> differences = new ArrayList<>();
    for (RecordComponent part : TrainingConfig.class.getRecordComponents()) {
      try {
        Object own = part.getAccessor().invoke(this);
        Object others = part.getAccessor().invoke(other);
        if (!Objects.equals(own, others)) {
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
    private Integer hashDim = null;
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
    private Double minScore = null;
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

    /** Sets {@link FeatureRecipe#wordCase}. */
    public Builder optWordCase(WordCase wordCase) {
      recipe = new FeatureRecipe(wordCase, recipe.zeroDigits(), recipe.hashed());
      return this;
    }

    /** Sets {@link FeatureRecipe#hashed}. */
    public Builder optHashed(List<Hashed> hashed) {
      recipe = new FeatureRecipe(recipe.wordCase(), recipe.zeroDigits(), hashed);
      return this;
    }

    /** Sets {@link TrainingConfig#minCount}. */
    public Builder optMinCount(int minCount) {
      this.minCount = minCount;
      return this;
    }

    /** Sets {@link TrainingConfig#vocabularySize}. */
    public Builder optVocabularySize(int vocabularySize) {
      this.vocabularySize = vocabularySize;
      return this;
    }

    /** Sets {@link TrainingConfig#freezeVectors}. */
    public Builder optFreezeVectors(boolean freezeVectors) {
      this.freezeVectors = freezeVectors;
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

    /** Sets {@link TrainingConfig#combiner}; to add up, {@link #optHashDim} need not be given. */
    public Builder optCombiner(Combiner combiner) {
      this.combiner = combiner;
      return this;
    }

    /** Sets {@link TrainingConfig#charDim}. */
    public Builder optCharDim(int charDim) {
      this.charDim = charDim;
      return this;
    }

    /** Sets {@link TrainingConfig#charFilters}. */
    public Builder optCharFilters(int charFilters) {
      this.charFilters = charFilters;
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

    /** Sets {@link TrainingConfig#head}. */
    public Builder optHead(Head head) {
      this.head = head;
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

    /** Sets {@link TrainingConfig#variational}. */
    public Builder optVariational(boolean variational) {
      this.variational = variational;
      return this;
    }

    /** Sets {@link TrainingConfig#wordDropout}. */
    public Builder optWordDropout(double wordDropout) {
      this.wordDropout = wordDropout;
      return this;
    }

    /** Sets {@link TrainingConfig#lowerShare}. */
    public Builder optLowerShare(double lowerShare) {
      this.lowerShare = lowerShare;
      return this;
    }

    /** Sets {@link TrainingConfig#upperShare}. */
    public Builder optUpperShare(double upperShare) {
      this.upperShare = upperShare;
      return this;
    }

    /** Sets {@link TrainingConfig#titleShare}. */
    public Builder optTitleShare(double titleShare) {
      this.titleShare = titleShare;
      return this;
    }

    /** Sets {@link TrainingConfig#labelSmoothing}. */
    public Builder optLabelSmoothing(double labelSmoothing) {
      this.labelSmoothing = labelSmoothing;
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

    /** Sets {@link TrainingConfig#schedule}. */
    public Builder optSchedule(Schedule schedule) {
      this.schedule = schedule;
      return this;
    }

    /** Sets {@link TrainingConfig#averaging}. */
    public Builder optAveraging(double averaging) {
      this.averaging = averaging;
      return this;
    }

    /** Sets {@link TrainingConfig#clipNorm}. */
    public Builder optClipNorm(double clipNorm) {
      this.clipNorm = clipNorm;
      return this;
    }

    /** Sets {@link TrainingConfig#minScore}. */
    public Builder optMinScore(Double minScore) {
      this.minScore = minScore;
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
          scheme,
          recipe,
          minCount,
          vocabularySize,
          freezeVectors,
          wordDim,
          hashDim(),
          combiner,
          charDim,
          charFilters,
          cell,
          bidirectional,
          layers,
          hidden,
          skip,
          head,
          dropout,
          variational,
          unknownProbability,
          wordDropout,
          lowerShare,
          upperShare,
          titleShare,
          labelSmoothing,
          batchSize,
          epochs,
          patience,
          learningRate,
          tableLearningRate,
          schedule,
          averaging,
          clipNorm,
          minScore,
          seed);
    }
  }
}
