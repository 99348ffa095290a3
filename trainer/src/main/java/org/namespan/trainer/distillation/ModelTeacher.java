package org.namespan.trainer.distillation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.session.EmissionScorer;
import org.namespan.model.session.TaggerSession;
import org.namespan.model.text.TextSplitter;

/** A model file, run by ONNX Runtime. Owns its session. */
final class ModelTeacher implements Teacher {

  private static final int WINDOW = 256;
  private static final int BATCH_SIZE = 32;

  private final TaggerSession session;
  private final EmissionScorer scorer;

  ModelTeacher(Path file) throws IOException {
    session = TaggerSession.open(file);
    scorer = new EmissionScorer(session, WINDOW, BATCH_SIZE);
  }

  @Override
  public ModelMetadata metadata() {
    return session.metadata();
  }

  @Override
  public TextSplitter splitter() {
    return session.splitter();
  }

  @Override
  public List<float[]> emissions(List<SentenceView> sentences) {
    return scorer.emissions(sentences);
  }

  @Override
  public void close() {
    session.close();
  }
}
