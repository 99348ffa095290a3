package org.namespan.trainer.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.TokenIds;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.input.HashedEmbedding;
import org.namespan.trainer.network.input.InputPart;
import org.namespan.trainer.network.input.SummedEmbedding;
import org.namespan.trainer.network.input.WordEmbedding;
import org.namespan.trainer.network.part.GraphInput;
import org.namespan.trainer.network.part.Weight;

class NetworkSpecTest {

  static Stream<NetworkConfig> configs() {
    return SmallNetworks.all().stream();
  }

  /** The weights are those that stand in checkpoints of earlier versions. */
  @Test
  void namesAndShapesOfWeights() {
    NetworkConfig config =
        SmallNetworks.crf(SmallNetworks.withCharacters(SmallNetworks.config(Cell.GRU, true, 2, 2)));
    List<String> found =
        config.spec().weights().stream()
            .map(weight -> weight.name() + " " + weight.rows() + "x" + weight.columns())
            .toList();
    List<String> expected =
        List.of(
            "words 20x5",
            "hashes 21x3",
            "chars 9x4",
            "char.W 4x18",
            "char.b 6x1",
            "layer0.forward.W 12x17",
            "layer0.forward.R 12x4",
            "layer0.forward.Wb 12x1",
            "layer0.forward.Rb 12x1",
            "layer0.backward.W 12x17",
            "layer0.backward.R 12x4",
            "layer0.backward.Wb 12x1",
            "layer0.backward.Rb 12x1",
            "layer1.forward.W 12x8",
            "layer1.forward.R 12x4",
            "layer1.forward.Wb 12x1",
            "layer1.forward.Rb 12x1",
            "layer1.backward.W 12x8",
            "layer1.backward.R 12x4",
            "layer1.backward.Wb 12x1",
            "layer1.backward.Rb 12x1",
            "dense.W 5x8",
            "dense.b 5x1",
            "transitions 7x5");
    assertEquals(expected, found);
  }

  /** What a network asks for is what sentences are encoded by, in the same order. */
  @ParameterizedTest
  @MethodSource("configs")
  void asksForTheIdsThatSentencesHave(NetworkConfig config) {
    EncodedSentence sentence = SmallNetworks.sentences(config, 1, 4, new Random(1)).get(0);
    List<GraphInput> encoded =
        sentence.inputs().entrySet().stream()
            .map(
                input ->
                    input.getValue().hasAxis()
                        ? GraphInput.of(input.getKey(), input.getValue().width())
                        : GraphInput.of(input.getKey()))
            .toList();
    List<GraphInput> asked =
        config.spec().inputs().stream().flatMap(part -> part.inputs().stream()).toList();
    assertEquals(encoded, asked);
    for (TokenIds ids : sentence.inputs().values()) {
      assertEquals(sentence.length() * ids.width(), ids.values().length);
    }
  }

  /** By hand: no sum of a word's row and two rows of hashed features is larger. */
  @Test
  void rangeOfASumAddsTheLargestOfEachColumn() {
    SummedEmbedding sum =
        new SummedEmbedding(new WordEmbedding(2, 2), new HashedEmbedding(2, 3, 2));
    Map<String, float[]> weights =
        Map.of(
            "words", new float[] {1, -4, 2, 3}, "hashes", new float[] {0, 0.5f, -3, 0, 1, 0.25f});
    // 2 + 2 * 3 and 4 + 2 * 0.5.
    assertEquals(8, sum.range(weights));
    assertEquals(4, sum.words().range(weights));
    assertEquals(3, sum.hashes().range(weights));
  }

  @Test
  void refusesPartsThatDoNotFitTogether() {
    NetworkSpec spec = SmallNetworks.config(Cell.LSTM, false, 1, 0).spec();
    List<InputPart> twice = List.of(spec.words(), spec.words());
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> new NetworkSpec(spec.words(), twice, spec.encoder(), spec.head()));
    assertTrue(refusal.getMessage().startsWith("two weights are named 'words'"));
    WordEmbedding words = new WordEmbedding(2, 4);
    HashedEmbedding narrow = new HashedEmbedding(1, 2, 3);
    refusal =
        assertThrows(IllegalArgumentException.class, () -> new SummedEmbedding(words, narrow));
    assertEquals("hashDim is 3, expected the wordDim of 4 to add them up", refusal.getMessage());
  }

  @Test
  void findsTheValuesOfAWeight() {
    Weight weight = Weight.matrix("dense.W", 2, 3);
    float[] values = new float[6];
    assertEquals(values, weight.in(Map.of("dense.W", values)));
    assertRefused(weight, Map.of(), "weights 'dense.W': found none, expected 6");
    assertRefused(
        weight, Map.of("dense.W", new float[5]), "weights 'dense.W': found 5 numbers, expected 6");
  }

  private static void assertRefused(Weight weight, Map<String, float[]> all, String message) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> weight.in(all));
    assertEquals(message, refusal.getMessage());
  }
}
