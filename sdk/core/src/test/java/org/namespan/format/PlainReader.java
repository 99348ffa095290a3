package org.namespan.format;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A reader of model files that goes by {@code docs/model-format.md} alone and shares no code with
 * the library. It shows that the page is enough, and is written to be read, not to be fast.
 */
final class PlainReader implements AutoCloseable {

  /** An entity and where it stands in the text, in chars. */
  record Entity(String type, int start, int end, double score) {}

  private static final int WINDOW = 256;
  private static final int STRIDE = 128;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final PlainMetadata metadata;
  private final PlainFeatures features;
  private final PlainDecoder decoder;

  /** Empty where white space parts tokens. */
  private final Optional<PlainMaxent> tokenizer;

  private final Optional<PlainMaxent> sentenceDetector;

  private PlainReader(OrtSession session) throws OrtException, IOException {
    this.session = session;
    metadata = new PlainMetadata(session.getMetadata().getCustomMetadata());
    features = new PlainFeatures(metadata);
    decoder = new PlainDecoder(metadata);
    tokenizer = textModel(metadata, "tokenizer.model", "T");
    sentenceDetector = textModel(metadata, "sentence.model", "s");
  }

  static PlainReader open(Path file) throws OrtException, IOException {
    PlainDigest.require(file);
    OrtSession session = OrtEnvironment.getEnvironment().createSession(file.toString());
    boolean usable = false;
    try {
      PlainReader reader = new PlainReader(session);
      usable = true;
      return reader;
    } finally {
      if (!usable) {
        session.close();
      }
    }
  }

  /**
   * @param boundary the outcome of OpenNLP that is a boundary
   */
  static Optional<PlainMaxent> textModel(PlainMetadata metadata, String key, String boundary)
      throws IOException {
    return switch (metadata.word("tokenizer")) {
      case "opennlp-whitespace" -> Optional.empty();
      case "opennlp-me" -> Optional.of(PlainMaxent.ofOpenNlp(metadata.bytes(key), boundary));
      default -> Optional.of(PlainMaxent.ofTable(metadata.bytes(key)));
    };
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  /** What the file says besides its graph. */
  PlainMetadata metadata() {
    return metadata;
  }

  /** The entities of a text. */
  List<Entity> tag(String text) throws OrtException {
    List<Entity> entities = new ArrayList<>();
    for (List<PlainText.Place> sentence : sentences(text)) {
      List<String> tokens =
          sentence.stream().map(token -> text.substring(token.start(), token.end())).toList();
      IntPredicate joined = t -> sentence.get(t - 1).end() == sentence.get(t).start();
      for (PlainDecoder.Span span : tagTokens(tokens, joined)) {
        int start = sentence.get(span.start()).start();
        int end = sentence.get(span.end() - 1).end();
        entities.add(new Entity(span.type(), start, end, span.score()));
      }
    }
    return entities;
  }

  /** The sentences of a text, each with its tokens. */
  List<List<PlainText.Place>> sentences(String text) {
    return tokenizer.isPresent()
        ? new PlainText(text).sentences(sentenceDetector.get(), tokenizer.get())
        : new PlainText(text).whitespaceSentences();
  }

  /** The tokenizer of a file that has one. */
  PlainMaxent tokenizer() {
    return tokenizer.orElseThrow();
  }

  /** The sentence detector of a file that has one. */
  PlainMaxent sentenceDetector() {
    return sentenceDetector.orElseThrow();
  }

  /** The entities of a sentence of ready tokens. */
  List<PlainDecoder.Span> tagTokens(List<String> tokens) throws OrtException {
    return tagTokens(tokens, t -> false);
  }

  private List<PlainDecoder.Span> tagTokens(List<String> tokens, IntPredicate joined)
      throws OrtException {
    if (tokens.isEmpty()) {
      return List.of();
    }
    PlainView view = new PlainView(tokens, joined);
    List<PlainDecoder.Span> spans = decoder.spans(emissions(view.shown()));
    return new PlainNames(tokens).filter(view.restore(spans));
  }

  private float[][] emissions(List<String> tokens) throws OrtException {
    float[][] emissions = new float[tokens.size()][];
    for (int start = 0; start == 0 || start + STRIDE < tokens.size(); start += STRIDE) {
      int end = Math.min(tokens.size(), start + WINDOW);
      float[][] window = windowEmissions(tokens.subList(start, end));
      int skip = start == 0 ? 0 : (WINDOW - STRIDE) / 2;
      System.arraycopy(window, skip, emissions, start + skip, window.length - skip);
    }
    return emissions;
  }

  private float[][] windowEmissions(List<String> tokens) throws OrtException {
    int time = tokens.size();
    IntBuffer words = IntBuffer.allocate(time);
    IntBuffer hashes = IntBuffer.allocate(time * features.hashes());
    IntBuffer characters = IntBuffer.allocate(time * features.characters());
    for (String token : tokens) {
      words.put(features.word(token));
      hashes.put(features.hashes(token));
      characters.put(features.characters(token));
    }
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("words", tensor(words, 1, time));
      inputs.put("lengths", tensor(IntBuffer.allocate(1).put(time), 1));
      if (features.hashes() > 0) {
        inputs.put("hashes", tensor(hashes, 1, time, features.hashes()));
      }
      if (features.characters() > 0) {
        inputs.put("chars", tensor(characters, 1, time, features.characters()));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return ((float[][][]) result.get("emissions").orElseThrow().getValue())[0];
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(IntBuffer values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, values.flip(), shape);
  }
}
