package org.namespan.trainer.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.WordInput;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.EncodedSentences;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.config.TrainingConfig;

class BatchSamplerTest {

  /** Sentences whose words are all different, so that each is known by its first word. */
  private static List<EncodedSentence> sentences(int count, Random random) {
    List<EncodedSentence> sentences = new ArrayList<>();
    int word = TokenFeatures.FIRST_WORD;
    for (int i = 0; i < count; i++) {
      int[] words = new int[1 + random.nextInt(30)];
      for (int t = 0; t < words.length; t++) {
        words[t] = word++;
      }
      sentences.add(EncodedSentences.of(words, LabelTargets.gold(new int[words.length])));
    }
    return sentences;
  }

  private static BatchSampler sampler(
      List<EncodedSentence> sentences, int batchSize, boolean[] singleton, double probability) {
    List<CasedSentence> cased =
        sentences.stream().map(s -> new CasedSentence(s, null, null, null)).toList();
    TrainingConfig config =
        TrainingConfig.plain().optBatchSize(batchSize).optUnknownProbability(probability).build();
    return new BatchSampler(cased, singleton, config);
  }

  private static boolean[] singletons(List<EncodedSentence> sentences, boolean value) {
    int words = TokenFeatures.FIRST_WORD + sentences.stream().mapToInt(s -> s.length()).sum();
    boolean[] singleton = new boolean[words];
    Arrays.fill(singleton, TokenFeatures.FIRST_WORD, words, value);
    return singleton;
  }

  @Property(seed = "20", tries = 200)
  void everySentenceOnceWithItsLike(
      @ForAll @IntRange(min = 1, max = 150) int count,
      @ForAll @IntRange(min = 1, max = 600) int batchSize,
      @ForAll long seed) {
    List<EncodedSentence> sentences = sentences(count, new Random(seed));
    BatchSampler sampler = sampler(sentences, batchSize, singletons(sentences, false), 0.5);
    List<Batch> batches = sampler.epoch(seed);
    assertEquals((count + batchSize - 1) / batchSize, batches.size());
    List<Integer> firstWords = new ArrayList<>();
    List<int[]> ranges = new ArrayList<>();
    for (Batch batch : batches) {
      assertTrue(batch.size() <= batchSize);
      for (int i = 0; i < batch.size(); i++) {
        firstWords.add(batch.ids(WordInput.NAME)[i * batch.time()]);
      }
      int[] lengths = batch.lengths().clone();
      Arrays.sort(lengths);
      ranges.add(new int[] {lengths[0], lengths[lengths.length - 1]});
    }
    Collections.sort(firstWords);
    assertEquals(sentences.stream().map(s -> s.ids(WordInput.NAME)[0]).toList(), firstWords);
    // Buckets: no two batches overlap in length by more than their ends.
    ranges.sort(Comparator.<int[]>comparingInt(r -> r[0]).thenComparingInt(r -> r[1]));
    for (int i = 1; i < ranges.size(); i++) {
      assertTrue(ranges.get(i - 1)[1] <= ranges.get(i)[0]);
    }
  }

