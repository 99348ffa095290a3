package org.namespan.trainer.classifier.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.ModelFormatException;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import org.namespan.trainer.config.ClassifierConfig;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.pretrained.GrownClassifier;
import org.namespan.trainer.pretrained.PretrainedClassifier;

class PretrainedClassifierTest {

  @TempDir Path folder;

  private PretrainedClassifier read(TrainedClassifier classifier) throws IOException {
    Path file = folder.resolve("model.onnx");
    Files.write(file, ClassifierExporter.toBytes(classifier, Precision.FP32));
    return PretrainedClassifier.read(file);
  }

  /** Every cell in one and both directions, one and two layers, words alone and with features. */
  @ParameterizedTest
  @EnumSource
  void networkAndWeightsAreReadBack(Pooling pooling) throws IOException {
    for (NetworkConfig tokens : SmallNetworks.all()) {
      TrainedClassifier written = SmallClassifiers.classifier(tokens, pooling, 3);
      PretrainedClassifier read = read(written);
      assertEquals(pooling, read.network().pooling());
      assertEquals(written.spec(), read.network().spec());
      assertEquals(written.metadata(), read.metadata());
      written
          .spec()
          .weights()
          .forEach(
              weight ->
                  assertArrayEquals(
                      written.weights().get(weight.name()),
                      read.weights().get(weight.name()),
                      weight.name()));
      read.requireNetwork(read.fineTuning().build());
    }
  }

  @Test
  void knownClassesAndWordsBeginWithWhatWasLearned() throws IOException {
    NetworkConfig tokens = SmallNetworks.all().get(0);
    PretrainedClassifier from = read(SmallClassifiers.classifier(tokens, Pooling.ATTENTION, 3));
    List<String> classes = List.of("class3", "new", "class0");
    GrownClassifier grown =
        GrownClassifier.of(from, classes, Map.of("zebra", 2, "yak", 1, "ox", 3), 2);
    int before = from.metadata().vocabulary().size();
    assertEquals(
        List.of("ox", "zebra"), grown.vocabulary().subList(before, grown.vocabulary().size()));
    Map<String, float[]> weights = grown.weights(8);
    grown.network().spec().weights().forEach(weight -> weight.in(weights));
    int in = grown.network().spec().pooling().width();
    for (String name : List.of("dense.W", "dense.b")) {
      int columns = name.equals("dense.W") ? in : 1;
      assertArrayEquals(row(from.weights(), name, columns, 3), row(weights, name, columns, 0));
      assertArrayEquals(row(from.weights(), name, columns, 0), row(weights, name, columns, 2));
      assertArrayEquals(
          row(grown.network().spec().draw(8), name, columns, 1), row(weights, name, columns, 1));
    }
    assertArrayEquals(from.weights().get("attention.W"), weights.get("attention.W"));
    int dim = tokens.wordDim();
    assertArrayEquals(
        row(from.weights(), "words", dim, TokenFeatures.FIRST_WORD - 1),
        row(weights, "words", dim, TokenFeatures.FIRST_WORD + before + 1));
  }

  private static float[] row(Map<String, float[]> weights, String name, int columns, int row) {
    return Arrays.copyOfRange(weights.get(name), row * columns, (row + 1) * columns);
  }

  @Test
  void anotherNetworkIsRefused() throws IOException {
    PretrainedClassifier from =
        read(SmallClassifiers.classifier(SmallNetworks.all().get(0), Pooling.MAX, 3));
    ClassifierConfig mean = from.fineTuning().optPooling(Pooling.MEAN).build();
    IllegalArgumentException pooling =
        assertThrows(IllegalArgumentException.class, () -> from.requireNetwork(mean));
    assertEquals(
        "--pooling is mean, but max in model.onnx, whose network is trained on; leave it out",
        pooling.getMessage());
    ClassifierConfig.Builder wide = from.fineTuning();
    wide.training().optHidden(99);
    assertTrue(
        assertThrows(IllegalArgumentException.class, () -> from.requireNetwork(wide.build()))
            .getMessage()
            .startsWith("--hidden is 99, but "));
    assertFalse(from.hasSeveralClasses());
    Path tagger = Path.of("../sdk/core/src/test/resources/fixtures/format-4.onnx");
    assertThrows(ModelFormatException.class, () -> PretrainedClassifier.read(tagger));
  }
}
