package org.namespan.trainer.network.transformer;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.namespan.trainer.onnx.Attributes;
import org.namespan.trainer.onnx.Dimension;
import org.namespan.trainer.onnx.ElementType;
import org.namespan.trainer.onnx.OnnxGraph;
import org.namespan.trainer.onnx.OnnxValue;

/** Writes BERT encoders of a few numbers, as PyTorch exports large ones. */
public final class TinyEncoder {

  /** Its sizes: windows of 16 pieces, so that sentences of usual length need several. */
  public static final TransformerSize SIZE = new TransformerSize(91, 16, 2, 2, 8, 2, 12, 1e-12f);

  private static final ElementType FLOAT = ElementType.FLOAT;
  private static final int HEAD_SIZE = SIZE.width() / SIZE.heads();

  private final OnnxGraph graph = new OnnxGraph("tiny");
  private final Random random;
  private int matrices = 900;

  private TinyEncoder(long seed) {
    random = new Random(seed);
  }

  /** The word pieces: every letter, alone and within a word, and a few words. */
  public static List<String> pieces() {
    List<String> pieces = new ArrayList<>(List.of("[PAD]", "[UNK]", "[CLS]", "[SEP]"));
    for (char c = 'a'; c <= 'z'; c++) {
      pieces.add(String.valueOf(c));
      pieces.add("##" + c);
    }
    pieces.addAll(List.of(".", ",", "!", "-", "'", "\"", "1", "2", "3", "##1", "##2", "##3"));
    pieces.addAll(List.of("said", "today", "yesterday", "in", "ann", "otto", "oslo", "paris"));
    pieces.addAll(List.of("new", "york", "mary", "smith", "bo", "li", "lives", "is", "far"));
    pieces.addAll(List.of("anna", "berg", "mia", "lind", "emil", "koch"));
    return pieces;
  }

