package org.namespan.trainer.config;

import java.util.List;
import org.namespan.model.decode.Activation;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.text.CleaningStep;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.network.encoder.Cell;

/**
 * Everything that the training of a classifier depends on beside its data. Start from a preset and
 * change what you need: {@code ClassifierConfig.standard().optPooling(Pooling.MEAN).build()}.
 *
 * @param training what it has in common with a tagger: features, encoder, augmentation and
 *     optimization; its head, scheme and min score are not looked at
 * @param pooling how the vectors of a text's tokens become one
 * @param severalClasses whether a text may have any number of classes; else it has exactly one
 * @param cleaning what is taken out of texts before they are split, in training and in use
 */
public record ClassifierConfig(
    TrainingConfig training, Pooling pooling, boolean severalClasses, List<CleaningStep> cleaning) {

  /** The names that {@link #preset} knows, the recommended one first. */
  public static final List<String> PRESETS = List.of("standard", "plain");

  /** Copies the list. */
  public ClassifierConfig {
    cleaning = List.copyOf(cleaning);
  }

  /**
   * The textbook recipe: word embeddings of 200, a one-directional RNN of 50, its last state,
   * batches of 64.
   */
  public static Builder plain() {
    return new Builder(
        new TrainingConfigBuilder("plain").optWordDim(200).optCell(Cell.RNN_TANH), Pooling.LAST);
  }

  /** The best recipe known for texts of a sentence or two. */
  public static Builder standard() {
    return new Builder(
        TrainingConfig.standard()
            .optLowerShare(0)
            .optUpperShare(0)
            .optTitleShare(0)
            .optEpochs(20)
            .optPatience(5),
        Pooling.MAX);
  }

  /**
   * The preset of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Builder preset(String name) {
    return switch (name) {
      case "plain" -> plain();
      case "standard" -> standard();
      default ->
          throw new IllegalArgumentException(
              "unknown preset '" + name + "': expected " + String.join(" or ", PRESETS));
    };
  }

  /**
   * What suits a classifier that is trained on, whose network and cleaning it has.
   *
   * @param recipe how tokens become ids
   */
  public static Builder fineTuning(
      ClassifierNetworkConfig network, FeatureRecipe recipe, List<CleaningStep> cleaning) {
    return new Builder(
            TrainingConfig.fineTuning(network.tokens(), recipe, TagScheme.BIO)
                .optLowerShare(0)
                .optUpperShare(0)
                .optTitleShare(0),
            network.pooling())
        .optSeveralClasses(network.activation() == Activation.SIGMOID)
        .optCleaning(cleaning);
  }

  /** What makes probabilities of the network's logits. */
  public Activation activation() {
    return severalClasses ? Activation.SIGMOID : Activation.SOFTMAX;
  }

  /** Tells where {@code other} differs: {@code "epochs 8, not 3; pooling max, not mean"}. */
  public String difference(ClassifierConfig other) {
    StringBuilder differences = new StringBuilder(training.difference(other.training));
    add("pooling", pooling, other.pooling, differences);
    add("severalClasses", severalClasses, other.severalClasses, differences);
    add("cleaning", cleaning, other.cleaning, differences);
    return differences.toString();
  }

  private static void add(String name, Object own, Object others, StringBuilder differences) {
    if (!own.equals(others)) {
      differences
          .append(differences.length() == 0 ? "" : "; ")
          .append(name)
          .append(' ')
          .append(own)
          .append(", not ")
          .append(others);
    }
  }

  /** Changes a preset. */
  public static final class Builder {
    private final TrainingConfigBuilder training;
    private Pooling pooling;
    private boolean severalClasses;
    private List<CleaningStep> cleaning = List.of();

    private Builder(TrainingConfigBuilder training, Pooling pooling) {
      this.training = training;
      this.pooling = pooling;
    }

    /** What changes {@link ClassifierConfig#training}. */
    public TrainingConfigBuilder training() {
      return training;
    }

    /** Sets {@link ClassifierConfig#pooling}. */
    public Builder optPooling(Pooling pooling) {
      this.pooling = pooling;
      return this;
    }

    /** Sets {@link ClassifierConfig#severalClasses}. */
    public Builder optSeveralClasses(boolean severalClasses) {
      this.severalClasses = severalClasses;
      return this;
    }

    /** Sets {@link ClassifierConfig#cleaning}. */
    public Builder optCleaning(List<CleaningStep> cleaning) {
      this.cleaning = cleaning;
      return this;
    }

    /**
     * The finished configuration.
     *
     * @throws IllegalArgumentException if a value cannot train
     */
    public ClassifierConfig build() {
      return new ClassifierConfig(training.build(), pooling, severalClasses, cleaning);
    }
  }
}
