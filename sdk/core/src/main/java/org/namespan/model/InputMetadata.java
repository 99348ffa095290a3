package org.namespan.model;

import java.util.List;
import java.util.Map;
import org.namespan.model.feature.FeatureRecipe;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.text.TextModels;

/**
 * What the file of a model says, whatever its task: how text becomes tokens and tokens become ids,
 * and what the graph gives for them.
 */
public interface InputMetadata {

  /** How tokens become ids. */
  FeatureRecipe recipe();

  /** Word forms, most frequent first. */
  List<String> vocabulary();

  /** How text becomes tokens. */
  TextModels textModels();

  /** What is known of the model's making, by name. */
  Map<String, String> facts();

  /** What the graph gives. */
  GraphSignature.Tensor output();

  /**
   * The feature extraction that recipe and vocabulary describe, built anew.
   *
   * @throws IllegalArgumentException if the vocabulary holds a word twice
   */
  default TokenFeatures tokenFeatures() {
    return new TokenFeatures(recipe(), vocabulary());
  }
}
