package org.namespan.trainer.classifier.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.model.ClassifierMetadata;
import org.namespan.model.decode.Activation;
import org.namespan.model.decode.ScoreCalibration;
import org.namespan.model.session.ClassifierSession;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.EncodedSentences;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.classifier.training.NetworkClassifier;
import org.namespan.trainer.classifier.training.TrainedClassifier;
import org.namespan.trainer.config.ClassifierNetworkConfig;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.network.ClassifierSpec;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.Pooling;
import org.namespan.trainer.network.ReferenceNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.part.Precision;

class ClassifierParityTest {

  private static ClassifierSession session(TrainedClassifier classifier, Precision precision)
      throws IOException {
    byte[] bytes = ClassifierExporter.toBytes(classifier, precision);
    return ClassifierSession.open(ByteBuffer.wrap(bytes), "memory");
  }

  private static float[] logits(ClassifierSession session, Batch batch) {
    return session.logits(batch.size(), batch.time(), batch.ids(), batch.lengths());
  }

  /** Every cell in one and both directions, one and two layers, words alone and with features. */
  @ParameterizedTest
  @EnumSource
  void onnxRuntimeAndTheFormulasGiveTheLogitsOfDjl(Pooling pooling) throws IOException {
    for (NetworkConfig tokens : SmallNetworks.all()) {
      TrainedClassifier classifier = SmallClassifiers.classifier(tokens, pooling, 3);
      ReferenceNetwork reference = new ReferenceNetwork(tokens, classifier.weights());
      List<EncodedSentence> texts = SmallNetworks.sentences(tokens, 7, 9, new Random(5));
      Batch batch = Batch.of(texts);
      try (NDManager manager = SmallNetworks.manager();
          ClassifierSession session = session(classifier, Precision.FP32)) {
        EngineNetwork network = EngineNetwork.of(classifier.spec(), classifier.weights(), manager);
        float[] djl = new NetworkClassifier(network, manager).logits(batch);
        String name = classifier.spec().describe();
        assertArrayEquals(djl, logits(session, batch), 1e-4f, name);
        for (int i = 0; i < texts.size(); i++) {
          double[] expected = reference.logits(texts.get(i), pooling);
          for (int c = 0; c < expected.length; c++) {
            assertEquals(expected[c], djl[i * expected.length + c], 1e-4, name);
          }
        }
      }
    }
  }

  /** An LSTM in int8 rounds what it reads too; all else agrees under the weights of the file. */
  @ParameterizedTest
  @EnumSource(names = {"FP16", "INT8"})
  void roundedFilesGiveTheLogitsOfTheirWeights(Precision precision) throws IOException {
    for (Pooling pooling : Pooling.values()) {
      for (Cell cell : Cell.values()) {
        NetworkConfig tokens = SmallNetworks.config(cell, true, 2, 2);
        TrainedClassifier classifier = SmallClassifiers.classifier(tokens, pooling, 3);
        ClassifierSpec spec = classifier.spec();
        Map<String, float[]> rounded = spec.rounded(classifier.weights(), precision);
        Batch batch = Batch.of(SmallNetworks.sentences(tokens, 7, 9, new Random(5)));
        double delta = spec.encoder().roundsInput(precision) ? 0.3 : 1e-4;
        try (NDManager manager = SmallNetworks.manager();
            ClassifierSession session = session(classifier, precision)) {
          EngineNetwork network = EngineNetwork.of(spec, rounded, manager);
          float[] djl = new NetworkClassifier(network, manager).logits(batch);
          assertArrayEquals(djl, logits(session, batch), (float) delta, spec.describe());
        }
      }
    }
  }

  /** Alone, padded, or in another batch. */
  @ParameterizedTest
  @EnumSource
  void aTextHasTheSameLogitsInEveryBatch(Pooling pooling) throws IOException {
    for (Precision precision : Precision.values()) {
      for (Cell cell : Cell.values()) {
        NetworkConfig tokens = SmallNetworks.config(cell, true, 1, 2);
        TrainedClassifier classifier = SmallClassifiers.classifier(tokens, pooling, 4);
        List<EncodedSentence> texts = SmallNetworks.sentences(tokens, 6, 12, new Random(8));
        try (NDManager manager = SmallNetworks.manager();
            ClassifierSession session = session(classifier, precision)) {
          EngineNetwork network =
              EngineNetwork.of(classifier.spec(), classifier.weights(), manager);
          NetworkClassifier engine = new NetworkClassifier(network, manager);
          float[] together = logits(session, Batch.of(texts));
          float[] inEngine = engine.logits(Batch.of(texts));
          for (int i = 0; i < texts.size(); i++) {
            Batch alone = Batch.of(List.of(texts.get(i)));
            assertArrayEquals(row(together, i), logits(session, alone), 1e-5f);
            assertArrayEquals(row(inEngine, i), engine.logits(alone), 1e-5f);
          }
        }
      }
    }
  }

