package org.namespan.trainer.evaluation;

import java.util.List;
import org.namespan.internal.tag.Tag;

/** Anything that can be scored: it tags sentences that are tokenized already. */
@FunctionalInterface
public interface CorpusTagger {

  /**
   * Tags sentences.
   *
   * @param sentences the tokens of each sentence
   * @return for each sentence one BIO tag per token
   */
  List<List<Tag>> tag(List<List<String>> sentences);
}
