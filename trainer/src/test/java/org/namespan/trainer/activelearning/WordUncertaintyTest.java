package org.namespan.trainer.activelearning;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.namespan.trainer.corpus.SoftSentence;

class WordUncertaintyTest {

  @Test
  void entropyIsInNats() {
    assertEquals(0, WordUncertainty.entropy(new float[] {1}));
    assertEquals(0.693147, WordUncertainty.entropy(new float[] {0.5f, 0.5f}), 1e-6);
    assertEquals(1.386294, WordUncertainty.entropy(new float[] {0.25f, 0.25f, 0.25f, 0.25f}), 1e-6);
    // -(0.9 ln 0.9 + 0.1 ln 0.1) = 0.094824 + 0.230259
    assertEquals(0.325083, WordUncertainty.entropy(new float[] {0.9f, 0.1f}), 1e-6);
    // Weights that were left out as next to nothing may leave a little more than 1 in one.
    assertEquals(0, WordUncertainty.entropy(new float[] {1.0000001f}));
  }

  @Test
  void takesTheDistributionsOfAllSentences() {
    SoftSentence first =
        new SoftSentence(
            List.of("Anna", "left"), new int[][] {{0, 1}, {0}}, new float[][] {{0.9f, 0.1f}, {1}});
    SoftSentence second =
        new SoftSentence(List.of("42"), new int[][] {{1, 2}}, new float[][] {{0.5f, 0.5f}});
    UnlabelledText text = Texts.text("Anna left 42");
    WordUncertainty uncertainty = WordUncertainty.of(text, List.of(first, second));
    assertEquals(List.of("anna", "left", "00"), uncertainty.words());
    // (0.325083 + 0 + 0.693147) / sqrt(3)
    assertEquals(0.587875, uncertainty.score(), 1e-6);
  }

  @Test
  void aWordThatWasChosenCountsHalf() {
    WordUncertainty text = Texts.uncertain("Anna met anna", 0.6, 0.3, 0.9);
    // 1.8 / sqrt(3)
    assertEquals(1.039230, text.score(), 1e-6);
    Map<String, Integer> chosen = new HashMap<>();
    text.addTo(chosen);
    assertEquals(Map.of("anna", 1, "met", 1), chosen);
    assertEquals(1.039230 / 2, text.score(chosen), 1e-6);
    Texts.uncertain("Anna", 0).addTo(chosen);
    // (0.15 + 0.15 + 0.225) / sqrt(3)
    assertEquals(0.303109, text.score(chosen), 1e-6);
  }

  @Test
  void wordsAreTheSameInAnyCaseAndNumbersByLength() {
    assertEquals("route00", WordUncertainty.form("ROUTE66"));
    assertEquals("zürich", WordUncertainty.form("Zürich"));
    assertEquals("0", WordUncertainty.form("٣"));
  }
}
