package org.namespan.trainer.export;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.namespan.internal.decode.ViterbiDecoder;
import org.namespan.internal.feature.TokenFeatures;
import org.namespan.internal.model.TaggerSession;
import org.namespan.trainer.network.Batch;
import org.namespan.trainer.network.EncodedSentence;
import org.namespan.trainer.network.TaggerNetwork;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.training.NetworkTagger;
import org.namespan.trainer.training.TrainedTagger;

/**
 * Compares a model file in ONNX Runtime with its network in DJL, on sentences in padded batches of
 * mixed lengths.
 */
final class ParityCheck {

  private static final int BATCH_SIZE = 16;

  private ParityCheck() {}

  /** Scores {@code sentences}, given as tokens, on both roads. */
  static ParityReport compare(TrainedTagger tagger, Path file, List<List<String>> sentences)
      throws IOException {
    TokenFeatures features = tagger.metadata().tokenFeatures();
    List<EncodedSentence> encoded = new ArrayList<>();
    for (List<String> tokens : sentences) {
      encoded.add(EncodedSentence.of(tokens, new int[tokens.size()], features));
    }
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu());
        TaggerSession session = TaggerSession.open(file, 1)) {
      TaggerNetwork network = TaggerNetwork.of(tagger.network(), 0, tagger.weights(), manager);
      NetworkTagger reference = new NetworkTagger(network, manager, BATCH_SIZE);
      ViterbiDecoder decoder =
          new ViterbiDecoder(tagger.metadata().tagSet(), tagger.metadata().transitions());
      int labels = tagger.network().labels();
      int tokens = 0;
      int sameTags = 0;
      double maxDifference = 0;
      for (int from = 0; from < encoded.size(); from += BATCH_SIZE) {
        Batch batch =
            Batch.of(
                encoded.subList(from, Math.min(from + BATCH_SIZE, encoded.size())),
                tagger.network().hashCount());
        float[] expected = reference.emissions(batch);
        float[] found =
            session.emissions(
                batch.size(), batch.time(), batch.words(), batch.hashes(), batch.lengths());
        for (int i = 0; i < batch.size(); i++) {
          int time = batch.lengths()[i];
          int at = i * batch.time() * labels;
          float[] rowExpected = Arrays.copyOfRange(expected, at, at + time * labels);
          float[] rowFound = Arrays.copyOfRange(found, at, at + time * labels);
          maxDifference = Math.max(maxDifference, maxDifference(rowExpected, rowFound));
          int[] path = decoder.decode(rowExpected, time);
          int[] pathFound = decoder.decode(rowFound, time);
          for (int t = 0; t < time; t++) {
            sameTags += path[t] == pathFound[t] ? 1 : 0;
          }
          tokens += time;
        }
      }
      return new ParityReport(encoded.size(), tokens, maxDifference, sameTags);
    }
  }

  /** Largest absolute difference; infinite where only one side is a number. */
  private static double maxDifference(float[] expected, float[] found) {
    double max = 0;
    for (int i = 0; i < expected.length; i++) {
      double difference = Math.abs((double) expected[i] - found[i]);
      max = Math.max(max, Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference);
    }
    return max;
  }
}
