package org.namespan.trainer.activelearning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * Chooses a batch text by text, each time the one with the highest score beside those chosen
 * before. As scores only fall, most texts need not be looked at again at each step (M. Minoux,
 * Accelerated greedy algorithms for maximizing submodular set functions, 1978).
 */
final class GreedyBatch {

  /**
   * A text that is not chosen yet.
   *
   * @param score as it was when it was last looked at, at least what it is now
   */
  private record Waiting(int index, double score) {}

  private GreedyBatch() {}

  /**
   * Chooses texts.
   *
   * @param texts of equal scores, the first is taken
   * @param count of texts to choose at most
   * @return in the order of choice, with their scores at that time
   */
  static List<Suggestion> choose(List<WordUncertainty> texts, int count) {
    PriorityQueue<Waiting> queue =
        new PriorityQueue<>(
            Comparator.comparingDouble((Waiting waiting) -> -waiting.score())
                .thenComparingInt(Waiting::index));
    for (int i = 0; i < texts.size(); i++) {
      queue.add(new Waiting(i, texts.get(i).score()));
    }
    Map<String, Integer> chosen = new HashMap<>();
    List<Suggestion> suggestions = new ArrayList<>();
    while (suggestions.size() < count && !queue.isEmpty()) {
      Waiting highest = queue.remove();
      WordUncertainty text = texts.get(highest.index());
      double score = text.score(chosen);
      if (score < highest.score()) {
        queue.add(new Waiting(highest.index(), score));
      } else {
        suggestions.add(new Suggestion(text.text(), score));
        text.addTo(chosen);
      }
    }
    return suggestions;
  }
}
