package org.namespan.trainer.pretrained;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.namespan.model.InputMetadata;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.network.part.Weight;

/**
 * The words of a pretrained model with those of a new corpus behind them. A new word begins with
 * the embedding that the model read it by: of the same word in another case, or of an unknown one.
 */
final class GrownVocabulary {

  private GrownVocabulary() {}

  /**
   * The words.
   *
   * @param counts by word form how often the corpus has it
   * @param minCount how often a word must occur to be added
   */
  static List<String> of(InputMetadata from, Map<String, Integer> counts, int minCount) {
    List<String> vocabulary = new ArrayList<>(from.vocabulary());
    List<String> words = new ArrayList<>(new TreeSet<>(counts.keySet()));
    words.removeAll(Set.copyOf(vocabulary));
    words.removeIf(word -> counts.getOrDefault(word, 0) < minCount);
    words.sort(Comparator.comparing(word -> -counts.getOrDefault(word, 0)));
    vocabulary.addAll(words);
    return vocabulary;
  }

  /**
   * Puts the rows of the table of words into weights.
   *
   * @param table with a row for each of {@code vocabulary}
   * @param weights by name, with the table of the model before
   */
  static void growRows(
      InputMetadata from, List<String> vocabulary, Weight table, Map<String, float[]> weights) {
    float[] own = Objects.requireNonNull(weights.get(table.name()));
    float[] rows = Arrays.copyOf(own, table.size());
    TokenFeatures features = from.tokenFeatures();
    int columns = table.columns();
    for (int i = from.vocabulary().size(); i < vocabulary.size(); i++) {
      int row = features.wordId(vocabulary.get(i));
      System.arraycopy(own, row * columns, rows, (TokenFeatures.FIRST_WORD + i) * columns, columns);
    }
    weights.put(table.name(), rows);
  }
}
