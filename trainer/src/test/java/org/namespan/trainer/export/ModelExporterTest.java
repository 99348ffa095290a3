package org.namespan.trainer.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.EntityTagger;
import org.namespan.ModelFormatException;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.ViterbiDecoder;
import org.namespan.model.feature.CharacterInput;
import org.namespan.model.feature.TokenInput;
import org.namespan.model.feature.WordInput;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.SharedData;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.config.TrainingConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.CorpusFormats;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.Splits;
import org.namespan.trainer.network.Head;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.ReferenceNetwork;
import org.namespan.trainer.network.SmallNetworks;
import org.namespan.trainer.network.encoder.Cell;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.training.TrainedTagger;
import org.namespan.trainer.training.TrainingData;
import org.namespan.trainer.training.TrainingSources;

class ModelExporterTest {

  private static final NetworkConfig SMALL = SmallNetworks.config(Cell.LSTM, true, 1, 2);
  private static final NetworkConfig SMALL_WITH_CHARACTERS = SmallNetworks.withCharacters(SMALL);

  @TempDir Path folder;

  static Stream<NetworkConfig> configs() {
    return SmallNetworks.all().stream();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void scoresAsTheNetworkDoes(NetworkConfig config) throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(config, 1);
    Corpus corpus = SmallTaggers.corpus(40, 20, 2);
    Path file = folder.resolve("model.onnx");
    ParityReport report = ModelExporter.export(tagger, corpus, file);
    int tokens = corpus.tokenCount();
    assertEquals(40, report.sentences());
    assertEquals(tokens, report.tokens());
    assertEquals(tokens, report.sameTags());
    assertTrue(report.maxDifference() <= 2e-5, report.toString());

    assertScoresAs(new ReferenceNetwork(config, tagger.weights()), 1e-4, file, corpus.tokens());
  }

