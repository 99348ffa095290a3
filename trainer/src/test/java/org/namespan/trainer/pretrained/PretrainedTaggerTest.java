package org.namespan.trainer.pretrained;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.Device;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.namespan.ModelFormatException;
import org.namespan.model.MetadataCodec;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.session.EmissionScorer;
import org.namespan.model.session.TaggerSession;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.ReaderOptions;
import org.namespan.trainer.export.ModelExporter;
import org.namespan.trainer.export.SmallTaggers;
import org.namespan.trainer.io.Sha256;
import org.namespan.trainer.network.Combiner;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.onnx.Dimension;
import org.namespan.trainer.onnx.ElementType;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.training.EngineTagger;
import org.namespan.trainer.training.TrainedTagger;

class PretrainedTaggerTest {

  private static final Corpus CORPUS = SmallTaggers.corpus(40, 12, 3);

  @TempDir private Path folder;

  private Path write(TrainedTagger tagger, Precision precision) throws IOException {
    Path file = folder.resolve("model.onnx");
    ModelExporter.export(tagger, precision, 1, CORPUS, file);
    return file;
  }

  private static TrainedTagger trained(PretrainedTagger tagger) {
    return new TrainedTagger(tagger.network(), tagger.weights(), tagger.metadata());
  }

  private static List<SentenceView> views(Corpus corpus) {
    return corpus.tokens().stream().map(SentenceView::ofTokens).toList();
  }

  private static List<float[]> byOnnxRuntime(Path file, Corpus corpus) throws IOException {
    try (TaggerSession session = TaggerSession.open(file)) {
      return new EmissionScorer(session, 256, 8).emissions(views(corpus));
    }
  }

  private static List<float[]> byEngine(TrainedTagger tagger, Corpus corpus) {
    try (EngineTagger engine = new EngineTagger(tagger, Device.cpu())) {
      return engine.emissions(views(corpus));
    }
  }

  private static void assertSame(Map<String, float[]> expected, Map<String, float[]> found) {
    assertEquals(expected.keySet(), found.keySet());
    expected.forEach((name, values) -> assertArrayEquals(values, found.get(name), name));
  }

