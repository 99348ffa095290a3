package org.namespan.trainer.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.namespan.internal.feature.TokenFeatures;
import org.namespan.trainer.network.Batch;
import org.namespan.trainer.network.EncodedSentence;

/**
 * The batches of an epoch: sentences shuffled, then sorted by length so that a batch holds
 * sentences of nearly one length, then batches shuffled. Singletons, words seen once in training,
 * become {@code <UNK>} at random, so that the unknown word has learned what it may be.
 */
final class BatchSampler {

  private final List<EncodedSentence> sentences;
  private final int hashCount;
  private final int batchSize;
  private final boolean[] singleton;
  private final double unknownProbability;

  /**
   * @param singleton by word id, whether training holds the word once
   * @param unknownProbability chance of a singleton to become {@code <UNK>}
   */
  BatchSampler(
      List<EncodedSentence> sentences,
      int hashCount,
      int batchSize,
      boolean[] singleton,
      double unknownProbability) {
    this.sentences = sentences;
    this.hashCount = hashCount;
    this.batchSize = batchSize;
    this.singleton = singleton;
    this.unknownProbability = unknownProbability;
  }

  /** Batches of one epoch; the same seed gives the same batches. */
  List<Batch> epoch(long seed) {
    Random random = new Random(seed);
    List<EncodedSentence> shuffled = new ArrayList<>(sentences);
    Collections.shuffle(shuffled, random);
    shuffled.sort(Comparator.comparingInt(EncodedSentence::length));
    List<Batch> batches = new ArrayList<>();
    for (int i = 0; i < shuffled.size(); i += batchSize) {
      List<EncodedSentence> group = shuffled.subList(i, Math.min(i + batchSize, shuffled.size()));
      Batch batch = Batch.of(group, hashCount);
      hideSingletons(batch.words(), random);
      batches.add(batch);
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private void hideSingletons(int[] words, Random random) {
    for (int i = 0; i < words.length; i++) {
      if (singleton[words[i]] && random.nextDouble() < unknownProbability) {
        words[i] = TokenFeatures.UNK;
      }
    }
  }
}
