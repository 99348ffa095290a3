package org.namespan.trainer.network.head;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.SoftCorpus;

/**
 * What heads learn that give tags: the labels of each token, as a corpus annotates it.
 *
 * @param tagSet the labels of the model
 */
public record TagTargets(TagSet tagSet) {

  /**
   * The labels of a sentence's tokens; where an annotation leaves types open, those it may have.
   */
  public LabelTargets of(Sentence sentence) {
    List<Tag> tags = sentence.tags(tagSet.scheme());
    int[] labels = new int[tags.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = tagSet.id(tags.get(i));
    }
    if (sentence.openTypes().isEmpty()) {
      return LabelTargets.gold(labels);
    }
    int[][] allowed = new int[labels.length][];
    for (int t = 0; t < labels.length; t++) {
      Set<String> open = sentence.openTypes(t);
      Tag gold = tags.get(t);
      allowed[t] =
          IntStream.range(0, tagSet.size())
              .filter(y -> allows(gold, open, tagSet.tags().get(y)))
              .toArray();
    }
    return LabelTargets.open(allowed);
  }

  /** In a span the bounds are certain, so only the type of a tag may differ. */
  private static boolean allows(Tag gold, Set<String> open, Tag tag) {
    return tag.equals(gold)
        || (open.contains(tag.type())
            && (gold.equals(Tag.OUTSIDE) || tag.prefix() == gold.prefix()));
  }

  /**
   * The distributions of a soft corpus, one for each sentence.
   *
   * @throws CorpusException if the corpus has a label that the model does not, or labels of a tag
   *     scheme that does not become the model's
   */
  public List<LabelTargets> of(SoftCorpus soft) throws CorpusException {
    return new SoftTargets(tagSet, soft).all();
  }
}