  /**
   * Every cell, size and input, with each head; a sum of one embedding is no network of its own.
   */
  private static List<NetworkConfig> networks() {
    return SmallNetworks.all().stream()
        .filter(config -> config.combiner() == Combiner.CONCAT || config.hashCount() > 0)
        .flatMap(config -> Stream.of(config, SmallNetworks.crf(config)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Precision.class)
  void readsTheNetworkOfAFile(Precision precision) throws IOException {
    int seed = 0;
    for (NetworkConfig network : networks()) {
      TrainedTagger tagger = SmallTaggers.tagger(network, ++seed);
      if (network.head() == Head.CRF) {
        tagger =
            new TrainedTagger(
                network,
                tagger.weights(),
                tagger.spec().head().withDecoder(tagger.metadata(), tagger.weights()));
      }
      Path file;
      try {
        file = write(tagger, precision);
      } catch (IOException e) {
        // Drawn weights may be rounded to other tags, which no training would leave so.
        assertTrue(precision == Precision.INT8, e.getMessage());
        continue;
      }
      PretrainedTagger read = PretrainedTagger.read(file);
      assertEquals(network, read.network());
      assertEquals("model.onnx", read.name());
      assertEquals(
          new Sha256().add(ByteBuffer.wrap(Files.readAllBytes(file))).hex(), read.sha256());
      Map<String, float[]> expected = tagger.spec().rounded(tagger.weights(), precision);
      if (precision == Precision.FP32) {
        assertSame(expected, read.weights());
      } else {
        assertEquals(expected.keySet(), read.weights().keySet());
        expected.forEach(
            (name, values) -> assertArrayEquals(values, read.weights().get(name), 1e-7f, name));
      }
      List<float[]> scores = byOnnxRuntime(file, CORPUS);
      List<float[]> found = byEngine(trained(read), CORPUS);
      boolean rounded = read.network().spec().encoder().roundsInput(precision);
      for (int i = 0; i < scores.size(); i++) {
        assertArrayEquals(scores.get(i), found.get(i), rounded ? 0.2f : 1e-4f);
      }
    }
  }

  /** The file that ships: 8-bit integers, whose LSTM rounds what it reads too. */
  @Test
  void readsTheBundledModel() throws IOException {
    Path file =
        Path.of("../sdk/model-en/src/main/resources/org/namespan/model/en/namespan-en.onnx");
    PretrainedTagger english = PretrainedTagger.english();
    assertEquals(PretrainedTagger.read(file).sha256(), english.sha256());
    assertEquals("namespan-en.onnx", english.name());
    assertEquals(
        "lstm 1x126 bidirectional, words 64, hashed 4x32, crf",
        english.network().spec().describe());
    assertEquals(english.metadata().facts().get("network"), english.network().spec().describe());
    Path text = Path.of("../sdk/model-en/everyday/news.conll");
    Corpus news = CorpusFormats.detect(text).read(text, ReaderOptions.DEFAULT);
    List<float[]> scores = byOnnxRuntime(file, news);
    List<float[]> found = byEngine(trained(english), news);
    SpanDecoder decoder = english.metadata().spanDecoder();
    int labels = english.metadata().tagSet().size();
    int same = 0;
    double difference = 0;
    long numbers = 0;
    for (int i = 0; i < scores.size(); i++) {
      int time = scores.get(i).length / labels;
      boolean equal =
          decoder.decodeSpans(scores.get(i), time).equals(decoder.decodeSpans(found.get(i), time));
      same += equal ? 1 : 0;
      for (int j = 0; j < scores.get(i).length; j++) {
        difference += Math.abs(scores.get(i)[j] - found.get(i)[j]);
      }
      numbers += scores.get(i).length;
    }
    assertTrue(same >= scores.size() - 1, same + " of " + scores.size());
    assertTrue(difference / numbers < 0.05, "mean difference " + difference / numbers);
  }

  @Test
  void hasTheMetadataOfTheFile() throws IOException {
    NetworkConfig network = SmallNetworks.config(Cell.LSTM, true, 1, 2);
    TrainedTagger tagger = SmallTaggers.tagger(network, 1);
    PretrainedTagger read = PretrainedTagger.read(write(tagger, Precision.FP32));
    TrainedTagger named = tagger.withFacts(Map.of("precision", "fp32"));
    assertEquals(
        new TreeMap<>(MetadataCodec.toEntries(named.metadata())),
        new TreeMap<>(MetadataCodec.toEntries(read.metadata())));
    assertEquals(Set.of("geo", "per"), read.types());
  }

  @Test
  void keepsItsNetworkWhateverItLearns() throws IOException {
    PretrainedTagger read =
        PretrainedTagger.read(
            write(SmallTaggers.tagger(SmallNetworks.all().get(0), 1), Precision.FP32));
    TrainingConfig config = read.fineTuning().optEpochs(3).optMinCount(2).build();
    read.requireNetwork(config);
    assertEquals(4, config.architecture().hidden());
    List<String> refusals = new ArrayList<>();
    for (TrainingConfig other :
        List.of(
            read.fineTuning().optHidden(5).build(),
            read.fineTuning().optHead(Head.CRF).build(),
            TrainingConfig.standard().build())) {
      refusals.add(
          assertThrows(IllegalArgumentException.class, () -> read.requireNetwork(other))
              .getMessage());
    }
    assertEquals(
        List.of(
            "--hidden is 5, but 4 in model.onnx, whose network is trained on; leave it out",
            "--head is crf, but softmax in model.onnx, whose network is trained on; leave it out",
            "--bidirectional is true, but false in model.onnx, whose network is trained on; leave it out"),
        refusals);
  }

  @Test
  void refusesAGraphOfAnotherProgram() throws IOException {
    OnnxGraph graph = new OnnxGraph("other");
    var words = graph.input("words", ElementType.INT32, batch(), time());
    graph.input("lengths", ElementType.INT32, batch());
    var table = graph.floats("embeddings", new float[20 * 5], 20, 5);
    graph.output(graph.gather("emissions", table, words), batch(), time(), five());
    TrainedTagger tagger = SmallTaggers.tagger(SmallNetworks.config(Cell.LSTM, true, 1, 0), 1);
    Path file = folder.resolve("other.onnx");
    Files.write(
        file, graph.toBytes("other", new TreeMap<>(MetadataCodec.toEntries(tagger.metadata()))));
    ModelFormatException refused =
        assertThrows(ModelFormatException.class, () -> PretrainedTagger.read(file));
    assertEquals(
        file
            + ": found no value 'layer0.forward.y', in a graph that training cannot begin from;"
            + " expected one that 'namespan train' or 'namespan export' wrote",
        refused.getMessage());
  }

  private static Dimension batch() {
    return Dimension.named("batch");
  }

  private static Dimension time() {
    return Dimension.named("time");
  }

  private static Dimension five() {
    return Dimension.of(5);
  }

  @Test
  void refusesWhatIsNoModel() throws IOException {
    Path text = Files.writeString(folder.resolve("a.txt"), "xyzzy");
    assertThrows(ModelFormatException.class, () -> PretrainedTagger.read(text));
    ModelFormatException missing =
        assertThrows(
            ModelFormatException.class, () -> PretrainedTagger.read(folder.resolve("none.onnx")));
    assertEquals(
        folder.resolve("none.onnx")
            + ": no such file, expected a model file (.onnx); check the path",
        missing.getMessage());
  }
}