  @Test
  void sameSeedSameBatches() {
    List<EncodedSentence> sentences = sentences(100, new Random(1));
    BatchSampler sampler = sampler(sentences, 8, singletons(sentences, true), 0.5);
    List<Batch> first = sampler.epoch(3);
    List<Batch> again = sampler.epoch(3);
    List<Batch> other = sampler.epoch(4);
    boolean differs = false;
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i).ids(WordInput.NAME), again.get(i).ids(WordInput.NAME));
      differs |= !Arrays.equals(first.get(i).ids(WordInput.NAME), other.get(i).ids(WordInput.NAME));
    }
    assertTrue(differs);
  }

  @Test
  void batchesComeInRandomOrderOfLength() {
    List<EncodedSentence> sentences = sentences(200, new Random(1));
    List<Batch> batches = sampler(sentences, 8, singletons(sentences, false), 0).epoch(1);
    List<Integer> times = batches.stream().map(Batch::time).toList();
    List<Integer> sorted = times.stream().sorted().toList();
    assertFalse(times.equals(sorted));
  }

  @Test
  void largeBatches() {
    List<EncodedSentence> sentences = sentences(1200, new Random(1));
    for (int batchSize : new int[] {512, 1024, 5000}) {
      List<Batch> batches = sampler(sentences, batchSize, singletons(sentences, false), 0).epoch(1);
      assertEquals((1200 + batchSize - 1) / batchSize, batches.size());
      assertEquals(1200, batches.stream().mapToInt(Batch::size).sum());
    }
  }

  /** Sentences whose words tell the case: 2 as it stands, 3 lower, 4 upper, 5 title. */
  private static List<CasedSentence> cased(int count, boolean title) {
    List<CasedSentence> cased = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      EncodedSentence[] cases = new EncodedSentence[4];
      for (int c = 0; c < 4; c++) {
        int[] words = new int[1 + i % 5];
        Arrays.fill(words, TokenFeatures.FIRST_WORD + c);
        cases[c] = EncodedSentences.of(words, LabelTargets.gold(new int[words.length]));
      }
      cased.add(new CasedSentence(cases[0], cases[1], cases[2], title ? cases[3] : null));
    }
    return cased;
  }

  @Test
  void readsEachSentenceInACaseAboutAsOftenAsAsked() {
    TrainingConfig config =
        TrainingConfig.plain()
            .optBatchSize(64)
            .optLowerShare(0.2)
            .optUpperShare(0.1)
            .optTitleShare(0.3)
            .build();
    BatchSampler sampler = new BatchSampler(cased(5000, true), new boolean[6], config);
    int[] counts = new int[6];
    for (Batch batch : sampler.epoch(1)) {
      for (int i = 0; i < batch.size(); i++) {
        counts[batch.ids(WordInput.NAME)[i * batch.time()]]++;
      }
    }
    double[] shares = {0, 0, 0.4, 0.2, 0.1, 0.3};
    for (int word = 0; word < shares.length; word++) {
      assertEquals(shares[word], counts[word] / 5000.0, 0.025, "word " + word);
    }
  }

  @Test
  void readsNoSentenceInACaseWithoutShare() {
    TrainingConfig config = TrainingConfig.plain().optLowerShare(0.9).build();
    BatchSampler sampler = new BatchSampler(cased(500, false), new boolean[6], config);
    for (Batch batch : sampler.epoch(1)) {
      assertTrue(
          Arrays.stream(batch.ids(WordInput.NAME))
              .allMatch(word -> word == 0 || word == 2 || word == 3));
    }
  }

  @Test
  void hidesAnyWordAboutAsOftenAsAskedButNoPadding() {
    List<EncodedSentence> sentences = sentences(600, new Random(1));
    List<CasedSentence> cased =
        sentences.stream().map(s -> new CasedSentence(s, null, null, null)).toList();
    boolean[] singleton = singletons(sentences, false);
    Arrays.fill(singleton, TokenFeatures.FIRST_WORD, singleton.length / 2, true);
    for (double dropout : new double[] {0, 0.2}) {
      TrainingConfig config =
          TrainingConfig.plain().optWordDropout(dropout).optUnknownProbability(0.5).build();
      boolean[] seen = new boolean[singleton.length];
      for (Batch batch : new BatchSampler(cased, singleton, config).epoch(1)) {
        for (int i = 0; i < batch.ids(WordInput.NAME).length; i++) {
          seen[batch.ids(WordInput.NAME)[i]] = true;
          boolean padding = i % batch.time() >= batch.lengths()[i / batch.time()];
          assertEquals(padding, batch.ids(WordInput.NAME)[i] == TokenFeatures.PAD);
        }
      }
      int[] hidden = new int[2];
      for (int word = TokenFeatures.FIRST_WORD; word < seen.length; word++) {
        hidden[singleton[word] ? 1 : 0] += seen[word] ? 0 : 1;
      }
      assertEquals(dropout, hidden[0] / (seen.length / 2.0), 0.02);
      assertEquals(0.5, hidden[1] / (seen.length / 2.0), 0.02);
    }
  }

  @Test
  void sameSeedSameCases() {
    TrainingConfig config =
        TrainingConfig.plain().optLowerShare(0.5).optWordDropout(0.3).optBatchSize(8).build();
    BatchSampler sampler = new BatchSampler(cased(100, false), new boolean[6], config);
    List<Batch> first = sampler.epoch(3);
    List<Batch> again = sampler.epoch(3);
    List<Batch> other = sampler.epoch(4);
    boolean differs = false;
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i).ids(WordInput.NAME), again.get(i).ids(WordInput.NAME));
      differs |= !Arrays.equals(first.get(i).ids(WordInput.NAME), other.get(i).ids(WordInput.NAME));
    }
    assertTrue(differs);
  }

  @Test
  void hidesSingletonsAboutAsOftenAsAsked() {
    List<EncodedSentence> sentences = sentences(600, new Random(1));
    boolean[] singleton = singletons(sentences, true);
    for (int word = TokenFeatures.FIRST_WORD; word < singleton.length; word += 2) {
      singleton[word] = false;
    }
    long odd = singleton.length / 2;
    for (double probability : new double[] {0, 0.3, 0.5}) {
      BatchSampler sampler = sampler(sentences, 64, singleton, probability);
      boolean[] seen = new boolean[singleton.length];
      int hidden = 0;
      for (Batch batch : sampler.epoch(1)) {
        for (int i = 0; i < batch.ids(WordInput.NAME).length; i++) {
          int word = batch.ids(WordInput.NAME)[i];
          hidden += word == TokenFeatures.UNK ? 1 : 0;
          seen[word] = true;
          boolean padding = i % batch.time() >= batch.lengths()[i / batch.time()];
          assertEquals(padding, word == TokenFeatures.PAD);
        }
      }
      assertEquals(probability, (double) hidden / odd, 0.02);
      for (int word = TokenFeatures.FIRST_WORD; word < singleton.length; word += 2) {
        assertTrue(seen[word], "word " + word + " is no singleton");
      }
    }
    // The sentences themselves stay as they were.
    assertTrue(
        sentences.stream()
            .flatMapToInt(s -> Arrays.stream(s.ids(WordInput.NAME)))
            .allMatch(word -> word >= TokenFeatures.FIRST_WORD));
  }
}
