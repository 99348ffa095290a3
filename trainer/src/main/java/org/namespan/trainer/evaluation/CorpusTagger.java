package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.namespan.EntityTagger;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;

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

  /** A model, as the SDK runs it; to be used before {@code tagger} is closed. */
  static CorpusTagger of(EntityTagger tagger) {
    return sentences -> {
      List<List<Tag>> tagged = new ArrayList<>(sentences.size());
      for (List<String> tags : tagger.tagAllTokens(sentences)) {
        tagged.add(tags.stream().map(tag -> Tag.parse(tag, TagScheme.BIO)).toList());
      }
      return tagged;
    };
  }
}