  /** Writes {@code encoder.onnx} and {@code tokenizer.json} into a folder; gives the former. */
  public static Path write(Path folder, long seed) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("tokenizer.json"), tokenizer());
    return Files.write(folder.resolve("encoder.onnx"), onnx(seed));
  }

  /** Writes a jar with both, under the names that a library may give them. */
  public static Path writeJar(Path file, long seed) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("META-INF/tiny-tokenizer.json"));
      zip.write(tokenizer().getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("tiny.onnx"));
      zip.write(onnx(seed));
    }
    return file;
  }

  /** A {@code tokenizer.json} with the pieces. */
  static String tokenizer() {
    JsonObject vocabulary = new JsonObject();
    List<String> pieces = pieces();
    for (int i = 0; i < pieces.size(); i++) {
      vocabulary.addProperty(pieces.get(i), i);
    }
    JsonObject model = new JsonObject();
    model.addProperty("type", "WordPiece");
    model.add("vocab", vocabulary);
    JsonObject tokenizer = new JsonObject();
    tokenizer.add("model", model);
    return tokenizer.toString();
  }

  /** The ONNX file. */
  static byte[] onnx(long seed) {
    return new TinyEncoder(seed).write();
  }

  private byte[] write() {
    OnnxValue ids = input("input_ids");
    OnnxValue mask = input("attention_mask");
    OnnxValue types = input("token_type_ids");
    OnnxValue shape = graph.shape("shape", ids);
    OnnxValue one = graph.int64s("one", 1);
    OnnxValue two = graph.int64s("two", 2);
    OnnxValue zero = graph.int64s("zero", 0);
    OnnxValue time = graph.slice("time", shape, one, two, zero);
    OnnxValue words = graph.gather("w", table("word", SIZE.pieces()), ids);
    OnnxValue ofTypes = graph.gather("t", table("token_type", SIZE.types()), types);
    OnnxValue places = table("position", SIZE.positions());
    OnnxValue ofPlaces = graph.slice("p", places, zero, time, zero);
    OnnxValue sum = graph.add("e", graph.add("wt", words, ofTypes), ofPlaces);
    OnnxValue x = norm("embeddings.LayerNorm", sum);
    OnnxValue attended = graph.toFloat("attended", mask);
    OnnxValue hidden = binary("Sub", "hidden", graph.floats("1", new float[] {1}), attended);
    OnnxValue low = graph.floats("low", new float[] {-3.4028235e38f});
    OnnxValue axes = graph.int64s("axes", 1, 2);
    OnnxValue scores =
        graph.node(
            "Unsqueeze",
            "mask",
            FLOAT,
            List.of(graph.mul("far", hidden, low), axes),
            Attributes.none());
    for (int i = 0; i < SIZE.layers(); i++) {
      x = layer("encoder.layer." + i + ".", x, scores, shape);
    }
    graph.output(x, Dimension.named("b"), Dimension.named("t"), Dimension.of(SIZE.width()));
    return graph.toBytes("", new TreeMap<>());
  }

  private OnnxValue input(String name) {
    return graph.input(name, ElementType.INT64, Dimension.named("b"), Dimension.named("t"));
  }

  private OnnxValue layer(String name, OnnxValue x, OnnxValue mask, OnnxValue shape) {
    OnnxValue query = heads(name + "attention.self.query", x, shape, 0, 2, 1, 3);
    OnnxValue key = heads(name + "attention.self.key", x, shape, 0, 2, 3, 1);
    OnnxValue value = heads(name + "attention.self.value", x, shape, 0, 2, 1, 3);
    OnnxValue root = graph.floats(name + "root", new float[] {(float) Math.sqrt(HEAD_SIZE)});
    OnnxValue product = graph.matMul(name + "product", query, key);
    OnnxValue scores =
        graph.add(name + "scores", binary("Div", name + "scaled", product, root), mask);
    OnnxValue shares =
        graph.node(
            "Softmax", name + "shares", FLOAT, List.of(scores), Attributes.none().with("axis", -1));
    OnnxValue seen =
        graph.transpose(name + "seen", graph.matMul(name + "s", shares, value), 0, 2, 1, 3);
    OnnxValue flat =
        graph.reshape(name + "flat", seen, graph.int64s(name + "f", 0, 0, SIZE.width()));
    OnnxValue attended = dense(name + "attention.output.dense", flat, SIZE.width(), SIZE.width());
    OnnxValue middle =
        norm(name + "attention.output.LayerNorm", graph.add(name + "a", attended, x));
    OnnxValue inner =
        gelu(name, dense(name + "intermediate.dense", middle, SIZE.width(), SIZE.inner()));
    OnnxValue outer = dense(name + "output.dense", inner, SIZE.inner(), SIZE.width());
    return norm(name + "output.LayerNorm", graph.add(name + "o", outer, middle));
  }

  /** A dense layer cut into heads, the shape given as newer versions of the library do. */
  private OnnxValue heads(String name, OnnxValue x, OnnxValue shape, long... axes) {
    OnnxValue heads = graph.int64s(name + ".heads", SIZE.heads());
    OnnxValue size = graph.int64s(name + ".size", HEAD_SIZE);
    OnnxValue cut = graph.concat(name + ".cut", 0, List.of(shape, heads, size));
    OnnxValue all = dense(name, x, SIZE.width(), SIZE.width());
    return graph.transpose(name + ".turned", graph.reshape(name + ".apart", all, cut), axes);
  }

  private OnnxValue gelu(String name, OnnxValue x) {
    OnnxValue root = graph.floats(name + "root2", new float[] {(float) Math.sqrt(2)});
    OnnxValue half = graph.floats(name + "half", new float[] {0.5f});
    OnnxValue one = graph.floats(name + "one", new float[] {1});
    OnnxValue scaled = binary("Div", name + "x/2", x, root);
    OnnxValue erf = graph.node("Erf", name + "erf", FLOAT, List.of(scaled), Attributes.none());
    OnnxValue product = graph.mul(name + "x*erf", x, graph.add(name + "1+erf", erf, one));
    return graph.mul(name + "gelu", product, half);
  }

  private OnnxValue dense(String name, OnnxValue x, int in, int out) {
    OnnxValue matrix = graph.floats("onnx::MatMul_" + matrices++, draw(in * out, 0.5), in, out);
    OnnxValue bias = graph.floats(name + ".bias", draw(out, 0.1), out);
    return graph.add(name + ".y", bias, graph.matMul(name + ".xW", x, matrix));
  }

  private OnnxValue norm(String name, OnnxValue x) {
    OnnxValue centred = binary("Sub", name + ".c", x, mean(name + ".mean", x));
    OnnxValue two = graph.floats(name + ".2", new float[] {2});
    OnnxValue variance = mean(name + ".var", binary("Pow", name + ".sq", centred, two));
    OnnxValue epsilon = graph.floats(name + ".epsilon", new float[] {SIZE.epsilon()});
    OnnxValue sum = graph.add(name + ".ve", variance, epsilon);
    OnnxValue root = graph.node("Sqrt", name + ".sd", FLOAT, List.of(sum), Attributes.none());
    float[] gain = draw(SIZE.width(), 0.3);
    for (int i = 0; i < gain.length; i++) {
      gain[i] += 1;
    }
    OnnxValue weight = graph.floats(name + ".weight", gain, SIZE.width());
    OnnxValue bias = graph.floats(name + ".bias", draw(SIZE.width(), 0.1), SIZE.width());
    OnnxValue scaled = graph.mul(name + ".g", binary("Div", name + ".z", centred, root), weight);
    return graph.add(name + ".y", scaled, bias);
  }

  private OnnxValue mean(String name, OnnxValue x) {
    Attributes axes = Attributes.none().with("axes", new long[] {-1}).with("keepdims", 1);
    return graph.node("ReduceMean", name, FLOAT, List.of(x), axes);
  }

  private OnnxValue binary(String op, String name, OnnxValue a, OnnxValue b) {
    return graph.node(op, name, FLOAT, List.of(a, b), Attributes.none());
  }

  private OnnxValue table(String name, int rows) {
    float[] values = draw(rows * SIZE.width(), 1);
    return graph.floats("embeddings." + name + "_embeddings.weight", values, rows, SIZE.width());
  }

  private float[] draw(int count, double scale) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }
}
