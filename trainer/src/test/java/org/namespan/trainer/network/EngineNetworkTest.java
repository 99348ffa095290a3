package org.namespan.trainer.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.HashedInput;
import org.namespan.model.feature.WordInput;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.EncodedSentences;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.training.NetworkTagger;

class EngineNetworkTest {

  static Stream<NetworkConfig> configs() {
    return SmallNetworks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void scoresAsTheFormulasDo(NetworkConfig config) {
    Map<String, float[]> weights = SmallNetworks.weights(config, 3);
    ReferenceNetwork reference = new ReferenceNetwork(config, weights);
    List<EncodedSentence> sentences = SmallNetworks.sentences(config, 12, 9, new Random(4));
    try (NDManager manager = SmallNetworks.manager()) {
      NetworkTagger tagger =
          new NetworkTagger(SmallNetworks.network(config, weights, 0.5f, manager), manager, 5);
      List<float[]> emissions = tagger.emissions(sentences);
      for (int i = 0; i < sentences.size(); i++) {
        assertArrayEquals(
            Arrays.stream(reference.emissions(sentences.get(i)))
                .flatMapToDouble(Arrays::stream)
                .toArray(),
            doubles(emissions.get(i)),
            1e-5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("configs")
  void paddingIsInvisible(NetworkConfig config) {
    Map<String, float[]> weights = SmallNetworks.weights(config, 5);
    // What stands in the padding row must not matter either.
    Arrays.fill(weights.get("words"), 0, config.wordDim(), 7);
    if (config.charFilters() > 0) {
      Arrays.fill(weights.get("chars"), 0, config.charDim(), 7);
    }
    List<EncodedSentence> sentences = SmallNetworks.sentences(config, 6, 15, new Random(6));
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0, manager);
      List<float[]> alone = new NetworkTagger(network, manager, 1).emissions(sentences);
      List<float[]> together = new NetworkTagger(network, manager, 6).emissions(sentences);
      for (int i = 0; i < alone.size(); i++) {
        assertArrayEquals(alone.get(i), together.get(i), 1e-6f);
      }
    }
  }

  /** More places of padding behind each token change nothing. */
  @Test
  void paddingOfTokensIsInvisible() {
    NetworkConfig config =
        SmallNetworks.withCharacters(SmallNetworks.config(Cell.LSTM, true, 1, 2));
    Map<String, float[]> weights = SmallNetworks.weights(config, 5);
    List<EncodedSentence> sentences = SmallNetworks.sentences(config, 6, 15, new Random(6));
    int length = config.charLength();
    List<EncodedSentence> longer = new ArrayList<>();
    for (EncodedSentence sentence : sentences) {
      int[] chars = new int[sentence.length() * (length + 2)];
      for (int t = 0; t < sentence.length(); t++) {
        System.arraycopy(
            sentence.ids(CharacterInput.NAME), t * length, chars, t * (length + 2), length);
      }
      longer.add(
          EncodedSentences.of(
              sentence.ids(WordInput.NAME),
              sentence.ids(HashedInput.NAME),
              chars,
              sentence.targets()));
    }
    try (NDManager manager = SmallNetworks.manager()) {
      NetworkTagger tagger =
          new NetworkTagger(SmallNetworks.network(config, weights, 0, manager), manager, 6);
      assertArrayEquals(tagger.emissions(Batch.of(sentences)), tagger.emissions(Batch.of(longer)));
    }
  }

  /** A forward network over the reversed sentence is the backward half of a bidirectional one. */
  @Test
  void backwardReadsTheSentenceReversed() {
    for (Cell cell : Cell.values()) {
      NetworkConfig both = SmallNetworks.config(cell, true, 1, 2);
      NetworkConfig one = SmallNetworks.config(cell, false, 1, 2);
      Map<String, float[]> weights = SmallNetworks.weights(both, 7);
      Map<String, float[]> half = new LinkedHashMap<>(weights);
      for (String part : List.of("W", "R", "Wb", "Rb")) {
        half.put("layer0.forward." + part, weights.get("layer0.backward." + part));
      }
      half.put("dense.W", backwardColumns(both, weights.get("dense.W")));
      List<EncodedSentence> sentences = SmallNetworks.sentences(both, 8, 10, new Random(8));
      List<EncodedSentence> reversed = new ArrayList<>();
      sentences.forEach(sentence -> reversed.add(reversed(sentence)));
      try (NDManager manager = SmallNetworks.manager()) {
        List<float[]> expected =
            new NetworkTagger(SmallNetworks.network(one, half, 0, manager), manager, 1)
                .emissions(reversed);
        List<float[]> found =
            new NetworkTagger(SmallNetworks.network(both, weights, 0, manager), manager, 8)
                .emissions(sentences);
        for (int i = 0; i < sentences.size(); i++) {
          assertArrayEquals(
              reversedRows(expected.get(i), SmallNetworks.LABELS), found.get(i), 1e-5f, cell.id());
        }
      }
    }
  }

  /** Sets the dense weights of the forward half to 0 and gives those of the backward half. */
  private static float[] backwardColumns(NetworkConfig config, float[] dense) {
    int hidden = config.hidden();
    float[] half = new float[config.labels() * hidden];
    for (int label = 0; label < config.labels(); label++) {
      Arrays.fill(dense, 2 * label * hidden, (2 * label + 1) * hidden, 0);
      System.arraycopy(dense, (2 * label + 1) * hidden, half, label * hidden, hidden);
    }
    return half;
  }

  private static EncodedSentence reversed(EncodedSentence sentence) {
    int[] words = sentence.ids(WordInput.NAME).clone();
    int[] hashes = sentence.ids(HashedInput.NAME).clone();
    int features = hashes.length / words.length;
    for (int t = 0; t < words.length; t++) {
      int from = words.length - 1 - t;
      words[t] = sentence.ids(WordInput.NAME)[from];
      System.arraycopy(
          sentence.ids(HashedInput.NAME), from * features, hashes, t * features, features);
    }
    return EncodedSentences.of(words, hashes, new int[0], sentence.targets());
  }

  private static float[] reversedRows(float[] rows, int width) {
    float[] reversed = new float[rows.length];
    for (int at = 0; at < rows.length; at += width) {
      System.arraycopy(rows, at, reversed, rows.length - width - at, width);
    }
    return reversed;
  }

  private static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  @ParameterizedTest
  @MethodSource("configs")
  void weightsComeBackAsTheyWereSet(NetworkConfig config) {
    Map<String, float[]> weights = SmallNetworks.weights(config, 9);
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, weights, 0, manager);
      Map<String, float[]> found = network.weights();
      assertEquals(weights.keySet(), found.keySet());
      found.forEach((name, values) -> assertArrayEquals(weights.get(name), values, name));
      long size = found.values().stream().mapToLong(values -> values.length).sum();
      assertEquals(config.spec().parameterCount(), size);
    }
  }

  @Test
  void takesWeightsOverWhateverItHeld() {
    NetworkConfig config = SmallNetworks.config(Cell.GRU, false, 1, 0);
    Map<String, float[]> broken = SmallNetworks.weights(config, 1);
    broken.get("dense.b")[0] = Float.NaN;
    broken.get("dense.b")[1] = Float.POSITIVE_INFINITY;
    Map<String, float[]> whole = SmallNetworks.weights(config, 2);
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(config, broken, 0, manager);
      assertArrayEquals(broken.get("dense.b"), network.weights().get("dense.b"));
      network.setWeights(whole);
      assertArrayEquals(whole.get("dense.b"), network.weights().get("dense.b"));
    }
  }

