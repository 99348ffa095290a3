package org.namespan.trainer.network.head;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.corpus.CorpusException;
import org.namespan.trainer.corpus.SoftCorpus;
import org.namespan.trainer.corpus.SoftSentence;

/**
 * The distributions of a soft corpus over the labels of a model. Labels are matched by their names,
 * whatever their order; where the model's scheme says less than that of the corpus, labels become
 * one: those of BILOU for a model of BIO, and those of both for one of IO.
 */
final class SoftTargets {

  /** What rounding, and leaving out small weights, may add to two probabilities. */
  private static final float SLACK = 0.1f;

  private final TagSet tagSet;
  private final SoftCorpus soft;

  SoftTargets(TagSet tagSet, SoftCorpus soft) {
    this.tagSet = tagSet;
    this.soft = soft;
  }

  /**
   * The targets of each sentence.
   *
   * @throws CorpusException if the corpus has a label that the model does not, or labels that stand
   *     on no path of the model's scheme: the loss of a CRF would fall without end
   */
  List<LabelTargets> all() throws CorpusException {
    int[] ids = labelIds();
    List<LabelTargets> all = new ArrayList<>();
    for (int i = 0; i < soft.sentences().size(); i++) {
      LabelTargets targets = targets(soft.sentences().get(i), ids);
      requirePaths(targets, i + 1);
      all.add(targets);
    }
    return all;
  }

  /** For each label of the corpus its id in the model. */
  private int[] labelIds() throws CorpusException {
    int[] ids = new int[soft.labels().size()];
    for (int i = 0; i < ids.length; i++) {
      String label = soft.labels().get(i);
      ids[i] = tagSet.labels().indexOf(inScheme(label));
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

  private String inScheme(String label) {
    return switch (tagSet.scheme()) {
      case BIO -> label.replaceFirst("^U-", "B-").replaceFirst("^L-", "I-");
      case IO -> label.replaceFirst("^[BLU]-", "I-");
      case IOB1, BILOU -> label;
    };
  }

  private static LabelTargets targets(SoftSentence sentence, int[] ids) {
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
   * Refuses labels of another scheme: of two neighbours whose probabilities sum to more than 1,
   * both are right on some path.
   *
   * @param sentence counted from 1
   */
  private void requirePaths(LabelTargets targets, int sentence) throws CorpusException {
    int before = -1;
    float weightBefore = 1;
    for (int t = 0; t < targets.length(); t++) {
      int best = likeliest(targets, t);
      int label = targets.label(t, best);
      float weight = targets.weight(t, best);
      boolean legal = before < 0 ? tagSet.mayStart(label) : tagSet.mayFollow(before, label);
      if (!legal && weightBefore + weight > (before < 0 ? 1.5f : 1 + SLACK)) {
        String first = before < 0 ? "first" : tagSet.labels().get(before) + ", then";
        throw refused(sentence, first + " " + tagSet.labels().get(label));
      }
      before = label;
      weightBefore = weight;
    }
    if (before >= 0 && !tagSet.mayEnd(before) && weightBefore > 0.5f) {
      throw refused(sentence, tagSet.labels().get(before) + " last");
    }
  }

  private static int likeliest(LabelTargets targets, int t) {
    int best = 0;
    for (int i = 1; i < targets.count(t); i++) {
      best = targets.weight(t, i) > targets.weight(t, best) ? i : best;
    }
    return best;
  }

  private CorpusException refused(int sentence, String labels) {
    return new CorpusException(
        Path.of(soft.name()),
        0,
        "found labels of another tag scheme in sentence " + sentence + " (" + labels + ")",
        "expected those of a model in " + tagSet.scheme(),
        "label the text with models of that scheme, or train with --labels-as");
  }
}
