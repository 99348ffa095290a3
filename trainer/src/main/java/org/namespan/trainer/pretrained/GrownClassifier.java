package org.namespan.trainer.pretrained;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.config.ClassifierNetworkConfig;
import org.namespan.trainer.network.ClassifierSpec;

/**
 * A pretrained classifier with the classes of a new corpus, and its words beside its own. A class
 * that it had begins with what it has learned of it, a new one as any network begins; classes that
 * the corpus lacks go. Immutable.
 *
 * @param from what it has grown from
 * @param classes those of the corpus
 * @param vocabulary the words, those of {@code from} first
 */
public record GrownClassifier(
    PretrainedClassifier from, List<String> classes, List<String> vocabulary) {

  /** Copies the lists. */
  public GrownClassifier {
    classes = List.copyOf(classes);
    vocabulary = List.copyOf(vocabulary);
  }

  /**
   * Grows a classifier.
   *
   * @param classes those of the corpus
   * @param counts by word form how often the corpus has it
   * @param minCount how often a word must occur to be added
   */
  public static GrownClassifier of(
      PretrainedClassifier from, List<String> classes, Map<String, Integer> counts, int minCount) {
    return new GrownClassifier(
        from, classes, GrownVocabulary.of(from.metadata(), counts, minCount));
  }

  /** The network with the rows of new words and classes. */
  public ClassifierNetworkConfig network() {
    return from.network().withRows(TokenFeatures.FIRST_WORD + vocabulary.size(), classes.size());
  }

  /**
   * The weights that training begins with, by name.
   *
   * @param seed of what new classes begin with
   */
  public Map<String, float[]> weights(long seed) {
    ClassifierSpec spec = network().spec();
    Map<String, float[]> drawn = spec.draw(seed);
    Map<String, float[]> weights = new LinkedHashMap<>(drawn);
    weights.putAll(from.weights());
    GrownVocabulary.growRows(from.metadata(), vocabulary, network().words().table(), weights);
    int[] origins = classes.stream().mapToInt(from.metadata().classes()::indexOf).toArray();
    spec.head().grow(origins, from.weights(), drawn, weights);
    return weights;
  }
}
