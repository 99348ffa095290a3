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
import java.util.stream.IntStream;

/**
 * A reader of the files of text classifiers that goes by {@code docs/model-format.md} alone, as
 * {@link PlainReader} does with those of taggers.
 */
final class PlainClassifier implements AutoCloseable {

  private static final int WINDOW = 256;
  private static final int STRIDE = 128;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;
  private final PlainMetadata metadata;
  private final PlainFeatures features;
  private final PlainCleaning cleaning;
  private final Optional<PlainMaxent> tokenizer;
  private final Optional<PlainMaxent> sentenceDetector;

  private PlainClassifier(OrtSession session) throws OrtException, IOException {
    this.session = session;
    metadata = new PlainMetadata(session.getMetadata().getCustomMetadata());
    if (!metadata.word("task").equals("classify")) {
      throw new IllegalArgumentException("task " + metadata.word("task"));
    }
    features = new PlainFeatures(metadata);
    cleaning = new PlainCleaning(metadata.has("cleaning") ? metadata.list("cleaning") : List.of());
    tokenizer = PlainReader.textModel(metadata, "tokenizer.model", "T");
    sentenceDetector = PlainReader.textModel(metadata, "sentence.model", "s");
  }

  static PlainClassifier open(Path file) throws OrtException, IOException {
    PlainDigest.require(file);
    return new PlainClassifier(OrtEnvironment.getEnvironment().createSession(file.toString()));
  }

  @Override
  public void close() throws OrtException {
    session.close();
  }

  List<String> classes() {
    return metadata.texts("classes");
  }

  /** The scores of a text in the order of the classes. */
  double[] scores(String text) throws OrtException {
    List<String> tokens = tokens(text);
    double[] scores = new double[classes().size()];
    int all = 0;
    for (int start = 0; start == 0 || start + STRIDE < tokens.size(); start += STRIDE) {
      List<String> window = tokens.subList(start, Math.min(tokens.size(), start + WINDOW));
      double[] ofWindow = activated(logits(window));
      for (int c = 0; c < scores.length; c++) {
        scores[c] += ofWindow[c] * window.size();
      }
      all += window.size();
    }
    for (int c = 0; c < scores.length; c++) {
      scores[c] /= all;
    }
    return scores;
  }

  /** The classes that a text has by its scores. */
  List<String> classes(double[] scores) {
    if (metadata.word("activation").equals("sigmoid")) {
      double[] thresholds = metadata.numbers("thresholds", scores.length);
      return IntStream.range(0, scores.length)
          .filter(c -> scores[c] >= (float) thresholds[c])
          .mapToObj(c -> classes().get(c))
          .toList();
    }
    int best = 0;
    for (int c = 1; c < scores.length; c++) {
      best = scores[c] > scores[best] ? c : best;
    }
    return List.of(classes().get(best));
  }

  private List<String> tokens(String text) {
    String cleaned = cleaning.of(text);
    PlainText plain = new PlainText(cleaned);
    List<List<PlainText.Place>> sentences =
        tokenizer.isPresent()
            ? plain.sentences(sentenceDetector.get(), tokenizer.get())
            : plain.whitespaceSentences();
    List<String> tokens = new ArrayList<>();
    for (List<PlainText.Place> sentence : sentences) {
      for (PlainText.Place token : sentence) {
        tokens.add(PlainClean.of(cleaned.substring(token.start(), token.end())));
      }
    }
    return tokens.isEmpty() ? List.of(".") : tokens;
  }

  private double[] activated(float[] logits) {
    double[] calibration = metadata.numbers("calibration", 2);
    double slope = metadata.has("calibration") ? (float) calibration[0] : 1;
    double offset = (float) calibration[1];
    boolean softmax = metadata.word("activation").equals("softmax");
    double[] scores = new double[logits.length];
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      double x = slope * logits[c];
      scores[c] = softmax ? Math.exp(x) : 1 / (1 + Math.exp(-x - offset));
      sum += scores[c];
    }
    for (int c = 0; softmax && c < scores.length; c++) {
      scores[c] /= sum;
    }
    return scores;
  }

  private float[] logits(List<String> tokens) throws OrtException {
    int time = tokens.size();
    IntBuffer words = IntBuffer.allocate(time);
    IntBuffer hashes = IntBuffer.allocate(time * features.hashes());
    for (String token : tokens) {
      words.put(features.word(token));
      hashes.put(features.hashes(token));
    }
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      inputs.put("words", tensor(words, 1, time));
      inputs.put("lengths", tensor(IntBuffer.allocate(1).put(time), 1));
      if (features.hashes() > 0) {
        inputs.put("hashes", tensor(hashes, 1, time, features.hashes()));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return ((float[][]) result.get("logits").orElseThrow().getValue())[0];
      }
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(IntBuffer values, long... shape) throws OrtException {
    return OnnxTensor.createTensor(environment, values.flip(), shape);
  }
}
