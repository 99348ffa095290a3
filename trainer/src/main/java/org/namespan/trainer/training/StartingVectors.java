package org.namespan.trainer.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.config.Features;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.vectors.Coverage;
import org.namespan.trainer.vectors.WordVectors;

/**
 * Word vectors that a word table starts from, and the vocabulary that has grown by their words.
 * Immutable.
 *
 * @param vectors one per form that the model looks up, of the width of its word table
 * @param vocabulary word forms of the training part, then words of the vectors
 * @param coverage what the vectors bring
 */
public record StartingVectors(WordVectors vectors, List<String> vocabulary, Coverage coverage) {

  /** Copies the list. */
  public StartingVectors {
    vocabulary = List.copyOf(vocabulary);
  }

  /**
   * Fits vectors to a model.
   *
   * @param given as they were read
   * @param training how often each form occurs in the training part
   * @param dev how often each form occurs in the dev part
   * @param vocabulary of the training part
   * @throws TrainingException if the vectors are narrower than the word embeddings
   */
  public static StartingVectors of(
      WordVectors given,
      Features inputs,
      Map<String, Integer> training,
      Map<String, Integer> dev,
      List<String> vocabulary) {
    int dim = given.dim();
    if (dim < inputs.wordDim()) {
      throw new TrainingException(
          "found word vectors of "
              + dim
              + " numbers, expected at least the "
              + inputs.wordDim()
              + " of --word-dim; set it to "
              + dim
              + " or less, or take wider vectors");
    }
    WordVectors forms = given.byForm(inputs.recipe());
    WordVectors fitting =
        forms.dim() == inputs.wordDim() ? forms : forms.project(inputs.wordDim()).vectors();
    // With entries a little larger than those drawn.
    WordVectors scaled = fitting.scaledTo(2 / Math.sqrt(inputs.wordDim()));
    List<String> grown = scaled.grow(vocabulary, inputs.vocabularySize());
    return new StartingVectors(
        scaled, grown, Coverage.of(scaled, training, dev, vocabulary, grown));
  }

  /** Writes them over the rows of the table of words. */
  public void overlay(Weight words, Map<String, float[]> weights) {
    vectors.overlay(words.in(weights), vocabulary, TokenFeatures.FIRST_WORD, vectors.dim());
  }

  /** Has the rows that they began stay as they are. */
  public void freeze(Weight words, EngineNetwork network) {
    // Every network looks words up in a table.
    Objects.requireNonNull(network.tables().get(words.name()))
        .freeze(vectors.rowsWithVector(vocabulary, TokenFeatures.FIRST_WORD));
  }
}
