package org.namespan.trainer.distillation;

import ai.djl.Device;
import java.util.List;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.training.EngineTagger;
import org.namespan.trainer.training.TrainedTagger;

/** A trained tagger, computed by the engine. Owns its network there. */
final class RunTeacher implements Teacher {

  private final EngineTagger tagger;
  private final TextSplitter splitter;

  RunTeacher(TrainedTagger trained, Device device) {
    tagger = new EngineTagger(trained, device);
    splitter = TextSplitter.of(trained.metadata().textModels());
  }

  @Override
  public ModelMetadata metadata() {
    return tagger.metadata();
  }

  @Override
  public TextSplitter splitter() {
    return splitter;
  }

  @Override
  public List<float[]> emissions(List<SentenceView> sentences) {
    return tagger.emissions(sentences);
  }

  @Override
  public void close() {
    tagger.close();
  }
}
