package org.namespan.trainer.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.HashedInput;
import org.namespan.model.feature.WordInput;

class BatchTest {

  private static EncodedSentence sentence(int length) {
    int[] words = new int[length];
    int[] hashes = new int[2 * length];
    int[] labels = new int[length];
    for (int t = 0; t < length; t++) {
      words[t] = 10 + t;
      hashes[2 * t] = 20 + t;
      hashes[2 * t + 1] = 30 + t;
      labels[t] = t % 3;
    }
    return EncodedSentences.of(words, hashes, new int[0], LabelTargets.gold(labels));
  }

  @Test
  void padsToTheLongest() {
    Batch batch = Batch.of(List.of(sentence(1), sentence(3)));
    assertEquals(2, batch.size());
    assertEquals(3, batch.time());
    assertEquals(4, batch.tokens());
    assertArrayEquals(new int[] {1, 3}, batch.lengths());
    assertArrayEquals(new int[] {10, 0, 0, 10, 11, 12}, batch.ids(WordInput.NAME));
    assertArrayEquals(
        new int[] {20, 30, 0, 0, 0, 0, 20, 30, 21, 31, 22, 32}, batch.ids(HashedInput.NAME));
    assertEquals(List.of(1, 3), batch.targets().stream().map(LabelTargets::length).toList());
    assertEquals(2, batch.targets().get(1).label(2, 0));
  }

  @Test
  void padsCharacters() {
    int[] none = {};
    LabelTargets targets = LabelTargets.gold(new int[2]);
    EncodedSentence one = EncodedSentences.of(new int[1], none, new int[] {3, 4, 0}, null);
    EncodedSentence two =
        EncodedSentences.of(new int[2], none, new int[] {5, 0, 0, 6, 7, 8}, targets);
    Batch batch = Batch.of(List.of(one, two));
    assertArrayEquals(
        new int[] {3, 4, 0, 0, 0, 0, 5, 0, 0, 6, 7, 8}, batch.ids(CharacterInput.NAME));
    assertArrayEquals(none, batch.ids(HashedInput.NAME));
  }

  @Test
  void reversesEachRowWithinItsLength() {
    assertArrayEquals(
        new int[] {1, 0, 2, 5, 4, 3}, Batch.of(List.of(sentence(2), sentence(3))).reversal());
    assertArrayEquals(new int[] {0}, Batch.of(List.of(sentence(1))).reversal());
    assertArrayEquals(
        new int[] {0, 1, 2, 3, 7, 6, 5, 4}, Batch.of(List.of(sentence(1), sentence(4))).reversal());
  }

  @Property(seed = "20", tries = 200)
  void reversalIsItsOwnInverseAndKeepsRowsAndPadding(
      @ForAll @Size(min = 1, max = 8) List<@IntRange(min = 1, max = 12) Integer> lengths) {
    List<EncodedSentence> sentences = new ArrayList<>();
    lengths.forEach(length -> sentences.add(sentence(length)));
    Batch batch = Batch.of(sentences);
    int[] reversal = batch.reversal();
    for (int i = 0; i < reversal.length; i++) {
      assertEquals(i, reversal[reversal[i]]);
      assertEquals(i / batch.time(), reversal[i] / batch.time());
      if (i % batch.time() >= batch.lengths()[i / batch.time()]) {
        assertEquals(i, reversal[i]);
      }
    }
  }
}
