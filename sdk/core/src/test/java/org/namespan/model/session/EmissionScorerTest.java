package org.namespan.model.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.model.ModelBytes;
import org.namespan.model.feature.SentenceView;

class EmissionScorerTest {

  private static final float ROUNDING = 1e-5f;

  private static TaggerSession session;
  private static int labels;

  @BeforeAll
  static void load() throws IOException {
    session = TaggerSession.open(ByteBuffer.wrap(ModelBytes.fixture(1)), "fixture");
    labels = session.metadata().tagSet().size();
  }

  @AfterAll
  static void close() {
    session.close();
  }

  private static List<String> sentence(int length) {
    Random random = new Random(length);
    List<String> words = session.metadata().vocabulary();
    List<String> sentence = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      // No end of it is a word, behind which a comma would be shown.
      sentence.add(words.get(random.nextInt(words.size())) + "-");
    }
    return sentence;
  }

  private static float[] whole(List<String> sentence) {
    return new EmissionScorer(session, Integer.MAX_VALUE, 1)
        .emissions(views(List.of(sentence)))
        .get(0);
  }

  private static List<SentenceView> views(List<List<String>> sentences) {
    return sentences.stream().map(SentenceView::ofTokens).toList();
  }

  private static boolean same(float[] a, int rowOfA, float[] b, int rowOfB) {
    for (int y = 0; y < labels; y++) {
      if (Math.abs(a[rowOfA * labels + y] - b[rowOfB * labels + y]) > ROUNDING) {
        return false;
      }
    }
    return true;
  }

  /** Four sentences of 40 tokens fill a batch of four: 160 tokens. */
  @ParameterizedTest
  @CsvSource({"0, 4", "4, 6", "6, 7", "7, 8"})
  void longSentencesComeInSmallerBatches(int from, int end) {
    int[] lengths = {30, 30, 30, 40, 50, 80, 81, 500};
    assertEquals(end, EmissionScorer.batchEnd(lengths, from, 4));
  }

  @Test
  void batchesOfAnySizeEnd() {
    int[] lengths = {1, 1, Integer.MAX_VALUE};
    assertEquals(3, EmissionScorer.batchEnd(lengths, 1, Integer.MAX_VALUE));
    assertEquals(1, EmissionScorer.batchEnd(lengths, 0, 1));
  }

  @Test
  void rowsAreLogProbabilities() {
    float[] emissions = whole(sentence(20));
    assertEquals(20 * labels, emissions.length);
    for (int t = 0; t < 20; t++) {
      double sum = 0;
      for (int y = 0; y < labels; y++) {
        sum += Math.exp(emissions[t * labels + y]);
      }
      assertEquals(1, sum, ROUNDING);
    }
  }

  @Test
  void paddingAndTheOrderOfABatchChangeNothing() {
    List<List<String>> sentences = new ArrayList<>();
    for (int length : new int[] {7, 0, 40, 1, 0, 13, 7, 2}) {
      sentences.add(sentence(length));
    }
    for (int batchSize : new int[] {1, 2, 3, 100, Integer.MAX_VALUE}) {
      List<float[]> found = new EmissionScorer(session, 256, batchSize).emissions(views(sentences));
      for (int i = 0; i < sentences.size(); i++) {
        assertArrayNear(whole(sentences.get(i)), found.get(i));
      }
    }
  }

  /** Digits are one to words and to hashed features, but not to characters. */
  @Test
  void readsCharactersWhateverTheBatch() throws IOException {
    ByteBuffer model = ByteBuffer.wrap(ModelBytes.fixtureWithCharacters());
    try (TaggerSession reading = TaggerSession.open(model, "fixture")) {
      List<List<String>> sentences =
          List.of(
              List.of("1998", "met", "Obama", "."),
              List.of("9981", "met", "Obama", "."),
              List.of("aaaaaaaa1aaaaaaaa"),
              List.of("aaaaaaaa9aaaaaaaa"),
              List.of("語", "😀", "x"));
      EmissionScorer scorer = new EmissionScorer(reading, 256, 8);
      List<float[]> found = scorer.emissions(views(sentences));
      for (int i = 0; i < sentences.size(); i++) {
        assertArrayNear(scorer.emissions(views(sentences.subList(i, i + 1))).get(0), found.get(i));
      }
      assertTrue(Math.abs(found.get(0)[0] - found.get(1)[0]) > ROUNDING);
      // The middle of 17 characters is not read.
      assertArrayNear(found.get(2), found.get(3));
    }
  }

  private static void assertArrayNear(float[] expected, float[] found) {
    assertEquals(expected.length, found.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], found[i], ROUNDING);
    }
  }

  /** No token takes its scores from a window that shows less than a quarter window beside it. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7, 16, 17, 18, 19, 30})
  void everyTokenIsScoredWellInsideAWindow(int window) {
    int margin = window / 4;
    for (int time = window - 1; time <= 4 * window; time++) {
      List<String> sentence = sentence(time);
      float[] found =
          new EmissionScorer(session, window, 3).emissions(views(List.of(sentence))).get(0);
      assertEquals(time * labels, found.length);
      boolean[] explained = new boolean[time];
      // Windows are of full length but the last, which may be shorter.
      for (int start = 0; start < time; start++) {
        int end = Math.min(start + window, time);
        float[] scores = whole(sentence.subList(start, end));
        for (int t = start; t < end; t++) {
          boolean well =
              (start == 0 || t - start >= margin) && (end == time || end - 1 - t >= margin);
          explained[t] |= well && same(found, t, scores, t - start);
        }
      }
      for (int t = 0; t < time; t++) {
        assertTrue(explained[t], "token " + t + " of " + time);
      }
    }
  }
}
