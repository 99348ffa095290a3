package org.namespan.trainer.distillation;

import ai.djl.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.text.TextSplitter;
import org.namespan.trainer.training.Checkpoint;
import org.namespan.trainer.training.TrainedTagger;

/** A tagger whose scores others learn from. Not thread-safe. */
public interface Teacher extends AutoCloseable {

  /**
   * Opens a teacher.
   *
   * @param file a model file, which ONNX Runtime runs, or the folder of a run, whose best epoch the
   *     engine computes
   * @param device on which the engine computes
   * @throws org.namespan.ModelFormatException if it is no model
   * @throws org.namespan.trainer.training.TrainingException if a run is given and PyTorch does not
   *     start or has no such device
   */
  static Teacher open(Path file, Device device) throws IOException {
    return Checkpoint.isIn(file)
        ? new RunTeacher(TrainedTagger.read(file), device)
        : new ModelTeacher(file);
  }

  /**
   * A teacher that was just trained, computed by the engine.
   *
   * @throws org.namespan.trainer.training.TrainingException if PyTorch has no such device
   */
  static Teacher of(TrainedTagger tagger, Device device) {
    return new RunTeacher(tagger, device);
  }

  /** Its labels, transitions and facts. */
  ModelMetadata metadata();

  /** How it splits text. */
  TextSplitter splitter();

  /**
   * Scores sentences.
   *
   * @param sentences what the network is shown of each
   * @return for each sentence log-scores {@code [time, labels]} of what is shown, row after row
   */
  List<float[]> emissions(List<SentenceView> sentences);

  /** Frees what it owns. */
  @Override
  void close();
}
