package org.namespan.trainer.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.namespan.EntityTagger;
import org.namespan.model.tag.Span;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;

/** Anything that can be scored: it finds entities in sentences that are tokenized already. */
@FunctionalInterface
public interface CorpusTagger {

  /**
   * Finds the entities of sentences.
   *
   * @param sentences the tokens of each sentence
   * @return for each sentence its spans in order, none overlapping
   */
  List<List<Span>> tag(List<List<String>> sentences);

  /** A model, as the SDK runs it; to be used before {@code tagger} is closed. */
  static CorpusTagger of(EntityTagger tagger) {
    return sentences -> {
      List<List<Span>> found = new ArrayList<>(sentences.size());
      for (List<String> tags : tagger.tagAllTokens(sentences)) {
        found.add(
            TagScheme.BIO.decode(tags.stream().map(tag -> Tag.parse(tag, TagScheme.BIO)).toList()));
      }
      return found;
    };
  }
}