  private static float[] row(float[] logits, int row) {
    int classes = SmallNetworks.LABELS;
    return Arrays.copyOfRange(logits, row * classes, (row + 1) * classes);
  }

  @Test
  void theSameClassifierGivesTheSameBytes() {
    NetworkConfig tokens = SmallNetworks.config(Cell.GRU, true, 1, 2);
    for (Pooling pooling : Pooling.values()) {
      for (Precision precision : Precision.values()) {
        byte[] bytes =
            ClassifierExporter.toBytes(SmallClassifiers.classifier(tokens, pooling, 1), precision);
        assertArrayEquals(
            bytes,
            ClassifierExporter.toBytes(SmallClassifiers.classifier(tokens, pooling, 1), precision));
        assertTrue(bytes.length > 1000);
      }
    }
  }

  /**
   * {@code h = relu(W x + R h + b)} with {@code W = [[-1,0,0],[0,-1,0]]}, {@code R =
   * [[1/2,0],[1,0]]} and {@code b = (3,4)}: after (1,1,1), (0,0,0) and (0,0,0) the states are
   * (2,3), (4,6) and (5,8). The dense layer is the identity, so the logits of a text are its last
   * state.
   */
  @Test
  void anRnnGivesTheStatesThatAreWorkedOutByHand() throws IOException {
    double[][] worked = {{2, 3}, {4, 6}, {5, 8}};
    float[] w = {-1, 0, 0, 0, -1, 0};
    float[] r = {0.5f, 0, 1, 0};
    float[] b = {3, 4};
    double[] h = {0, 0};
    for (int t = 0; t < 3; t++) {
      float x = t == 0 ? 1 : 0;
      double[] next = new double[2];
      for (int i = 0; i < 2; i++) {
        double read = (w[3 * i] + w[3 * i + 1] + w[3 * i + 2]) * x;
        next[i] = Math.max(0, read + r[2 * i] * h[0] + r[2 * i + 1] * h[1] + b[i]);
      }
      h = next;
      assertArrayEquals(worked[t], h);
    }

    NetworkConfig tokens =
        SmallNetworks.plain(
            Cell.RNN_RELU, false, 1, 2, false, SmallNetworks.WORDS, 3, 0, 0, 0, 2, Head.SOFTMAX);
    ClassifierSpec spec =
        new ClassifierNetworkConfig(tokens, Pooling.LAST, Activation.SOFTMAX).spec();
    Map<String, float[]> weights = spec.draw(1);
    float[] words = new float[3 * SmallNetworks.WORDS];
    Arrays.fill(words, 6, 9, 1);
    weights.put("words", words);
    weights.put("layer0.forward.W", w);
    weights.put("layer0.forward.R", r);
    weights.put("layer0.forward.Wb", b);
    weights.put("layer0.forward.Rb", new float[2]);
    weights.put("dense.W", new float[] {1, 0, 0, 1});
    weights.put("dense.b", new float[2]);
    int[][] ids = {{2}, {2, 3}, {2, 3, 3}};
    List<EncodedSentence> texts = new ArrayList<>();
    for (int[] wordIds : ids) {
      texts.add(EncodedSentences.of(wordIds, LabelTargets.NONE));
    }
    Batch batch = Batch.of(texts);
    ClassifierMetadata small =
        SmallClassifiers.classifier(
                SmallNetworks.config(Cell.RNN_RELU, false, 1, 0), Pooling.LAST, 1)
            .metadata();
    TrainedClassifier classifier =
        new TrainedClassifier(
            new ClassifierNetworkConfig(tokens, Pooling.LAST, Activation.SOFTMAX),
            weights,
            new ClassifierMetadata(
                List.of("a", "b"),
                Activation.SOFTMAX,
                List.of(),
                ScoreCalibration.NONE,
                List.of(),
                small.recipe(),
                small.vocabulary(),
                small.textModels(),
                Map.of()));
    float[] expected = {2, 3, 4, 6, 5, 8};
    try (NDManager manager = SmallNetworks.manager();
        ClassifierSession session = session(classifier, Precision.FP32)) {
      EngineNetwork network = EngineNetwork.of(spec, weights, manager);
      assertArrayEquals(expected, new NetworkClassifier(network, manager).logits(batch));
      assertArrayEquals(expected, logits(session, batch));
    }
  }
}
