package org.namespan.trainer.training;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.namespan.internal.feature.TokenFeatures;
import org.namespan.internal.tag.Tag;
import org.namespan.internal.tag.TagScheme;
import org.namespan.internal.tag.TagSet;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.network.EncodedSentence;

/**
 * Two corpora made ready for training: labels and vocabulary drawn from the training part, both
 * parts encoded by them.
 *
 * @param tagSet labels over the entity types of the training part
 * @param vocabulary word forms, most frequent first, equal ones in alphabetical order
 * @param features from tokens to ids
 * @param singleton by word id, whether the training part holds the word once
 * @param train encoded training sentences
 * @param dev encoded dev sentences
 * @param fingerprint SHA-256 over tokens and tags of both parts, in hexadecimal
 */
public record TrainingData(
    TagSet tagSet,
    List<String> vocabulary,
    TokenFeatures features,
    boolean[] singleton,
    List<EncodedSentence> train,
    List<EncodedSentence> dev,
    String fingerprint) {

  /**
   * Prepares corpora.
   *
   * @throws CorpusException if training knows no entity type, or dev has one that training lacks
   */
  public static TrainingData prepare(Corpus train, Corpus dev, TrainingConfig config)
      throws CorpusException {
    if (train.types().isEmpty()) {
      throw new CorpusException(
          Path.of(train.name()),
          0,
          "found no entity",
          "expected tags such as B-TYPE",
          "choose the column of the tags");
    }
    TagSet tagSet = TagSet.over(config.scheme(), train.types());
    Map<String, Integer> counts = new TreeMap<>();
    for (Sentence sentence : train.sentences()) {
      for (String token : sentence.tokens()) {
        counts.merge(config.recipe().wordForm(token), 1, Integer::sum);
      }
    }
    List<String> vocabulary = new ArrayList<>(counts.keySet());
    vocabulary.removeIf(word -> counts.get(word) < config.minCount());
    vocabulary.sort(Comparator.comparing(word -> -counts.get(word)));
    TokenFeatures features = new TokenFeatures(config.recipe(), vocabulary);
    boolean[] singleton = new boolean[features.wordTableRows()];
    for (int i = 0; i < vocabulary.size(); i++) {
      singleton[TokenFeatures.FIRST_WORD + i] = counts.get(vocabulary.get(i)) == 1;
    }
    return new TrainingData(
        tagSet,
        vocabulary,
        features,
        singleton,
        encode(train, tagSet, features),
        encode(dev, tagSet, features),
        fingerprint(train, dev));
  }

  /** Encodes a corpus by the labels and features of a model. */
  static List<EncodedSentence> encode(Corpus corpus, TagSet tagSet, TokenFeatures features)
      throws CorpusException {
    corpus.requireTypes(tagSet.types(), "the training data");
    List<EncodedSentence> encoded = new ArrayList<>(corpus.sentences().size());
    for (Sentence sentence : corpus.sentences()) {
      List<Tag> tags =
          tagSet.scheme() == TagScheme.BIO
              ? sentence.tags()
              : tagSet.scheme().encode(sentence.spans(), sentence.tags().size());
      int[] labels = new int[tags.size()];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = tagSet.id(tags.get(i));
      }
      encoded.add(EncodedSentence.of(sentence.tokens(), labels, features));
    }
    return encoded;
  }

  private static String fingerprint(Corpus train, Corpus dev) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Corpus corpus : List.of(train, dev)) {
        for (Sentence sentence : corpus.sentences()) {
          for (int i = 0; i < sentence.tokens().size(); i++) {
            String line = sentence.tokens().get(i) + "\t" + sentence.tags().get(i) + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
          }
          digest.update((byte) '\n');
        }
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
