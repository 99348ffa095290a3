package org.namespan.trainer.training;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import java.util.ArrayList;
import java.util.List;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.SpanDecoder;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.tag.Span;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.evaluation.CorpusTagger;
import org.namespan.trainer.network.EngineNetwork;

/**
 * A trained tagger in the engine, which needs no model file. Entities are those of its decoder:
 * what the sdk filters out of what is no word stays in. Owns its network until closed. Not
 * thread-safe.
 */
public final class EngineTagger implements CorpusTagger, AutoCloseable {

  private final ModelMetadata metadata;
  private final SentenceEncoder encoder;
  private final SpanDecoder decoder;
  private final NDManager manager;
  private final NetworkTagger network;

  /**
   * Puts a tagger into the engine.
   *
   * @throws TrainingException if PyTorch does not start or has no such device
   */
  public EngineTagger(TrainedTagger tagger, Device device) {
    metadata = tagger.metadata();
    encoder = tagger.sentenceEncoder();
    decoder = metadata.spanDecoder();
    manager = Engines.pytorch(device).newBaseManager(device);
    try {
      network =
          new NetworkTagger(
              EngineNetwork.of(tagger.spec(), tagger.weights(), manager),
              manager,
              TaggerScorer.BATCH_SIZE);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  /** What is known of the tagger beside its weights. */
  public ModelMetadata metadata() {
    return metadata;
  }

  /**
   * Scores sentences.
   *
   * @param sentences what the network is shown of each, at least one token
   * @return for each sentence log-scores {@code [time, labels]} of what is shown, row after row
   */
  public List<float[]> emissions(List<SentenceView> sentences) {
    return network.emissions(encode(sentences));
  }

  /**
   * The states from which the network scores sentences.
   *
   * @param sentences what the network is shown of each, at least one token
   * @return for each sentence {@code [time, width]} of what is shown, row after row
   */
  public List<float[]> states(List<SentenceView> sentences) {
    return network.states(encode(sentences));
  }

  /** Scores sentences that are encoded. */
  List<float[]> emissionsOf(List<EncodedSentence> sentences) {
    return network.emissions(sentences);
  }

  private List<EncodedSentence> encode(List<SentenceView> sentences) {
    return sentences.stream().map(view -> encoder.encode(view.tokens())).toList();
  }

  @Override
  public List<List<Span>> tag(List<List<String>> sentences) {
    List<SentenceView> views = sentences.stream().map(SentenceView::ofTokens).toList();
    List<float[]> emissions = emissions(views);
    List<List<Span>> found = new ArrayList<>(views.size());
    for (int i = 0; i < views.size(); i++) {
      SentenceView view = views.get(i);
      found.add(view.restore(decoder.decodeSpans(emissions.get(i), view.size())));
    }
    return found;
  }

  @Override
  public void close() {
    manager.close();
  }
}
