package org.namespan.examples.spark.corpus;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.util.LongAccumulator;
import org.apache.spark.util.TaskCompletionListener;
import org.namespan.examples.spark.model.ModelFiles;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.distillation.TeacherEnsemble;

/**
 * Labels the texts of partitions.
 *
 * <p>Teachers are not thread-safe, so that each task opens its own and closes them when it ends:
 * give an executor one core, and tasks minutes of work.
 *
 * @param teachers model files and folders of runs, as {@link ModelFiles#find} finds them
 * @param maxLength longer sentences are left out
 * @param sentences counts what is labelled
 * @param tokens counts what is labelled
 */
record Labelling(
    List<String> teachers, int maxLength, LongAccumulator sentences, LongAccumulator tokens)
    implements Serializable {

  /** Copies the list. */
  Labelling {
    teachers = List.copyOf(teachers);
  }

  /**
   * The labels of the teachers.
   *
   * @throws IOException if they cannot be read, or cannot teach together, or a file of soft labels
   *     cannot hold them
   */
  List<String> labels() throws IOException {
    try (TeacherEnsemble ensemble = open()) {
      SoftCorpus.check(ensemble.labels(), Path.of(teachers.get(0)));
      return ensemble.labels();
    }
  }

  /**
   * The sentences of texts as they stand in a file of soft labels, those of some texts in each
   * string.
   */
  Iterator<String> label(Iterator<String> texts) throws IOException {
    TeacherEnsemble ensemble = open();
    TaskCompletionListener close = context -> ensemble.close();
    TaskContext.get().addTaskCompletionListener(close);
    return new LabelledTexts(texts, ensemble, this);
  }

  private TeacherEnsemble open() throws IOException {
    return TeacherEnsemble.open(teachers.stream().map(ModelFiles::find).toList());
  }
}
