package org.namespan.examples.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.config.TrainingConfigBuilder;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.head.ScoreLoss;
import org.namespan.trainer.training.CasedSentence;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.training.NetworkTagger;
import org.namespan.trainer.training.TrainingData;
import org.namespan.trainer.training.TrainingSources;
import org.namespan.trainer.training.TrainingStep;

class TrainingSpeedTest {

  private static final double RATE = 0.03;

  @TempDir private Path folder;
  private Path train;

  @BeforeEach
  void writeCorpus() throws IOException {
    StringBuilder text = new StringBuilder();
    for (String person : List.of("Anna Berg", "Otto Lind", "Mia Koch", "Emil")) {
      for (String place : List.of("Paris", "New York", "Oslo")) {
        text.append(OpenNlpComparisonTest.sentence(person, place));
      }
    }
    train = Files.writeString(folder.resolve("train.conll"), text);
  }

  static Stream<TrainingConfig> configs() {
    return Stream.of(
            TrainingConfig.plain().optWordDim(6).optHidden(5),
            TrainingConfig.standard()
                .optMinCount(1)
                .optWordDim(6)
                .optHashDim(3)
                .optHidden(5)
                .optLayers(2)
                .optSkip(true)
                .optHead(Head.CRF))
        .map(builder -> builder.optDropout(0).optLearningRate(RATE).optTableLearningRate(RATE))
        .map(TrainingConfigBuilder::build);
  }

  /** With the same weights and sentences both give the same emissions, losses and steps. */
  @ParameterizedTest
  @MethodSource("configs")
  void bothTrainTheSameNetwork(TrainingConfig config) throws IOException {
    TrainingData data =
        TrainingData.prepare(TrainingSources.of(CorpusFormats.read(train), null), config);
    NetworkConfig shape = NetworkConfig.of(config, data.features(), data.tagSet().size());
    Map<String, float[]> weights = shape.spec().draw(1);
    List<EncodedSentence> sentences = data.train().stream().map(CasedSentence::kept).toList();
    Batch batch = Batch.of(sentences);
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu());
        TrainingDjlStep djl = new TrainingDjlStep(config, data.tagSet(), shape, weights)) {
      NetworkSpec spec = shape.spec();
      EngineNetwork network = EngineNetwork.of(spec, 0, false, weights, manager);
      NetworkTagger tagger = new NetworkTagger(network, manager, batch.size());
      assertArrayEquals(tagger.emissions(batch), djl.emissions(batch), 1e-6f);
      ScoreLoss loss =
          spec.head().loss(data.tagSet(), network.arrays(), config.optimization().labelSmoothing());
      TrainingStep own = new TrainingStep(manager, network, loss, 1e30);
      float first = own.run(batch, RATE, RATE);
      assertEquals(first, djl.run(batch), 1e-6);
      float last = first;
      for (int i = 0; i < 30; i++) {
        last = own.run(batch, RATE, RATE);
        assertEquals(last, djl.run(batch), 1e-3 * last, "step " + i);
      }
      assertTrue(last < first / 2, first + " to " + last);
      assertArrayEquals(tagger.emissions(batch), djl.emissions(batch), 0.01f);
    }
  }

  @Test
  void printsARowForEachWay() {
    StringWriter out = new StringWriter();
    int exitCode =
        Programs.commandLine(new TrainingSpeed())
            .setOut(new PrintWriter(out))
            .execute(
                "--data", train.toString(), "--epochs", "1", "--hidden", "4", "--batch-size", "5");
    assertEquals(0, exitCode);
    List<String> lines = out.toString().lines().toList();
    assertTrue(lines.get(0).contains("12 sentences, 73 tokens; medians of 1 epochs"), lines.get(0));
    assertEquals(8, lines.size());
    assertTrue(lines.get(4).matches("\\| at random \\| DJL \\|.* \\| 1\\.00 \\|.*"), lines.get(4));
    assertTrue(lines.get(7).startsWith("| by length | NameSpan | "), lines.get(7));
  }

  @Test
  void refusesWhatCannotTrain() {
    StringWriter err = new StringWriter();
    int exitCode =
        Programs.commandLine(new TrainingSpeed())
            .setErr(new PrintWriter(err))
            .execute("--data", train.toString(), "--epochs", "0");
    assertEquals(2, exitCode);
    assertTrue(err.toString().contains("--epochs 0, expected at least 1"), err.toString());
  }
}
