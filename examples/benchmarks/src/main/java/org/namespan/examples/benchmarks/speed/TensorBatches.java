package org.namespan.examples.benchmarks.speed;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.namespan.model.GraphSignature;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.session.EmissionScorer;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.TokenIds;

/**
 * The input tensors of a model for the sentences of a corpus, made ahead of time: padded batches of
 * like length as the SDK makes them of one call, but over direct buffers, which ONNX Runtime reads
 * without a copy. Sentences are not cut into windows. Owns the tensors until closed.
 */
final class TensorBatches implements AutoCloseable {

  /**
   * One padded batch.
   *
   * @param inputs tensors by the names of the graph's inputs
   * @param sentences which sentences are its rows, counted from 0 in the list given
   * @param tokens tokens of them all, without padding
   */
  record PaddedBatch(Map<String, OnnxTensor> inputs, List<Integer> sentences, int tokens) {}

  private final List<PaddedBatch> batches = new ArrayList<>();

  /**
   * Makes the tensors.
   *
   * @param batchSize sentences of one batch at most
   * @param callSize consecutive sentences that are sorted by length together
   */
  TensorBatches(TokenFeatures features, List<List<String>> sentences, int batchSize, int callSize)
      throws OrtException {
    try {
      for (int from = 0; from < sentences.size(); from += callSize) {
        int to = Math.min(from + callSize, sentences.size());
        addCall(features, sentences, from, to, batchSize);
      }
    } catch (OrtException e) {
      close();
      throw e;
    }
  }

  private void addCall(
      TokenFeatures features, List<List<String>> sentences, int from, int to, int batchSize)
      throws OrtException {
    List<Integer> sorted =
        IntStream.range(from, to)
            .boxed()
            .sorted(Comparator.comparingInt(i -> sentences.get(i).size()))
            .toList();
    int[] lengths = sorted.stream().mapToInt(i -> sentences.get(i).size()).toArray();
    for (int first = 0; first < lengths.length; ) {
      int end = EmissionScorer.batchEnd(lengths, first, batchSize);
      batches.add(batch(features, sentences, sorted.subList(first, end)));
      first = end;
    }
  }

  private static PaddedBatch batch(
      TokenFeatures features, List<List<String>> sentences, List<Integer> rows)
      throws OrtException {
    List<EncodedSentence> encoded =
        rows.stream().map(row -> EncodedSentence.of(sentences.get(row), features)).toList();
    Batch ids = Batch.of(encoded);
    int size = ids.size();
    int time = ids.time();
    Map<String, OnnxTensor> inputs = new HashMap<>();
    inputs.put(GraphSignature.LENGTHS, tensor(ids.lengths(), size));
    for (Map.Entry<String, TokenIds> input : ids.inputs().entrySet()) {
      TokenIds each = input.getValue();
      inputs.put(
          input.getKey(),
          each.hasAxis()
              ? tensor(each.values(), size, time, each.width())
              : tensor(each.values(), size, time));
    }
    return new PaddedBatch(inputs, rows, ids.tokens());
  }

  private static OnnxTensor tensor(int[] values, long... shape) throws OrtException {
    IntBuffer direct =
        ByteBuffer.allocateDirect(values.length * Integer.BYTES)
            .order(ByteOrder.nativeOrder())
            .asIntBuffer()
            .put(values)
            .flip();
    return OnnxTensor.createTensor(BareSession.environment(), direct, shape);
  }

  /** The batches, call after call, short sentences first within each. */
  List<PaddedBatch> batches() {
    return batches;
  }

  @Override
  public void close() {
    for (PaddedBatch batch : batches) {
      batch.inputs().values().forEach(OnnxTensor::close);
    }
  }
}
