package org.namespan.trainer.activelearning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GreedyBatchTest {

  @Test
  void nextIsWhatTeachesMostBesideTheOthers() {
    // Scores alone: 1.2, 1.1, 0.8; once the first is chosen, the second is worth 0.55.
    List<WordUncertainty> texts =
        List.of(
            Texts.uncertain("Oslo", 1.1),
            Texts.uncertain("OSLO", 1.2),
            Texts.uncertain("Paris", 0.8));
    List<Suggestion> batch = GreedyBatch.choose(texts, 3);
    assertEquals(
        List.of("OSLO", "Paris", "Oslo"), batch.stream().map(s -> s.text().text()).toList());
    assertEquals(1.2, batch.get(0).score(), 1e-6);
    assertEquals(0.8, batch.get(1).score(), 1e-6);
    assertEquals(0.55, batch.get(2).score(), 1e-6);
    assertEquals(batch.subList(0, 2), GreedyBatch.choose(texts, 2));
    assertEquals(List.of(), GreedyBatch.choose(List.of(), 2));
  }

  @Test
  void ofEqualsTheFirstIsTaken() {
    List<WordUncertainty> texts =
        List.of(Texts.uncertain("b", 0.5), Texts.uncertain("a", 0.5), Texts.uncertain("c", 0.5));
    assertEquals(
        List.of("b", "a"),
        GreedyBatch.choose(texts, 2).stream().map(s -> s.text().text()).toList());
  }

  /** Looking at every text at every step gives the same. */
  @Test
  void agreesWithTheSlowWay() {
    Random random = new Random(7);
    for (int round = 0; round < 30; round++) {
      List<WordUncertainty> texts = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        StringBuilder tokens = new StringBuilder();
        double[] entropies = new double[1 + random.nextInt(6)];
        for (int t = 0; t < entropies.length; t++) {
          tokens.append(t == 0 ? "" : " ").append("w").append((char) ('a' + random.nextInt(12)));
          entropies[t] = random.nextInt(5) / 4.0;
        }
        texts.add(Texts.uncertain(tokens.toString(), entropies));
      }
      assertEquals(slowly(texts, 25), GreedyBatch.choose(texts, 25));
    }
  }

  private static List<Suggestion> slowly(List<WordUncertainty> texts, int count) {
    List<WordUncertainty> left = new ArrayList<>(texts);
    Map<String, Integer> chosen = new HashMap<>();
    List<Suggestion> batch = new ArrayList<>();
    while (batch.size() < count) {
      int best = 0;
      for (int i = 1; i < left.size(); i++) {
        best = left.get(i).score(chosen) > left.get(best).score(chosen) ? i : best;
      }
      WordUncertainty text = left.remove(best);
      batch.add(new Suggestion(text.text(), text.score(chosen)));
      text.addTo(chosen);
    }
    return batch;
  }
}
