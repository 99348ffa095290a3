package org.namespan.trainer.network;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.EncodedSentences;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.head.ScoreLoss;
import org.namespan.trainer.training.Engines;

/** Networks and sentences small enough to try every kind of network in a test. */
public final class SmallNetworks {
  public static final int WORDS = 20;
  public static final int HASH_ROWS = 21;
  public static final int CHAR_ROWS = 9;
  public static final int CHAR_LENGTH = 3;
  public static final int LABELS = 5;

  private SmallNetworks() {}

  /** A network with skip connections when it has more than one layer. */
  public static NetworkConfig config(Cell cell, boolean bidirectional, int layers, int hashCount) {
    int hashRows = hashCount == 0 ? 0 : HASH_ROWS;
    int hashDim = hashCount == 0 ? 0 : 3;
    return plain(
        cell,
        bidirectional,
        layers,
        4,
        layers > 1,
        WORDS,
        5,
        hashCount,
        hashRows,
        hashDim,
        LABELS,
        Head.SOFTMAX);
  }

  /** A network that concatenates embeddings and reads no characters. */
  public static NetworkConfig plain(
      Cell cell,
      boolean bidirectional,
      int layers,
      int hidden,
      boolean skip,
      int wordRows,
      int wordDim,
      int hashCount,
      int hashRows,
      int hashDim,
      int labels,
      Head head) {
    return new NetworkConfig(
        cell,
        bidirectional,
        layers,
        hidden,
        skip,
        wordRows,
        wordDim,
        hashCount,
        hashRows,
        hashDim,
        Combiner.CONCAT,
        0,
        0,
        0,
        0,
        labels,
        head);
  }

  /** The same network, reading characters too. */
  public static NetworkConfig withCharacters(NetworkConfig config) {
    return changed(
        config, config.hashDim(), config.combiner(), CHAR_ROWS, CHAR_LENGTH, 4, 6, config.head());
  }

  /** The same network, adding up embeddings that are all as wide as those of words. */
  public static NetworkConfig summed(NetworkConfig config) {
    return changed(
        config,
        config.hashCount() == 0 ? 0 : config.wordDim(),
        Combiner.SUM,
        config.charRows(),
        config.charLength(),
        config.charDim(),
        config.charFilters(),
        config.head());
  }

  /** The same network with a CRF on top. */
  public static NetworkConfig crf(NetworkConfig config) {
    return changed(
        config,
        config.hashDim(),
        config.combiner(),
        config.charRows(),
        config.charLength(),
        config.charDim(),
        config.charFilters(),
        Head.CRF);
  }

  private static NetworkConfig changed(
      NetworkConfig config,
      int hashDim,
      Combiner combiner,
      int charRows,
      int charLength,
      int charDim,
      int charFilters,
      Head head) {
    return new NetworkConfig(
        config.cell(),
        config.bidirectional(),
        config.layers(),
        config.hidden(),
        config.skip(),
        config.wordRows(),
        config.wordDim(),
        config.hashCount(),
        config.hashRows(),
        hashDim,
        combiner,
        charRows,
        charLength,
        charDim,
        charFilters,
        config.labels(),
        head);
  }

  /**
   * Every cell, in one and both directions, with 1 and 2 layers, without and with hashes; some with
   * characters alone or with both; some that add up embeddings.
   */
  public static List<NetworkConfig> all() {
    List<NetworkConfig> all = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      for (int layers = 1; layers <= 2; layers++) {
        for (int hashCount = 0; hashCount <= 2; hashCount += 2) {
          all.add(config(cell, false, layers, hashCount));
          all.add(config(cell, true, layers, hashCount));
        }
      }
    }
    all.add(withCharacters(config(Cell.LSTM, true, 1, 0)));
    all.add(withCharacters(config(Cell.GRU, false, 2, 2)));
    all.add(summed(config(Cell.LSTM, true, 1, 2)));
    all.add(summed(config(Cell.LSTM, false, 2, 0)));
    all.add(summed(withCharacters(config(Cell.GRU, true, 2, 2))));
    return all;
  }

  /**
   * Starting weights made larger, biases too, so that gates leave their middle; smaller where
   * nothing bounds the state.
   */
  public static Map<String, float[]> weights(NetworkConfig config, long seed) {
    Random random = new Random(seed);
    float scale = config.cell() == Cell.RNN_RELU ? 0.6f : 1.5f;
    Map<String, float[]> weights = config.spec().draw(seed);
    weights.forEach(
        (name, values) -> {
          boolean table = Set.of("words", "hashes", "chars").contains(name);
          for (int i = 0; i < values.length; i++) {
            values[i] = table ? values[i] : scale * values[i] + 0.3f * (random.nextFloat() - 0.5f);
          }
        });
    return weights;
  }

  /** Sentences of 1 to {@code longest} random tokens with random labels. */
  public static List<EncodedSentence> sentences(
      NetworkConfig config, int count, int longest, Random random) {
    List<EncodedSentence> sentences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sentences.add(sentence(config, 1 + random.nextInt(longest), random));
    }
    return sentences;
  }

  /** The same without entities: labels that are legal in every tag scheme. */
  public static List<EncodedSentence> outside(
      NetworkConfig config, int count, int longest, Random random) {
    return sentences(config, count, longest, random).stream()
        .map(
            s ->
                new EncodedSentence(s.length(), s.inputs(), LabelTargets.gold(new int[s.length()])))
        .toList();
  }

  private static EncodedSentence sentence(NetworkConfig config, int length, Random random) {
    int hashRows = Math.max(2, config.hashRows());
    return EncodedSentences.of(
        random.ints(length, 1, config.wordRows()).toArray(),
        random.ints((long) length * config.hashCount(), 1, hashRows).toArray(),
        chars(config, length, random),
        LabelTargets.gold(random.ints(length, 0, config.labels()).toArray()));
  }

  /** Tokens of 1 character to as many as are read. */
  private static int[] chars(NetworkConfig config, int tokens, Random random) {
    int[] chars = new int[tokens * config.charLength()];
    for (int at = 0; at < chars.length; at += config.charLength()) {
      for (int i = random.nextInt(config.charLength()); i >= 0; i--) {
        chars[at + i] = 1 + random.nextInt(config.charRows() - 1);
      }
    }
    return chars;
  }

  /** The loss of a network, over the types geo and per in BIO, without label smoothing. */
  public static ScoreLoss loss(EngineNetwork network) {
    TagSet tagSet = TagSet.over(TagScheme.BIO, Set.of("geo", "per"));
    return ((TaggerSpec) network.spec()).head().loss(tagSet, network.arrays(), 0);
  }

  /** Owns what a network in the engine holds. */
  public static NDManager manager() {
    return Engines.pytorch().newBaseManager(Device.cpu());
  }

  /** The network in the engine, with these weights. */
  public static EngineNetwork network(
      NetworkConfig config, Map<String, float[]> weights, float dropout, NDManager manager) {
    EngineNetwork network = new EngineNetwork(config.spec(), dropout, false);
    network.initialize(manager, DataType.FLOAT32, new Shape(1, 1));
    network.setWeights(weights);
    return network;
  }
}