  @Test
  void refusesWeightsThatDoNotFit() {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    weights.put("dense.b", new float[4]);
    assertRefused(config, weights, "weights 'dense.b': found 4 numbers, expected 5");
    weights.remove("words");
    assertRefused(config, weights, "weights 'words': found none, expected 100");
  }

  private static void assertRefused(
      NetworkConfig config, Map<String, float[]> weights, String message) {
    try (NDManager manager = SmallNetworks.manager()) {
      Exception refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> SmallNetworks.network(config, weights, 0, manager));
      assertEquals(message, refusal.getMessage());
    }
  }

  @Test
  void dropsOutInTrainingOnly() {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    Map<String, float[]> weights = SmallNetworks.weights(config, 1);
    Batch batch = Batch.of(SmallNetworks.sentences(config, 4, 6, new Random(1)));
    try (NDManager manager = SmallNetworks.manager()) {
      NetworkTagger with =
          new NetworkTagger(SmallNetworks.network(config, weights, 0.9f, manager), manager, 4);
      NetworkTagger without =
          new NetworkTagger(SmallNetworks.network(config, weights, 0, manager), manager, 4);
      assertArrayEquals(without.emissions(batch), with.emissions(batch));
      assertArrayEquals(with.emissions(batch), with.emissions(batch));
    }
  }

  /** A network that gives each input of a token as it is, once dropout has had it. */
  private static float[] dropped(boolean variational, int size, int time, int dim) {
    NetworkConfig config =
        SmallNetworks.plain(Cell.RNN_RELU, false, 1, dim, false, 4, dim, 0, 0, 0, dim, Head.CRF);
    Map<String, float[]> weights = config.spec().draw(1);
    weights.replaceAll((name, values) -> new float[values.length]);
    Arrays.fill(weights.get("words"), 1);
    for (int i = 0; i < dim; i++) {
      weights.get("layer0.forward.W")[i * dim + i] = 1;
      weights.get("dense.W")[i * dim + i] = 1;
    }
    List<EncodedSentence> sentences = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int[] words = new int[time];
      Arrays.setAll(words, t -> 1 + t % 3);
      sentences.add(EncodedSentences.of(words, LabelTargets.gold(new int[time])));
    }
    Engines.pytorch().setRandomSeed(20);
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = EngineNetwork.of(config.spec(), 0.5f, variational, weights, manager);
      return network
          .forward(new ParameterStore(manager, false), Batch.of(sentences).toInputs(manager), true)
          .singletonOrThrow()
          .toFloatArray();
    }
  }

  @Test
  void variationalDropoutLeavesOutTheSameAtEveryToken() {
    int size = 30;
    int time = 7;
    int dim = 40;
    float[] variational = dropped(true, size, time, dim);
    float[] plain = dropped(false, size, time, dim);
    int kept = 0;
    int sentencesThatDiffer = 0;
    int tokensThatDiffer = 0;
    for (int i = 0; i < size; i++) {
      int at = i * time * dim;
      float[] first = Arrays.copyOfRange(variational, at, at + dim);
      for (int t = 1; t < time; t++) {
        int from = at + t * dim;
        assertArrayEquals(first, Arrays.copyOfRange(variational, from, from + dim));
        tokensThatDiffer += Arrays.equals(plain, at, at + dim, plain, from, from + dim) ? 0 : 1;
      }
      sentencesThatDiffer += Arrays.equals(first, Arrays.copyOf(variational, dim)) ? 0 : 1;
      for (float value : first) {
        // Half of the inputs and half of the outputs, the rest twice as large.
        assertTrue(value == 0 || value == 4, "found " + value);
        kept += value == 4 ? 1 : 0;
      }
    }
    assertEquals(0.25, (double) kept / (size * dim), 0.05);
    assertEquals(size - 1, sentencesThatDiffer);
    assertEquals(size * (time - 1), tokensThatDiffer);
  }

  @Test
  void crfScoresAreTheLogitsAndItsTransitionsComeBack() {
    NetworkConfig softmax = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    NetworkConfig crf = SmallNetworks.crf(softmax);
    Map<String, float[]> weights = SmallNetworks.weights(crf, 9);
    List<EncodedSentence> sentences = SmallNetworks.sentences(crf, 3, 6, new Random(1));
    try (NDManager manager = SmallNetworks.manager()) {
      EngineNetwork network = SmallNetworks.network(crf, weights, 0, manager);
      Map<String, float[]> found = network.weights();
      assertEquals(weights.keySet(), found.keySet());
      found.forEach((name, values) -> assertArrayEquals(weights.get(name), values, name));
      assertArrayEquals(weights.get("transitions"), network.arrays().get("transitions"));
      long size = found.values().stream().mapToLong(values -> values.length).sum();
      assertEquals(crf.spec().parameterCount(), size);
      // A copy: what is done to it later changes no network.
      found.get("transitions")[0] = 99;
      assertArrayEquals(weights.get("transitions"), network.arrays().get("transitions"));

      EngineNetwork other = SmallNetworks.network(softmax, weights, 0, manager);
      List<float[]> scores = new NetworkTagger(network, manager, 2).emissions(sentences);
      List<float[]> logs = new NetworkTagger(other, manager, 2).emissions(sentences);
      for (int i = 0; i < scores.size(); i++) {
        assertArrayEquals(logs.get(i), logSoftmax(scores.get(i)), 1e-5f);
      }
    }
    weights.put("transitions", new float[3]);
    assertRefused(crf, weights, "weights 'transitions': found 3 numbers, expected 35");
    weights.remove("transitions");
    assertRefused(crf, weights, "weights 'transitions': found none, expected 35");
  }

  private static float[] logSoftmax(float[] scores) {
    float[] logs = scores.clone();
    for (int at = 0; at < scores.length; at += SmallNetworks.LABELS) {
      double sum = 0;
      for (int y = 0; y < SmallNetworks.LABELS; y++) {
        sum += Math.exp(scores[at + y]);
      }
      for (int y = 0; y < SmallNetworks.LABELS; y++) {
        logs[at + y] -= (float) Math.log(sum);
      }
    }
    return logs;
  }

  @Test
  void describesItself() {
    assertEquals(
        "rnn-relu 2x4 bidirectional with skip connections, words 5, hashed 2x3",
        SmallNetworks.config(Cell.RNN_RELU, true, 2, 2).spec().describe());
    assertEquals(
        "lstm 1x4 forward, words 5",
        SmallNetworks.config(Cell.LSTM, false, 1, 0).spec().describe());
    assertEquals(
        "gru 1x4 forward, words 5, hashed 2x3, characters 4 to 6",
        SmallNetworks.withCharacters(SmallNetworks.config(Cell.GRU, false, 1, 2))
            .spec()
            .describe());
    assertEquals(
        "lstm 1x4 forward, words 5, hashed 2x5 added up",
        SmallNetworks.summed(SmallNetworks.config(Cell.LSTM, false, 1, 2)).spec().describe());
    assertTrue(SmallNetworks.config(Cell.LSTM, true, 2, 2).skip());
  }
}
