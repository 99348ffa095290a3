package org.namespan.trainer.corpus;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The ways of splitting a corpus. All keep the copies of a sentence in one part. */
public final class Splits {
  private Splits() {}

  /**
   * Cuts after the first {@code trainSentences} sentences, then moves each copy of a train sentence
   * from dev to train. Of the sentences {@code a b | a c}, train holds {@code a b a}, dev {@code
   * c}, and one is moved.
   *
   * @param trainSentences sentences before the cut, at least 1
   * @throws CorpusException if nothing is left for dev
   */
  public static Split sequential(Corpus corpus, int trainSentences) throws CorpusException {
    if (trainSentences < 1) {
      throw new IllegalArgumentException(trainSentences + " train sentences: expected 1 or more");
    }
    BitSet dev = new BitSet();
    int moved = 0;
    Collection<List<Integer>> groups = groups(corpus);
    for (List<Integer> group : groups) {
      boolean inDev = group.get(0) >= trainSentences;
      for (int i : group) {
        dev.set(i, inDev);
        if (!inDev && i >= trainSentences) {
          moved++;
        }
      }
    }
    return split(corpus, groups, dev, moved);
  }

  /**
   * Draws sentences for dev at random. The same corpus, fraction and seed give the same split on
   * every machine.
   *
   * @param devFraction part of the sentences for dev, above 0 and below 1; as copies stay together,
   *     dev may hold a few less
   * @throws CorpusException if one part would be empty
   */
  public static Split random(Corpus corpus, double devFraction, long seed) throws CorpusException {
    if (!(devFraction > 0 && devFraction < 1)) {
      throw new IllegalArgumentException(
          "dev fraction " + devFraction + ": expected more than 0 and less than 1");
    }
    long room = Math.round(devFraction * corpus.sentences().size());
    BitSet dev = new BitSet();
    Collection<List<Integer>> groups = groups(corpus);
    List<List<Integer>> shuffled = new ArrayList<>(groups);
    Collections.shuffle(shuffled, new Random(seed));
    for (List<Integer> group : shuffled) {
      if (group.size() <= room) {
        group.forEach(dev::set);
        room -= group.size();
      }
    }
    return split(corpus, groups, dev, 0);
  }

  /**
   * Cuts a corpus into folds for cross-validation: dev of the first split is the first fold, train
   * all others, and so on. Sentences are dealt out in turn.
   *
   * @param folds at least 2
   * @throws CorpusException if there are fewer different sentences than folds
   */
  public static List<Split> folds(Corpus corpus, int folds) throws CorpusException {
    if (folds < 2) {
      throw new IllegalArgumentException(folds + " folds: expected 2 or more");
    }
    Collection<List<Integer>> groups = groups(corpus);
    if (groups.size() < folds) {
      throw new CorpusException(
          corpus.name(),
          "found " + groups.size() + " different sentences",
          "expected at least " + folds + ", one for each fold",
          "choose fewer folds or a larger corpus");
    }
    List<BitSet> parts = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      parts.add(new BitSet());
    }
    int next = 0;
    for (List<Integer> group : groups) {
      group.forEach(parts.get(next++ % folds)::set);
    }
    List<Split> splits = new ArrayList<>();
    for (BitSet dev : parts) {
      splits.add(split(corpus, groups, dev, 0));
    }
    return splits;
  }

  /** Indexes of the sentences, those of the same tokens together, in the order of the file. */
  private static Collection<List<Integer>> groups(Corpus corpus) {
    Map<List<String>, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < corpus.sentences().size(); i++) {
      List<String> tokens = corpus.sentences().get(i).tokens();
      groups.computeIfAbsent(tokens, key -> new ArrayList<>(1)).add(i);
    }
    return groups.values();
  }

  private static Split split(Corpus corpus, Collection<List<Integer>> groups, BitSet dev, int moved)
      throws CorpusException {
    List<Sentence> all = corpus.sentences();
    if (dev.isEmpty() || dev.cardinality() == all.size()) {
      throw new CorpusException(
          corpus.name(),
          "the split leaves " + (dev.isEmpty() ? "dev" : "train") + " empty",
          "expected sentences in both parts of " + all.size(),
          "choose another split or a larger corpus");
    }
    List<Sentence> trainPart = new ArrayList<>();
    List<Sentence> devPart = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      (dev.get(i) ? devPart : trainPart).add(all.get(i));
    }
    int conflicting = 0;
    for (List<Integer> group : groups) {
      for (int i : group) {
        if (!all.get(i).spans().equals(all.get(group.get(0)).spans())) {
          conflicting++;
        }
      }
    }
    return new Split(
        corpus.withSentences(trainPart),
        corpus.withSentences(devPart),
        all.size() - groups.size(),
        moved,
        conflicting);
  }
}
