package org.namespan.trainer.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.model.feature.FeatureRecipe;

/** Counts words, and draws a vocabulary from them. */
public final class WordCounts {

  private WordCounts() {}

  /** How often each word form stands in some sentences, by form. */
  public static Map<String, Integer> of(List<List<String>> sentences, FeatureRecipe recipe) {
    Map<String, Integer> counts = new TreeMap<>();
    for (List<String> sentence : sentences) {
      for (String token : sentence) {
        counts.merge(recipe.wordForm(token), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** The forms that stand so often, most frequent first, equal ones in alphabetical order. */
  public static List<String> vocabulary(Map<String, Integer> counts, int minCount) {
    List<String> vocabulary = new ArrayList<>(counts.keySet());
    vocabulary.removeIf(word -> counts.getOrDefault(word, 0) < minCount);
    vocabulary.sort(Comparator.comparing(word -> -counts.getOrDefault(word, 0)));
    return vocabulary;
  }
}
