package org.namespan.trainer.training;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.feature.WordInput;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LengthGroups;
import org.namespan.trainer.config.Augmentation;
import org.namespan.trainer.config.TrainingConfig;

/**
 * The batches of an epoch: sentences shuffled, then sorted by length so that a batch holds
 * sentences of nearly one length, then batches shuffled. Each sentence is read in one of its cases;
 * singletons, words seen once in training, and any word at a lower chance become {@code <UNK>}, so
 * that the unknown word has learned what it may be.
 */
public final class BatchSampler {

  private final List<CasedSentence> sentences;
  private final boolean[] singleton;
  private final int batchSize;
  private final Augmentation augmentation;

  /**
   * @param singleton by word id, whether training holds the word once
   * @param config of which batch size and the chances are taken
   */
  public BatchSampler(List<CasedSentence> sentences, boolean[] singleton, TrainingConfig config) {
    this.sentences = sentences;
    this.singleton = singleton;
    this.batchSize = config.optimization().batchSize();
    this.augmentation = config.augmentation();
  }

  /** Batches of one epoch; the same seed gives the same batches. */
  public List<Batch> epoch(long seed) {
    Random random = new Random(seed);
    List<EncodedSentence> shuffled = new ArrayList<>(sentences.size());
    for (CasedSentence sentence : sentences) {
      shuffled.add(sentence.draw(augmentation, random));
    }
    Collections.shuffle(shuffled, random);
    shuffled.sort(Comparator.comparingInt(EncodedSentence::positions));
    List<Batch> batches = new ArrayList<>();
    for (List<EncodedSentence> group : LengthGroups.of(shuffled, batchSize)) {
      Batch batch = Batch.of(group);
      hideWords(batch.ids(WordInput.NAME), random);
      batches.add(batch);
    }
    Collections.shuffle(batches, random);
    return batches;
  }

  private void hideWords(int[] words, Random random) {
    for (int i = 0; i < words.length; i++) {
      double chance =
          singleton[words[i]] ? augmentation.unknownProbability() : augmentation.wordDropout();
      if (chance > 0 && words[i] != TokenFeatures.PAD && random.nextDouble() < chance) {
        words[i] = TokenFeatures.UNK;
      }
    }
  }
}
