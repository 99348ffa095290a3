package org.namespan.trainer.network.head;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagScheme;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;

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
   * @throws CorpusException if the corpus has a label that the model does not
   */
  public List<LabelTargets> of(SoftCorpus soft) throws CorpusException {
    int[] ids = labelIds(soft);
    return soft.sentences().stream().map(sentence -> of(sentence, ids)).toList();
  }

  private static LabelTargets of(SoftSentence sentence, int[] ids) {
    int[][] labels = new int[sentence.labels().length][];
    float[][] weights = new float[labels.length][];
    for (int t = 0; t < labels.length; t++) {
      int[] given = sentence.labels()[t];
      int[] found = new int[given.length];
      float[] sums = new float[given.length];
      int count = 0;
      for (int i = 0; i < given.length; i++) {
        int k = 0;
        while (k < count && found[k] != ids[given[i]]) {
          k++;
        }
        count = Math.max(count, k + 1);
        found[k] = ids[given[i]];
        sums[k] += sentence.weights()[t][i];
      }
      labels[t] = Arrays.copyOf(found, count);
      weights[t] = Arrays.copyOf(sums, count);
    }
    return LabelTargets.soft(labels, weights);
  }

  /**
   * For each label of a soft corpus its id in the model. Where the corpus has BILOU and the model
   * BIO, two labels become one.
   */
  private int[] labelIds(SoftCorpus soft) throws CorpusException {
    int[] ids = new int[soft.labels().size()];
    for (int i = 0; i < ids.length; i++) {
      String label = soft.labels().get(i);
      ids[i] = tagSet.labels().indexOf(tagSet.scheme() == TagScheme.BIO ? inBio(label) : label);
      if (ids[i] < 0) {
        throw new CorpusException(
            Path.of(soft.name()),
            1,
            "found label '" + label + "'",
            "expected labels of the model to train, such as " + tagSet.labels().get(1),
            "label the text with models of the same types and tag scheme, or of BILOU for BIO");
      }
    }
    return ids;
  }

  private static String inBio(String label) {
    return label.replaceFirst("^U-", "B-").replaceFirst("^L-", "I-");
  }
}