  /** Here weights are rounded by another road, and so is what an LSTM multiplies them by. */
  @ParameterizedTest
  @MethodSource("configs")
  void scoresAtInt8AsRoundedWeightsDo(NetworkConfig config) throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(config, 1);
    Corpus corpus = SmallTaggers.corpus(40, 20, 2);
    Path file = folder.resolve("model.onnx");
    Files.write(
        file,
        ModelFile.toBytes(config.spec(), tagger.weights(), Precision.INT8, tagger.metadata()));
    ParityReport report = ParityCheck.compare(tagger, Precision.INT8, file, corpus);
    assertEquals(Precision.INT8, report.precision());
    boolean lstm = config.cell() == Cell.LSTM;
    assertTrue(report.maxDifference() <= (lstm ? 0.2 : 2e-5), report.toString());
    assertTrue(report.agreement() >= 0.95, report.toString());
    Map<String, float[]> rounded = new LinkedHashMap<>();
    tagger
        .weights()
        .forEach(
            (name, values) -> {
              int largest = lstm && name.startsWith("layer") ? 64 : 127;
              rounded.put(name, rounded(values, columns(name, config), largest));
            });
    NetworkSpec spec = config.spec();
    float[] ranges = new float[config.layers()];
    for (int layer = 0; layer < ranges.length; layer++) {
      ranges[layer] = spec.encoder().range(layer, spec.inputRange(rounded));
    }
    ReferenceNetwork reference = new ReferenceNetwork(config, rounded, lstm ? ranges : null);
    assertScoresAs(reference, 1e-4, file, corpus.tokens());
  }

  @ParameterizedTest
  @MethodSource("configs")
  void scoresAtFp16AsTheNetworkDoes(NetworkConfig config) throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(config, 1);
    Corpus corpus = SmallTaggers.corpus(40, 20, 2);
    Path file = folder.resolve("model.onnx");
    ParityReport report = ModelExporter.export(tagger, Precision.FP16, 0.01, corpus, file);
    assertTrue(report.maxDifference() <= 2e-5, report.toString());
    // Eleven bits of each weight are kept.
    ReferenceNetwork reference = new ReferenceNetwork(config, tagger.weights());
    assertScoresAs(reference, 0.01, file, corpus.tokens());
  }

  /** Columns of what is rounded, else 0. */
  private static int columns(String name, NetworkConfig config) {
    if (name.equals("words")) {
      return config.wordDim();
    }
    if (name.equals("hashes")) {
      return config.hashDim();
    }
    if (name.matches("layer[0-9]+\\.(forward|backward)\\.W")) {
      return config.spec().encoder().inputWidth(name.charAt("layer".length()) - '0');
    }
    return name.matches("layer[0-9]+\\.(forward|backward)\\.R") ? config.hidden() : 0;
  }

  /** Each entry as the nearest multiple of one of so many parts of its row's largest. */
  private static float[] rounded(float[] matrix, int columns, int parts) {
    float[] rounded = matrix.clone();
    for (int i = 0; columns > 0 && i < matrix.length; i++) {
      int from = i / columns * columns;
      double largest = 0;
      for (int k = from; k < from + columns; k++) {
        largest = Math.max(largest, Math.abs((double) matrix[k]));
      }
      rounded[i] =
          largest == 0 ? 0 : (float) (Math.rint(matrix[i] / largest * parts) * largest / parts);
    }
    return rounded;
  }

  private static void assertScoresAs(
      ReferenceNetwork reference, double delta, Path file, List<List<String>> sentences)
      throws IOException {
    try (TaggerSession session = TaggerSession.open(file)) {
      ViterbiDecoder decoder = new ViterbiDecoder(session.metadata().tagSet());
      List<EncodedSentence> encoded = new ArrayList<>();
      for (List<String> sentence : sentences) {
        encoded.add(EncodedSentence.of(sentence, session.features()));
      }
      float[][] together = rows(session, encoded);
      for (int i = 0; i < encoded.size(); i++) {
        float[] alone = rows(session, List.of(encoded.get(i)))[0];
        double[][] expected = reference.emissions(encoded.get(i));
        for (int at = 0; at < alone.length; at++) {
          int labels = expected[0].length;
          assertEquals(expected[at / labels][at % labels], alone[at], delta);
          assertEquals(alone[at], together[i][at], 1e-6);
        }
        int time = encoded.get(i).length();
        assertArrayEquals(decoder.decode(alone, time), decoder.decode(together[i], time));
      }
    }
  }

  /** Scores of one padded batch, a row for each sentence, without its padding. */
  private static float[][] rows(TaggerSession session, List<EncodedSentence> sentences) {
    Batch batch = Batch.of(sentences);
    float[] flat = session.emissions(batch.size(), batch.time(), batch.ids(), batch.lengths());
    int row = flat.length / batch.size();
    float[][] rows = new float[batch.size()][];
    for (int i = 0; i < rows.length; i++) {
      int used = row / batch.time() * batch.lengths()[i];
      rows[i] = Arrays.copyOfRange(flat, i * row, i * row + used);
    }
    return rows;
  }

  /** Untrained networks of every kind over the words of real text. */
  @org.junit.jupiter.api.Tag("slow")
  @Test
  void scoresRealSentencesAsTheNetworkDoes() throws IOException {
    Corpus gmb = CorpusFormats.read(SharedData.require("gmb/ner_dataset.csv.gz"));
    Corpus dev = Splits.sequential(gmb, 33_570).dev();
    dev = dev.withSentences(dev.sentences().subList(0, 1000));
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
        TrainingData data = TrainingData.prepare(TrainingSources.of(dev, dev), config);
        NetworkConfig network =
            SmallNetworks.plain(
                cell,
                bidirectional,
                2,
                32,
                true,
                data.features().rows(WordInput.NAME),
                16,
                4,
                config.features().recipe().hashTableRows(),
                8,
                data.tagSet().size(),
                Head.SOFTMAX);
        Map<String, float[]> weights = network.spec().draw(7);
        TrainedTagger tagger =
            new TrainedTagger(
                network, weights, SmallTaggers.metadata(data, config.features().recipe()));
        ParityReport report =
            ModelExporter.export(tagger, dev, folder.resolve(network.spec().describe() + ".onnx"));
        assertEquals(1000, report.sentences());
        assertTrue(report.maxDifference() <= 1e-4, network.spec().describe() + ": " + report);
        // Untrained scores lie close together: a tie may fall either way.
        assertTrue(report.agreement() >= 0.9999, network.spec().describe() + ": " + report);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameTaggerSameBytes(Precision precision) throws IOException {
    for (NetworkConfig config : SmallNetworks.all()) {
      byte[] bytes = bytes(SmallTaggers.tagger(config, 1), precision);
      TrainedTagger again = SmallTaggers.tagger(config, 1);
      // The order of the map must not show.
      Map<String, float[]> turned = new LinkedHashMap<>();
      List<String> names = new ArrayList<>(again.weights().keySet());
      for (int i = names.size() - 1; i >= 0; i--) {
        turned.put(names.get(i), again.weights().get(names.get(i)));
      }
      TrainedTagger other = new TrainedTagger(config, turned, again.metadata());
      assertArrayEquals(bytes, bytes(other, precision));
      assertFalse(Arrays.equals(bytes, bytes(SmallTaggers.tagger(config, 2), precision)));
    }
  }

  private static byte[] bytes(TrainedTagger tagger, Precision precision) {
    return ModelFile.toBytes(
        (NetworkSpec) tagger.spec(), tagger.weights(), precision, tagger.metadata());
  }

  @Test
  void exportsTheSameBytesTwice() throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(SmallNetworks.all().get(0), 1);
    for (Precision precision : Precision.values()) {
      Path first = folder.resolve("a.onnx");
      Path second = folder.resolve("b.onnx");
      ModelExporter.export(tagger, precision, 1, SmallTaggers.corpus(2, 5, 1), first);
      ModelExporter.export(tagger, precision, 1, SmallTaggers.corpus(3, 9, 7), second);
      assertEquals(-1, Files.mismatch(first, second));
      try (TaggerSession session = TaggerSession.open(first)) {
        assertEquals(precision.id(), session.metadata().facts().get("precision"));
      }
    }
  }

  /** A float less a byte per weight of tables and recurrent matrices, and a float more per row. */
  @Test
  void int8SavesThreeBytesPerWeight() {
    NetworkConfig config = standardNetwork(45_000);
    TrainedTagger tagger =
        new TrainedTagger(config, config.spec().draw(7), SmallTaggers.tagger(SMALL, 1).metadata());
    long tableEntries = 45_000L * 64 + config.hashRows() * 32L;
    long tableRows = 45_000 + config.hashRows();
    int in = 64 + 4 * 32;
    long matrices = 2 * 4 * 128 * (in + 128);
    // Two more inputs, and two more units with a float and a zero point per gate and two biases.
    long anchored = 2 * 4 * 130 * (in + 2 + 130);
    long scales = 2 * 2 * 4 * 130 * (Float.BYTES + 1);
    long biases = 2 * 2 * 4 * 2 * Float.BYTES;
    int size = bytes(tagger, Precision.INT8).length;
    int saved = bytes(tagger, Precision.FP32).length - size;
    long expected = 3 * tableEntries - 4 * tableRows + 4 * matrices - anchored - scales - biases;
    assertEquals(expected, saved, 2000);
    assertTrue(size < 4_100_000, size + " bytes");
    int half = bytes(tagger, Precision.FP16).length;
    assertEquals(2 * (tableEntries + matrices), size + saved - half, 2000);
  }

  private static NetworkConfig standardNetwork(int words) {
    TrainingConfig standard = TrainingConfig.standard().build();
    return SmallNetworks.plain(
        standard.architecture().cell(),
        standard.architecture().bidirectional(),
        standard.architecture().layers(),
        standard.architecture().hidden(),
        standard.architecture().skip(),
        words,
        standard.features().wordDim(),
        standard.features().recipe().hashed().size(),
        standard.features().recipe().hashTableRows(),
        standard.features().hashDim(),
        17,
        Head.SOFTMAX);
  }

  /** Or each run would turn the matrices into floats again. */
  @ParameterizedTest
  @EnumSource(names = {"FP16", "INT8"})
  void matricesAreAsTheyAreMultipliedOnceLoaded(Precision precision)
      throws IOException, OrtException {
    for (Cell cell : Cell.values()) {
      TrainedTagger tagger = SmallTaggers.tagger(SmallNetworks.config(cell, true, 2, 2), 1);
      GraphProto graph = optimized(bytes(tagger, precision));
      List<String> initializers =
          graph.getInitializerList().stream().map(TensorProto::getName).toList();
      boolean quantized = precision == Precision.INT8 && cell == Cell.LSTM;
      Set<String> ops = quantized ? Set.of("DynamicQuantizeLSTM") : Set.of("LSTM", "GRU", "RNN");
      List<NodeProto> layers =
          graph.getNodeList().stream().filter(node -> ops.contains(node.getOpType())).toList();
      assertEquals(2 * 2, layers.size());
      for (NodeProto layer : layers) {
        assertTrue(initializers.containsAll(layer.getInputList().subList(1, 4)), cell.id());
      }
      // The tables are not floats.
      String turned = precision == Precision.INT8 ? "DequantizeLinear" : "Cast";
      List<String> found =
          graph.getNodeList().stream()
              .map(NodeProto::getOpType)
              .filter(Set.of("DequantizeLinear", "Cast")::contains)
              .toList();
      assertEquals(List.of(turned, turned), found);
    }
  }

  /** The graph as ONNX Runtime has it once loaded. */
  private GraphProto optimized(byte[] model) throws IOException, OrtException {
    Path file = folder.resolve("optimized.onnx");
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
      options.setOptimizedModelFilePath(file.toString());
      OrtEnvironment.getEnvironment().createSession(model, options).close();
    }
    return ModelProto.parseFrom(Files.readAllBytes(file)).getGraph();
  }

  /** Or each run would multiply what stays the same. */
  @ParameterizedTest
  @EnumSource
  void filtersAreMultipliedOnceLoaded(Precision precision) throws IOException, OrtException {
    GraphProto graph = optimized(bytes(SmallTaggers.tagger(SMALL_WITH_CHARACTERS, 1), precision));
    List<String> multiplied =
        graph.getNodeList().stream()
            .filter(node -> Set.of("MatMul", "Gemm", "FusedMatMul").contains(node.getOpType()))
            .flatMap(node -> node.getInputList().stream())
            .filter(name -> name.startsWith("char"))
            .toList();
    assertEquals(List.of(), multiplied);
    assertFalse(
        graph.getInitializerList().stream().anyMatch(t -> t.getName().equals("chars.table")));
  }

  /**
   * A tagger each of whose word vectors has a number that the network does not look at. In int8 it
   * makes the scale of its row so large that the others become 0; above 65,504 it is infinite in
   * fp16, and nothing is a number any more.
   */
  private static TrainedTagger taggerWith(float ignored) {
    TrainedTagger tagger = SmallTaggers.tagger(SMALL, 1);
    for (int row = 0; row < SMALL.wordRows(); row++) {
      tagger.weights().get("words")[row * SMALL.wordDim()] = ignored;
    }
    for (String direction : List.of("forward", "backward")) {
      float[] matrix = tagger.weights().get("layer0." + direction + ".W");
      for (int from = 0; from < matrix.length; from += SMALL.spec().encoder().in()) {
        matrix[from] = 0;
      }
    }
    return tagger;
  }

  @ParameterizedTest
  @CsvSource({
    "0, INT8, INT8, ''",
    "6e4, INT8, FP16, fp16",
    "1e6, INT8, FP32, fp16 fp32",
    "1e6, FP16, FP32, fp32",
    "1e6, FP32, FP32, ''"
  })
  void fallsBackToTheNextPrecisionThatHolds(
      float ignored, Precision asked, Precision written, String tried) throws IOException {
    Corpus corpus = SmallTaggers.corpus(40, 20, 2);
    Path file = folder.resolve("model.onnx");
    List<String> told = new ArrayList<>();
    ParityReport report =
        ModelExporter.exportOrFiner(
            taggerWith(ignored),
            asked,
            1,
            corpus,
            file,
            (refusal, next) -> {
              assertTrue(refusal.getMessage().startsWith(file + ": not written: "));
              assertFalse(Files.exists(file));
              told.add(next.id());
            });
    assertEquals(written, report.precision());
    assertEquals(tried, String.join(" ", told));
    Path direct = folder.resolve("direct.onnx");
    ModelExporter.export(taggerWith(ignored), written, 1, corpus, direct);
    assertArrayEquals(Files.readAllBytes(direct), Files.readAllBytes(file));
    try (EntityTagger tagger = EntityTagger.load(file)) {
      assertEquals(written.id(), tagger.info().facts().get("precision"));
    }
  }

  @Test
  void refusesInt8ThatLosesTags() throws IOException {
    TrainedTagger tagger = taggerWith(1e6f);
    Corpus corpus = SmallTaggers.corpus(40, 20, 2);
    Path file = folder.resolve("model.onnx");
    ExportException refusal =
        assertThrows(
            ExportException.class,
            () -> ModelExporter.export(tagger, Precision.INT8, 1, corpus, file));
    String message = refusal.getMessage();
    assertTrue(message.startsWith(file + ": not written: in int8, "), message);
    assertTrue(message.contains("expected at least 99 %; export with fp32"), message);
    assertFalse(Files.exists(file));
    ModelExporter.export(tagger, Precision.FP32, 0, corpus, file);
  }

  @Test
  void refusesALossOfF1() throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(SMALL, 1);
    Path file = folder.resolve("model.onnx");
    Corpus sentences = SmallTaggers.corpus(1000, 20, 2);
    ParityReport parity = ModelExporter.export(tagger, Precision.FP32, 0, sentences, file);
    assertEquals(0, parity.loss());
    // As the network itself tags them: each tag that rounding turns is an error.
    Corpus asTagged = asTagged(file, sentences);
    Path other = folder.resolve("int8.onnx");
    ParityReport lost = ModelExporter.export(tagger, Precision.INT8, 1, asTagged, other);
    assertEquals(1, lost.networkF1());
    assertTrue(lost.loss() > 0, lost.toString());
    Files.delete(other);
    ExportException refusal =
        assertThrows(
            ExportException.class,
            () -> ModelExporter.export(tagger, Precision.INT8, 0, asTagged, other));
    String message = refusal.getMessage();
    String f1 = String.format(Locale.ROOT, "span F1 is %.4f, but 1.0000 with", lost.fileF1());
    assertTrue(message.startsWith(other + ": not written: in int8, " + f1), message);
    assertTrue(
        message.endsWith("a loss of at most 0.0; export with fp32, or allow more by --max-loss"),
        message);
    assertFalse(Files.exists(other));
  }

  private static Corpus asTagged(Path file, Corpus corpus) throws IOException {
    List<Sentence> tagged = new ArrayList<>();
    try (EntityTagger tagger = EntityTagger.load(file)) {
      for (Sentence sentence : corpus.sentences()) {
        List<Tag> tags =
            tagger.tagTokens(sentence.tokens()).stream()
                .map(tag -> Tag.parse(tag, TagScheme.BIO))
                .toList();
        tagged.add(new Sentence(sentence.tokens(), TagScheme.BIO.decode(tags)));
      }
    }
    return corpus.withSentences(tagged);
  }

  @ParameterizedTest
  @EnumSource
  void sdkRefusesTablesOfAnotherSize(Precision precision) throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(SMALL, 1);
    ModelMetadata metadata = tagger.metadata();
    for (int change : new int[] {-1, 1}) {
      List<String> vocabulary = new ArrayList<>(metadata.vocabulary());
      if (change < 0) {
        vocabulary.remove(vocabulary.size() - 1);
      } else {
        vocabulary.add("another");
      }
      ModelMetadata other =
          new ModelMetadata(
              metadata.tagSet(),
              metadata.recipe(),
              vocabulary,
              metadata.textModels(),
              metadata.facts());
      Path file = folder.resolve("model.onnx");
      Files.write(file, ModelFile.toBytes(SMALL.spec(), tagger.weights(), precision, other));
      ModelFormatException refusal =
          assertThrows(ModelFormatException.class, () -> TaggerSession.open(file));
      String found = change < 0 ? "have more rows" : "have fewer rows";
      assertTrue(refusal.getMessage().contains(found), refusal.getMessage());
    }
  }

  @Test
  void sdkRefusesCharactersOfAnotherSize() throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(SMALL_WITH_CHARACTERS, 1);
    int length = SMALL_WITH_CHARACTERS.charLength();
    CharacterInput good = (CharacterInput) tagger.metadata().recipe().others().get(0);
    String alphabet = good.alphabet();
    assertInputsRefused(tagger, "have fewer rows", new CharacterInput(alphabet + "x", length));
    assertInputsRefused(tagger, "more rows", new CharacterInput(alphabet.substring(1), length));
    assertInputsRefused(tagger, "input 'chars'", new CharacterInput(alphabet, length + 1));
    assertInputsRefused(tagger, "the graph's inputs are");
  }

  private void assertInputsRefused(TrainedTagger tagger, String found, TokenInput... others)
      throws IOException {
    ModelMetadata metadata = tagger.metadata();
    ModelMetadata changed =
        new ModelMetadata(
            metadata.tagSet(),
            metadata.recipe().withOthers(List.of(others)),
            metadata.vocabulary(),
            metadata.textModels(),
            metadata.facts());
    Path file = folder.resolve("model.onnx");
    Files.write(
        file,
        ModelFile.toBytes((NetworkSpec) tagger.spec(), tagger.weights(), Precision.FP32, changed));
    ModelFormatException refusal =
        assertThrows(ModelFormatException.class, () -> TaggerSession.open(file));
    assertTrue(refusal.getMessage().contains(found), refusal.getMessage());
  }

  /** What stands in the row of padding must not matter. */
  @Test
  void paddingOfTokensIsInvisible() {
    TrainedTagger tagger = SmallTaggers.tagger(SMALL_WITH_CHARACTERS, 1);
    byte[] bytes = bytes(tagger, Precision.FP32);
    Arrays.fill(tagger.weights().get("chars"), 0, SMALL_WITH_CHARACTERS.charDim(), 7);
    assertArrayEquals(bytes, bytes(tagger, Precision.FP32));
  }

  @ParameterizedTest
  @EnumSource
  void refusesScoresThatAreNoNumbers(Precision precision) throws IOException {
    TrainedTagger tagger = SmallTaggers.tagger(SMALL, 1);
    tagger.weights().get("layer0.backward.R")[3] = Float.NaN;
    Path file = Files.writeString(folder.resolve("model.onnx"), "as it was");
    ExportException refusal =
        assertThrows(
            ExportException.class,
            () -> ModelExporter.export(tagger, precision, 1, SmallTaggers.corpus(3, 5, 1), file));
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
        IllegalArgumentException.class,
        () -> ModelExporter.export(tagger, SmallTaggers.corpus(0, 5, 1), file));
    assertFalse(Files.exists(file));
  }

  /** A graph that is not the network's: the same shape, one number of one table changed. */
  @ParameterizedTest
  @EnumSource(names = {"FP32", "FP16"})
  void seesOneNumberThatDiffers(Precision precision) throws IOException {
    for (NetworkConfig config : SmallNetworks.all()) {
      TrainedTagger tagger = SmallTaggers.tagger(config, 1);
      Map<String, float[]> tampered = new LinkedHashMap<>(tagger.weights());
      float[] bias = tampered.get("dense.b").clone();
      bias[2] += 0.01f;
      tampered.put("dense.b", bias);
      Path file = folder.resolve("model.onnx");
      Files.write(file, ModelFile.toBytes(config.spec(), tampered, precision, tagger.metadata()));
      ParityReport report =
          ParityCheck.compare(tagger, precision, file, SmallTaggers.corpus(5, 5, 1));
      assertTrue(report.maxDifference() > ModelExporter.MAX_DIFFERENCE, report.toString());
    }
  }
}
