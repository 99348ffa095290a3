package org.namespan.trainer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.internal.decode.ViterbiDecoder;
import org.namespan.internal.model.TaggerSession;
import org.namespan.trainer.SharedData;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusReader;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.Splits;
import org.namespan.trainer.network.Batch;
import org.namespan.trainer.network.Cell;
import org.namespan.trainer.network.EncodedSentence;
import org.namespan.trainer.network.NetworkConfig;
import org.namespan.trainer.network.ReferenceNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.WeightInitializer;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingConfig;
import org.namespan.trainer.training.TrainingData;

class ModelExporterTest {

  @TempDir Path folder;

  static Stream<NetworkConfig> configs() {
    return SmallNetworks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void scoresAsTheNetworkDoes(NetworkConfig config) throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(config, 1);
    List<List<String>> sentences = SmallTaggers.sentences(40, 20, 2);
    Path file = folder.resolve("model.onnx");
    ParityReport report = ModelExporter.export(tagger, sentences, file);
    int tokens = sentences.stream().mapToInt(List::size).sum();
    assertEquals(40, report.sentences());
    assertEquals(tokens, report.tokens());
    assertEquals(tokens, report.sameTags());
    assertTrue(report.maxDifference() <= 2e-5, report.toString());

    ReferenceNetwork reference = new ReferenceNetwork(config, tagger.weights());
    ViterbiDecoder decoder = new ViterbiDecoder(tagger.metadata().tagSet());
    try (TaggerSession session = TaggerSession.open(file, 1)) {
      List<EncodedSentence> encoded = new ArrayList<>();
      for (List<String> sentence : sentences) {
        encoded.add(EncodedSentence.of(sentence, new int[sentence.size()], session.features()));
      }
      float[][] together = rows(session, encoded);
      for (int i = 0; i < encoded.size(); i++) {
        float[] alone = rows(session, List.of(encoded.get(i)))[0];
        double[][] expected = reference.emissions(encoded.get(i));
        for (int at = 0; at < alone.length; at++) {
          int label = at % config.labels();
          assertEquals(expected[at / config.labels()][label], alone[at], 1e-4);
          assertEquals(alone[at], together[i][at], 1e-6);
        }
        int time = encoded.get(i).length();
        assertArrayEquals(decoder.decode(alone, time), decoder.decode(together[i], time));
      }
    }
  }

  /** Scores of one padded batch, a row for each sentence, without its padding. */
  private static float[][] rows(TaggerSession session, List<EncodedSentence> sentences) {
    Batch batch = Batch.of(sentences, session.features().hashedCount());
    float[] flat =
        session.emissions(
            batch.size(), batch.time(), batch.words(), batch.hashes(), batch.lengths());
    int row = flat.length / batch.size();
    float[][] rows = new float[batch.size()][];
    for (int i = 0; i < rows.length; i++) {
      int used = row / batch.time() * batch.lengths()[i];
      rows[i] = Arrays.copyOfRange(flat, i * row, i * row + used);
    }
    return rows;
  }

