package org.namespan.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.namespan.model.decode.Activation;
import org.namespan.model.decode.ClassDecoder;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.Vocabulary;
import org.namespan.model.text.CleaningStep;
import org.namespan.model.text.TextModels;

/**
 * What the file of a text classifier says beside its graph. {@link ClassifierCodec} writes it to
 * the file, and reads it.
 *
 * @param classes names of the classes in output order, at least two, none empty or there twice
 * @param activation what makes probabilities of the graph's logits
 * @param thresholds for each class the score, above 0 and at most 1, from which on a text has it;
 *     empty for {@link Activation#SOFTMAX}
 * @param calibration what score is reported of a text's logits, see {@link ClassDecoder}; of offset
 *     0 for {@link Activation#SOFTMAX}
 * @param cleaning what is taken out of texts before they are split, in the order of the steps
 * @param recipe how tokens become ids
 * @param vocabulary word forms, most frequent first
 * @param textModels how text becomes tokens
 * @param facts what is known of the model's making, by name, such as {@code training.data}; never
 *     used for classifying
 */
public record ClassifierMetadata(
    List<String> classes,
    Activation activation,
    List<Float> thresholds,
    ScoreCalibration calibration,
    List<CleaningStep> cleaning,
    FeatureRecipe recipe,
    List<String> vocabulary,
    TextModels textModels,
    Map<String, String> facts)
    implements InputMetadata {

  /** The classes that a model has at most. */
  public static final int MAX_CLASSES = 10_000;

  /**
   * Copies what may be changed; rejects parts that do not fit together with an {@link
   * IllegalArgumentException}.
   */
  public ClassifierMetadata {
    classes = Collections.unmodifiableList(new ArrayList<>(classes));
    thresholds = Collections.unmodifiableList(new ArrayList<>(thresholds));
    requireClasses(classes);
    requireThresholds(classes, activation, thresholds);
    if (activation == Activation.SOFTMAX && calibration.offset() != 0) {
      throw new IllegalArgumentException(
          "a calibration of offset " + calibration.offset() + ", expected 0 with softmax");
    }
    Set<CleaningStep> steps = EnumSet.noneOf(CleaningStep.class);
    steps.addAll(cleaning);
    cleaning = Collections.unmodifiableList(new ArrayList<>(steps));
    vocabulary = Vocabulary.of(vocabulary);
    facts = Collections.unmodifiableMap(new TreeMap<>(facts));
  }

  private static void requireClasses(List<String> classes) {
    if (classes.size() < 2 || classes.size() > MAX_CLASSES) {
      throw new IllegalArgumentException(classes.size() + " classes, expected 2 to " + MAX_CLASSES);
    }
    Set<String> names = new HashSet<>();
    for (String name : classes) {
      if (name.isEmpty() || name.indexOf('\n') >= 0 || !names.add(name)) {
        throw new IllegalArgumentException(
            "class '" + name + "', expected names of one line, none empty and none twice");
      }
    }
  }

  private static void requireThresholds(
      List<String> classes, Activation activation, List<Float> thresholds) {
    int expected = activation == Activation.SOFTMAX ? 0 : classes.size();
    if (thresholds.size() != expected) {
      throw new IllegalArgumentException(
          thresholds.size() + " thresholds, expected " + expected + " with " + activation.id());
    }
    for (float threshold : thresholds) {
      if (!(threshold > 0 && threshold <= 1)) {
        throw new IllegalArgumentException(
            "threshold " + threshold + ", expected more than 0 and at most 1");
      }
    }
  }

  @Override
  public GraphSignature.Tensor output() {
    return GraphSignature.logits(classes.size());
  }

  /** What makes scores and classes of logits as this model reports them. */
  public ClassDecoder decoder() {
    return activation == Activation.SOFTMAX
        ? ClassDecoder.softmax(calibration)
        : ClassDecoder.sigmoid(calibration, thresholds);
  }

  /** The same with another calibration, and other thresholds for the scores that it gives. */
  public ClassifierMetadata withDecoder(ScoreCalibration other, List<Float> otherThresholds) {
    return new ClassifierMetadata(
        classes,
        activation,
        otherThresholds,
        other,
        cleaning,
        recipe,
        vocabulary,
        textModels,
        facts);
  }

  /** The same with other facts. */
  public ClassifierMetadata withFacts(Map<String, String> others) {
    return new ClassifierMetadata(
        classes,
        activation,
        thresholds,
        calibration,
        cleaning,
        recipe,
        vocabulary,
        textModels,
        others);
  }
}
