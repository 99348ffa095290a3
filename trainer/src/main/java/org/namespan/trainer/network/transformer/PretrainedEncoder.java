package org.namespan.trainer.network.transformer;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;
import org.namespan.trainer.io.InputFile;
import org.namespan.trainer.io.Sha256;
import org.namespan.trainer.network.part.Weight;
import org.namespan.trainer.onnx.OnnxWeights;
import org.namespan.trainer.onnx.OnnxWeights.Floats;
import org.namespan.trainer.wordpiece.WordPieces;

/**
 * A pre-trained encoder of the BERT family, read from an ONNX file whose tensors have the names
 * that PyTorch gave them.
 *
 * @param name of the file, without its folder
 * @param sha256 of the file, in hexadecimal
 * @param size its sizes
 * @param weights by the names that {@link TransformerSpec} has for them
 * @param pieces the word pieces by id
 */
public record PretrainedEncoder(
    String name,
    String sha256,
    TransformerSize size,
    Map<String, float[]> weights,
    List<String> pieces) {

  private static final String EXPECTED = "an ONNX file of an encoder, or a jar with one";

  /** Copies the list. */
  public PretrainedEncoder {
    pieces = List.copyOf(pieces);
    weights = Collections.unmodifiableMap(new LinkedHashMap<>(weights));
  }

  /**
   * Reads an encoder.
   *
   * @param file an ONNX file, or a jar or zip file with one in it
   * @param tokenizer the {@code tokenizer.json} of Hugging Face's tokenizers; null for that in the
   *     jar, or {@code tokenizer.json} beside the file
   * @throws EncoderException if it is no encoder that can be fine-tuned
   */
  public static PretrainedEncoder read(Path file, @Nullable Path tokenizer) throws IOException {
    InputFile input = new InputFile(file, EXPECTED, EncoderException::new);
    Sha256 digest = new Sha256();
    boolean zip;
    try (InputStream in = input.open()) {
      byte[] magic = in.readNBytes(2);
      zip = magic.length == 2 && magic[0] == 'P' && magic[1] == 'K';
    }
    OnnxWeights onnx;
    String json;
    if (zip) {
      try (ZipFile jar = new ZipFile(file.toFile())) {
        onnx = onnx(file, digest, jar.getInputStream(entry(jar, ".onnx", file)));
        json =
            tokenizer == null
                ? text(jar.getInputStream(entry(jar, "tokenizer.json", file)))
                : text(tokenizer);
      }
    } else {
      onnx = onnx(file, digest, input.open());
      json = text(tokenizer == null ? file.resolveSibling("tokenizer.json") : tokenizer);
    }
    List<String> pieces = pieces(json, tokenizer == null ? file : tokenizer);
    try {
      return of(file.getFileName().toString(), digest.hex(), onnx, pieces);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw unfit(file, String.valueOf(e.getMessage()));
    }
  }

  private static EncoderException unfit(Path file, String found) {
    return new EncoderException(
        file,
        0,
        found,
        "expected a BERT encoder as PyTorch exports it, with all weights as floats",
        "take another file of the encoder");
  }

  private static ZipEntry entry(ZipFile jar, String end, Path file) throws EncoderException {
    List<? extends ZipEntry> found =
        jar.stream().filter(entry -> entry.getName().endsWith(end)).toList();
    if (found.size() != 1) {
      throw new EncoderException(
          file,
          0,
          "found " + found.size() + " entries that end in " + end,
          "expected one",
          "unpack the file and name what is meant");
    }
    return found.get(0);
  }

  private static OnnxWeights onnx(Path file, Sha256 digest, InputStream in) throws IOException {
    try (InputStream counted = digest.adding(in)) {
      return OnnxWeights.read(counted);
    } catch (IllegalArgumentException e) {
      throw unfit(file, String.valueOf(e.getMessage()));
    }
  }

  private static String text(Path file) throws IOException {
    return text(new InputFile(file, "a tokenizer.json", EncoderException::new).open());
  }

  private static String text(InputStream in) throws IOException {
    try (in) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> pieces(String json, Path file) throws EncoderException {
    try {
      JsonObject model = JsonParser.parseString(json).getAsJsonObject().getAsJsonObject("model");
      Map<String, JsonElement> vocabulary = model.getAsJsonObject("vocab").asMap();
      String[] pieces = new String[vocabulary.size()];
      vocabulary.forEach((piece, id) -> pieces[id.getAsInt()] = piece);
      if (!Arrays.asList(pieces).contains(null)) {
        return List.of(pieces);
      }
    } catch (RuntimeException e) {
      // Gson has half a dozen exceptions for JSON that is not what is asked of it.
      throw noTokenizer(file);
    }
    throw noTokenizer(file);
  }

  private static EncoderException noTokenizer(Path file) {
    return new EncoderException(
        file,
        0,
        "found no vocabulary of word pieces",
        "expected the tokenizer.json of an uncased BERT",
        "name the tokenizer of the encoder");
  }

  private static PretrainedEncoder of(
      String name, String sha256, OnnxWeights onnx, List<String> pieces) {
    String end = "embeddings.word_embeddings.weight";
    String table = onnx.nameEndingWith(end);
    Tensors tensors = new Tensors(onnx, table.substring(0, table.length() - end.length()));
    new WordPieces(pieces);
    TransformerSize size = tensors.size();
    if (pieces.size() != size.pieces()) {
      throw new IllegalArgumentException(
          "found " + pieces.size() + " word pieces for a table of " + size.pieces() + " rows");
    }
    if (!onnx.hasOperator("Erf") && !onnx.hasOperator("Gelu")) {
      throw new IllegalArgumentException("found no GELU between the dense layers");
    }
    return new PretrainedEncoder(name, sha256, size, tensors.weights(size), pieces);
  }

  /** Reads the tensors of a BERT encoder by their names. */
  private record Tensors(OnnxWeights onnx, String prefix) {

    private Floats named(String name) {
      return onnx.floats(prefix + name);
    }

    private int sizeOf(String name, int axis) {
      return Math.toIntExact(named(name).shape().get(axis));
    }

    private String inLayer(int layer, String name) {
      return prefix + "encoder.layer." + layer + "." + name;
    }

    TransformerSize size() {
      int layers = 0;
      while (onnx.has(inLayer(layers, "output.dense.bias"))) {
        layers++;
      }
      int width = sizeOf("embeddings.word_embeddings.weight", 1);
      int headSize = Math.toIntExact(onnx.reshapedSize(inLayer(0, "attention.self.value.bias")));
      return new TransformerSize(
          sizeOf("embeddings.word_embeddings.weight", 0),
          sizeOf("embeddings.position_embeddings.weight", 0),
          sizeOf("embeddings.token_type_embeddings.weight", 0),
          layers,
          width,
          width / headSize,
          sizeOf("encoder.layer.0.intermediate.dense.bias", 0),
          onnx.epsilon(prefix + "embeddings.LayerNorm.weight"));
    }

    Map<String, float[]> weights(TransformerSize size) {
      TransformerEncoder encoder = new TransformerEncoder(size, 1, 1, 0);
      Map<String, float[]> weights = new LinkedHashMap<>();
      put(encoder.pieceTable(), named("embeddings.word_embeddings.weight"), weights);
      put(encoder.positionTable(), named("embeddings.position_embeddings.weight"), weights);
      put(encoder.typeTable(), named("embeddings.token_type_embeddings.weight"), weights);
      norm(encoder.norm(), prefix + "embeddings.LayerNorm", weights);
      for (int i = 0; i < size.layers(); i++) {
        layer(encoder.layer(i), i, weights);
      }
      return weights;
    }

    private void layer(LayerWeights layer, int i, Map<String, float[]> weights) {
      List<Floats> matrices = new ArrayList<>();
      List<Floats> biases = new ArrayList<>();
      for (String each : List.of("query", "key", "value")) {
        String bias = inLayer(i, "attention.self." + each + ".bias");
        matrices.add(onnx.matrixBefore(bias));
        biases.add(onnx.floats(bias));
      }
      weights.put(layer.attentionIn().name(), joined(layer.attentionIn(), matrices));
      weights.put(layer.attentionInBias().name(), joined(layer.attentionInBias(), biases));
      dense(
          layer.attentionOut(),
          layer.attentionOutBias(),
          inLayer(i, "attention.output.dense.bias"),
          weights);
      norm(layer.attentionNorm(), inLayer(i, "attention.output.LayerNorm"), weights);
      dense(layer.denseIn(), layer.denseInBias(), inLayer(i, "intermediate.dense.bias"), weights);
      dense(layer.denseOut(), layer.denseOutBias(), inLayer(i, "output.dense.bias"), weights);
      norm(layer.denseNorm(), inLayer(i, "output.LayerNorm"), weights);
    }

    private void dense(Weight matrix, Weight bias, String name, Map<String, float[]> weights) {
      put(matrix, onnx.matrixBefore(name), weights);
      put(bias, onnx.floats(name), weights);
    }

    private void norm(LayerWeights.NormWeights norm, String name, Map<String, float[]> weights) {
      put(norm.gain(), onnx.floats(name + ".weight"), weights);
      put(norm.bias(), onnx.floats(name + ".bias"), weights);
    }

    private static float[] joined(Weight weight, List<Floats> parts) {
      float[] joined = new float[weight.size()];
      int at = 0;
      for (Floats part : parts) {
        System.arraycopy(part.values(), 0, joined, at, part.values().length);
        at += part.values().length;
      }
      return joined;
    }

    private static void put(Weight weight, Floats values, Map<String, float[]> weights) {
      if (!values.shape().equals(weight.shape())) {
        throw new IllegalArgumentException(
            "the tensor of '"
                + weight.name()
                + "' has the shape "
                + values.shape()
                + ", expected "
                + weight.shape());
      }
      weights.put(weight.name(), values.values());
    }
  }
}
