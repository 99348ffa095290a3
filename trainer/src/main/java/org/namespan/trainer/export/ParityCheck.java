package org.namespan.trainer.export;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.trainer.batch.Batch;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.evaluation.Evaluation;
import org.namespan.trainer.network.EngineNetwork;
import org.namespan.trainer.network.part.Precision;
import org.namespan.trainer.training.Engines;
import org.namespan.trainer.training.NetworkTagger;
import org.namespan.trainer.training.TrainedTagger;

/**
 * Compares a model file in ONNX Runtime with its network in DJL, on sentences in padded batches of
 * mixed lengths. Scores are compared with the network's under the weights that the file stands for:
 * so a wrong graph shows, however much these are rounded. Tags and span F1 are compared with those
 * of the network as it was trained.
 */
final class ParityCheck {

  private static final int BATCH_SIZE = 16;

  private ParityCheck() {}

  /**
   * Scores a corpus on both roads.
   *
   * @param precision of {@code file}
   */
  static ParityReport compare(TrainedTagger tagger, Precision precision, Path file, Corpus corpus)
      throws IOException {
    SentenceEncoder encoder = tagger.sentenceEncoder();
    List<SentenceView> views = new ArrayList<>();
    List<EncodedSentence> encoded = new ArrayList<>();
    for (Sentence sentence : corpus.sentences()) {
      SentenceView view = SentenceView.ofTokens(sentence.tokens());
      views.add(view);
      encoded.add(encoder.encode(view.tokens()));
    }
    Evaluation ofNetwork = new Evaluation();
    Evaluation ofFile = new Evaluation();
    try (NDManager manager = Engines.pytorch().newBaseManager(Device.cpu());
        TaggerSession session = TaggerSession.open(file)) {
      NetworkTagger trained = network(tagger, tagger.weights(), manager);
      NetworkTagger stored =
          precision == Precision.FP32
              ? trained
              : network(tagger, tagger.spec().rounded(tagger.weights(), precision), manager);
      SpanDecoder decoder = tagger.metadata().spanDecoder();
      int labels = tagger.spec().head().labels();
      int tokens = 0;
      int sameTags = 0;
      double maxDifference = 0;
      for (int from = 0; from < encoded.size(); from += BATCH_SIZE) {
        Batch batch = Batch.of(encoded.subList(from, Math.min(from + BATCH_SIZE, encoded.size())));
        float[] expected = stored.emissions(batch);
        float[] unrounded = stored == trained ? expected : trained.emissions(batch);
        float[] found = session.emissions(batch.size(), batch.time(), batch.ids(), batch.lengths());
        for (int i = 0; i < batch.size(); i++) {
          int time = batch.lengths()[i];
          int at = i * batch.time() * labels;
          float[] rowExpected = Arrays.copyOfRange(expected, at, at + time * labels);
          float[] rowFound = Arrays.copyOfRange(found, at, at + time * labels);
          maxDifference = Math.max(maxDifference, maxDifference(rowExpected, rowFound));
          List<Span> spans =
              decoder.decodeSpans(Arrays.copyOfRange(unrounded, at, at + time * labels), time);
          List<Span> spansFound = decoder.decodeSpans(rowFound, time);
          Sentence gold = corpus.sentences().get(from + i);
          SentenceView view = views.get(from + i);
          ofNetwork.add(gold, view.restore(spans));
          ofFile.add(gold, view.restore(spansFound));
          List<Tag> tags = TagScheme.BIO.encode(spans, time);
          List<Tag> tagsFound = TagScheme.BIO.encode(spansFound, time);
          for (int t = 0; t < time; t++) {
            sameTags += tags.get(t).equals(tagsFound.get(t)) ? 1 : 0;
          }
          tokens += time;
        }
      }
      return new ParityReport(
          precision,
          encoded.size(),
          tokens,
          maxDifference,
          sameTags,
          ofNetwork.result().overall().f1(),
          ofFile.result().overall().f1());
    }
  }

  private static NetworkTagger network(
      TrainedTagger tagger, Map<String, float[]> weights, NDManager manager) {
    EngineNetwork network = EngineNetwork.of(tagger.spec(), weights, manager);
    return new NetworkTagger(network, manager, BATCH_SIZE);
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
