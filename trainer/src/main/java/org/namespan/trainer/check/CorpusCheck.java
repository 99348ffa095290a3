package org.namespan.trainer.check;

import java.io.IOException;
import java.util.List;

/** Looks for some kinds of findings. */
@FunctionalInterface
public interface CorpusCheck {

  /**
   * Looks at corpora.
   *
   * @return a finding for each kind that this looks for; without cases where nothing was found
   * @throws IOException if something beside the corpora is needed and cannot be read
   */
  List<Finding> run(CheckedCorpora corpora) throws IOException;
}
