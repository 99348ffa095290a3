package org.namespan.trainer.network.transformer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.PieceBatch;
import org.namespan.trainer.io.Sha256;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.head.SoftmaxTagHead;
import org.namespan.trainer.network.part.PartBlock;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.wordpiece.PieceEncoder;
import org.namespan.trainer.wordpiece.WordPieces;

class PretrainedEncoderTest {

  /** The last one is read in several windows. */
  private static final List<List<String>> SENTENCES =
      List.of(
          List.of("Otto", "lives", "in", "New", "York", "."),
          List.of("Oslo"),
          List.of("Zürich-West", "…", "\u0000"),
          List.of("Mary Ann Smith said today Otto lives in Paris far , far".split(" ")),
          List.of("yesterday otto abcdefg hijk lmnop said in xyz new".split(" ")));

  @TempDir private Path folder;

  /** The states of all tokens of a batch by the engine, with shapes that begin as 0. */
  private static float[][] states(PretrainedEncoder encoder, Batch batch) {
    int width = encoder.size().width();
    int all = TransformerSpec.width(encoder.size(), 3);
    TransformerSpec spec = new TransformerSpec(encoder.size(), 3, new SoftmaxTagHead(all, 2));
    Map<String, float[]> weights = new HashMap<>(spec.draw(1));
    weights.putAll(encoder.weights());
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu())) {
      PartBlock body = spec.body(0.5f, false);
      body.block().initialize(manager, DataType.FLOAT32, new Shape(1, 1));
      body.parameters().forEach((weight, value) -> EngineNetwork.assign(value, weight.in(weights)));
      body.frozen()
          .forEach(
              (weight, table) ->
                  System.arraycopy(weight.in(weights), 0, table.weights(), 0, weight.size()));
      NDArray output =
          body.block()
              .forward(new ParameterStore(manager, false), batch.toInputs(manager), false)
              .head();
      float[] flat = output.toFloatArray();
      float[][] states = new float[batch.size() * batch.time()][];
      for (int i = 0; i < states.length; i++) {
        states[i] = Arrays.copyOfRange(flat, i * all, i * all + width);
      }
      return states;
    }
  }

  /** The states of all pieces by ONNX Runtime. */
  private static float[][][] run(byte[] onnx, PieceBatch batch) throws OrtException {
    long[][] ids = new long[batch.rows()][batch.width()];
    long[][] mask = new long[batch.rows()][batch.width()];
    for (int row = 0; row < batch.rows(); row++) {
      for (int i = 0; i < batch.lengths()[row]; i++) {
        ids[row][i] = batch.pieces()[row * batch.width() + i];
        mask[row][i] = 1;
      }
    }
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession session = environment.createSession(onnx);
        OnnxTensor idTensor = OnnxTensor.createTensor(environment, ids);
        OnnxTensor maskTensor = OnnxTensor.createTensor(environment, mask);
        OnnxTensor types =
            OnnxTensor.createTensor(environment, new long[batch.rows()][batch.width()]);
        OrtSession.Result result =
            session.run(
                Map.of(
                    "input_ids",
                    idTensor,
                    "attention_mask",
                    maskTensor,
                    "token_type_ids",
                    types))) {
      return (float[][][]) result.get(0).getValue();
    }
  }

  private static void assertParity(PretrainedEncoder encoder, byte[] onnx) throws OrtException {
    PieceEncoder pieces =
        new PieceEncoder(new WordPieces(encoder.pieces()), encoder.size().positions());
    Batch batch = Batch.of(SENTENCES.stream().map(pieces::encode).toList());
    float[][] found = states(encoder, batch);
    float[][][] expected = run(onnx, batch.pieces());
    for (int i = 0; i < batch.size(); i++) {
      for (int t = 0; t < batch.lengths()[i]; t++) {
        int at = i * batch.time() + t;
        int first = batch.pieces().firsts()[at];
        int width = batch.pieces().width();
        assertArrayEquals(expected[first / width][first % width], found[at], 1e-4f, i + ":" + t);
      }
    }
  }

  @Test
  void computesWhatOnnxRuntimeDoes() throws IOException, OrtException {
    Path file = TinyEncoder.write(folder, 1);
    PretrainedEncoder encoder = PretrainedEncoder.read(file, null);
    assertEquals("encoder.onnx", encoder.name());
    assertEquals(TinyEncoder.SIZE, encoder.size());
    assertEquals(TinyEncoder.pieces(), encoder.pieces());
    byte[] onnx = Files.readAllBytes(file);
    assertEquals(new Sha256().add(java.nio.ByteBuffer.wrap(onnx)).hex(), encoder.sha256());
    assertParity(encoder, onnx);
  }

  /** The encoders that teachers are made of, where a build has fetched them. */
  @ParameterizedTest
  @ValueSource(strings = {"all-minilm-l6-v2", "bge-small-en-v15"})
  void computesWhatOnnxRuntimeDoesWithRealEncoders(String name) throws IOException, OrtException {
    String artifact = "langchain4j-embeddings-" + name;
    Path jar =
        Path.of(
            System.getProperty("user.home"),
            ".m2/repository/dev/langchain4j",
            artifact,
            "0.36.2",
            artifact + "-0.36.2.jar");
    assumeTrue(Files.exists(jar));
    PretrainedEncoder encoder = PretrainedEncoder.read(jar, null);
    assertEquals(30_522, encoder.size().pieces());
    assertEquals(512, encoder.size().positions());
    assertEquals(12, encoder.size().heads());
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      String entry =
          zip.stream().map(e -> e.getName()).filter(e -> e.endsWith(".onnx")).findFirst().get();
      byte[] onnx = zip.getInputStream(zip.getEntry(entry)).readAllBytes();
      assertParity(encoder, onnx);
    }
  }

  @Test
  void jarHoldsBothFiles() throws IOException {
    PretrainedEncoder beside = PretrainedEncoder.read(TinyEncoder.write(folder, 3), null);
    Path jar = TinyEncoder.writeJar(folder.resolve("tiny.jar"), 3);
    PretrainedEncoder packed = PretrainedEncoder.read(jar, null);
    assertEquals("tiny.jar", packed.name());
    assertEquals(beside.sha256(), packed.sha256());
    assertEquals(beside.weights().keySet(), packed.weights().keySet());
    beside
        .weights()
        .forEach((name, values) -> assertArrayEquals(values, packed.weights().get(name), name));
    Path other = folder.resolve("other.json");
    Files.writeString(other, TinyEncoder.tokenizer().replace("\"otto\"", "\"otta\""));
    assertTrue(PretrainedEncoder.read(jar, other).pieces().contains("otta"));
  }

  private static String refusal(Path file, Path tokenizer) {
    String message =
        assertThrows(EncoderException.class, () -> PretrainedEncoder.read(file, tokenizer))
            .getMessage();
    assertEquals(1, message.lines().count(), message);
    return message;
  }

  @Test
  void refusesWhatIsNoEncoder() throws IOException {
    Path good = TinyEncoder.write(folder, 1);
    Path missing = folder.resolve("missing.onnx");
    assertTrue(refusal(missing, null).startsWith(missing + ": no such file; expected "));
    assertTrue(refusal(folder, null).contains("found a folder"));
    Path text = Files.writeString(folder.resolve("a.txt"), "no model");
    assertTrue(refusal(text, null).startsWith(text + ": found no"), refusal(text, null));
    Path cut = folder.resolve("cut.onnx");
    Files.write(cut, Arrays.copyOf(Files.readAllBytes(good), 5000));
    assertTrue(refusal(cut, null).startsWith(cut + ": found no"), refusal(cut, null));
    Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"model\": {}}");
    assertTrue(refusal(good, wrong).startsWith(wrong + ": found no vocabulary of word pieces"));
    Path fewer = folder.resolve("fewer.json");
    Files.writeString(fewer, TinyEncoder.tokenizer().replace(",\"koch\":90", ""));
    assertTrue(refusal(good, fewer).contains("found 90 word pieces for a table of 91 rows"));
    Path noStart = folder.resolve("start.json");
    Files.writeString(noStart, TinyEncoder.tokenizer().replace("[CLS]", "[BOS]"));
    assertTrue(refusal(good, noStart).contains("found no piece [CLS]"));
  }

  /** Each change makes one part of the graph unlike that of an encoder. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "embeddings.word_embeddings.weight",
        "encoder.layer.1.attention.self.key.bias",
        "encoder.layer.0.output.LayerNorm.weight"
      })
  void namesTheTensorThatIsMissing(String tensor) throws IOException {
    Path file = TinyEncoder.write(folder, 1);
    String latin = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    String other = "X" + tensor.substring(1, tensor.length() - 1) + "X";
    Files.write(file, latin.replace(tensor, other).getBytes(StandardCharsets.ISO_8859_1));
    String message = refusal(file, null);
    assertTrue(message.contains(tensor.substring(tensor.indexOf('.') + 1)), message);
  }
}
