package org.namespan.examples.benchmarks.speed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.session.EmissionScorer;
import org.namespan.model.session.TaggerSession;

class TensorBatchesTest {

  private static final int BATCH = 4;
  private static final int CALL = 10;

  static Stream<Path> models() {
    return Stream.of(Fixtures.CHARACTERS, Fixtures.WORDS);
  }

  @ParameterizedTest
  @MethodSource("models")
  void bareSessionScoresAsTheSdkDoes(Path model) throws IOException, OrtException {
    List<SentenceView> views =
        BenchmarkCorpus.read(Fixtures.CORPUS).sentences().stream()
            .map(SentenceView::ofTokens)
            .toList();
    List<List<String>> sentences = views.stream().map(SentenceView::tokens).toList();
    List<float[]> expected;
    try (TaggerSession session = TaggerSession.open(model)) {
      expected = new EmissionScorer(session, 256, BATCH).emissions(views);
    }
    boolean[] scored = new boolean[sentences.size()];
    try (BareSession session = BareSession.open(BareSession.read(model));
        TensorBatches tensors = new TensorBatches(session.features(), sentences, BATCH, CALL)) {
      for (TensorBatches.PaddedBatch batch : tensors.batches()) {
        try (OrtSession.Result result = session.run(batch.inputs())) {
          OnnxTensor emissions = (OnnxTensor) result.get(0);
          long[] shape = emissions.getInfo().getShape();
          FloatBuffer values = emissions.getFloatBuffer();
          for (int row = 0; row < batch.sentences().size(); row++) {
            int sentence = batch.sentences().get(row);
            float[] found = new float[expected.get(sentence).length];
            values.get((int) (row * shape[1] * shape[2]), found);
            assertArrayEquals(expected.get(sentence), found, "sentence " + sentence);
            scored[sentence] = true;
          }
        }
      }
    }
    assertTrue(IntStream.range(0, scored.length).allMatch(i -> scored[i]));
  }

  @Test
  void sortsEachCallByLength() throws IOException, OrtException {
    List<List<String>> sentences =
        List.of(
            List.of("a", "b", "c"),
            List.of("a"),
            List.of("a", "b"),
            List.of("a", "b", "c", "d"),
            List.of("a"));
    try (BareSession session = BareSession.open(BareSession.read(Fixtures.WORDS));
        TensorBatches tensors = new TensorBatches(session.features(), sentences, 2, 3)) {
      assertEquals(
          List.of(List.of(1, 2), List.of(0), List.of(4, 3)),
          tensors.batches().stream().map(TensorBatches.PaddedBatch::sentences).toList());
      assertEquals(
          List.of(3, 3, 5),
          tensors.batches().stream().map(TensorBatches.PaddedBatch::tokens).toList());
    }
  }
}
