package org.namespan.trainer.distillation;

import java.util.List;
import org.namespan.model.ModelMetadata;
import org.namespan.model.feature.SentenceView;
import org.namespan.model.text.TextSplitter;

/** A tagger whose scores others learn from. Not thread-safe. */
public interface Teacher extends AutoCloseable {

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