  /** Untrained networks of every kind over the words of real text. */
  @Test
  void scoresRealSentencesAsTheNetworkDoes() throws IOException {
    Corpus gmb = CorpusReader.builder().build().read(SharedData.require("gmb/ner_dataset.csv.gz"));
    Corpus dev = Splits.sequential(gmb, 33_570).dev();
    dev = dev.withSentences(dev.sentences().subList(0, 1000));
    List<List<String>> sentences = dev.sentences().stream().map(Sentence::tokens).toList();
    for (Cell cell : Cell.values()) {
      for (boolean bidirectional : new boolean[] {false, true}) {
        TrainingConfig config =
            TrainingConfig.standard()
                .optCell(cell)
                .optBidirectional(bidirectional)
                .optHidden(32)
                .optWordDim(16)
                .optHashDim(8)
                .build();
        TrainingData data = TrainingData.prepare(dev, dev, config);
        NetworkConfig network =
            new NetworkConfig(
                cell,
                bidirectional,
                2,
                32,
                true,
                data.features().wordTableRows(),
                16,
                4,
                config.recipe().hashTableRows(),
                8,
                data.tagSet().size());
        Map<String, float[]> weights = WeightInitializer.draw(network, 7);
        TrainedTagger tagger =
            new TrainedTagger(network, weights, SmallTaggers.metadata(data, config.recipe()));
        ParityReport report =
            ModelExporter.export(tagger, sentences, folder.resolve(network.describe() + ".onnx"));
        assertEquals(1000, report.sentences());
        assertTrue(report.maxDifference() <= 1e-4, network.describe() + ": " + report);
        // Untrained scores lie close together: a tie may fall either way.
        assertTrue(
            report.sameTags() >= report.tokens() * 0.9999, network.describe() + ": " + report);
      }
    }
  }

  @Test
  void sameTaggerSameBytes() throws IOException {
    for (NetworkConfig config : SmallNetworks.all()) {
      List<List<String>> sentences = SmallTaggers.sentences(2, 5, 1);
      Path first = folder.resolve("a.onnx");
      Path second = folder.resolve("b.onnx");
      ModelExporter.export(SmallTaggers.tagger(config, 1), sentences, first);
      TrainedTagger again = SmallTaggers.tagger(config, 1);
      // The order of the map must not show.
      Map<String, float[]> turned = new LinkedHashMap<>();
      List<String> names = new ArrayList<>(again.weights().keySet());
      for (int i = names.size() - 1; i >= 0; i--) {
        turned.put(names.get(i), again.weights().get(names.get(i)));
      }
      ModelExporter.export(new TrainedTagger(config, turned, again.metadata()), sentences, second);
      assertEquals(-1, Files.mismatch(first, second));
      ModelExporter.export(SmallTaggers.tagger(config, 2), sentences, second);
      assertFalse(Files.mismatch(first, second) < 0);
    }
  }

  @Test
  void refusesScoresThatAreNoNumbers() throws IOException {
    NetworkConfig config = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    TrainedTagger tagger = SmallTaggers.tagger(config, 1);
    tagger.weights().get("layer0.backward.R")[3] = Float.NaN;
    Path file = Files.writeString(folder.resolve("model.onnx"), "as it was");
    ExportException refusal =
        assertThrows(
            ExportException.class,
            () -> ModelExporter.export(tagger, SmallTaggers.sentences(3, 5, 1), file));
    assertTrue(refusal.getMessage().startsWith(file + ": not written: "), refusal.getMessage());
    assertEquals("as it was", Files.readString(file));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void refusesToExportUnseen() {
    TrainedTagger tagger = SmallTaggers.tagger(SmallNetworks.all().get(0), 1);
    Path file = folder.resolve("model.onnx");
    assertThrows(
        IllegalArgumentException.class, () -> ModelExporter.export(tagger, List.of(), file));
    assertFalse(Files.exists(file));
  }

  /** A graph that is not the network's: the same shape, one number of one table changed. */
  @Test
  void seesOneNumberThatDiffers() throws IOException {
    for (NetworkConfig config : SmallNetworks.all()) {
      TrainedTagger tagger = SmallTaggers.tagger(config, 1);
      Map<String, float[]> tampered = new LinkedHashMap<>(tagger.weights());
      float[] bias = tampered.get("dense.b").clone();
      bias[2] += 0.01f;
      tampered.put("dense.b", bias);
      Path file = folder.resolve("model.onnx");
      Files.write(file, TaggerGraph.toBytes(config, tampered, Precision.FP32, tagger.metadata()));
      ParityReport report =
          ParityCheck.compare(tagger, Precision.FP32, file, SmallTaggers.sentences(5, 5, 1));
      assertTrue(report.maxDifference() > ModelExporter.MAX_DIFFERENCE, report.toString());
    }
  }
}
