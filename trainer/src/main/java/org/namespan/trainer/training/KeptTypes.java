package org.namespan.trainer.training;

import ai.djl.Device;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.namespan.model.decode.ForwardBackward;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.batch.EncodedSentence;
import org.namespan.trainer.batch.LabelTargets;
import org.namespan.trainer.batch.SentenceEncoder;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.corpus.Sentence;
import org.namespan.trainer.network.head.TagTargets;
import org.namespan.trainer.pretrained.GrownTagger;
import org.namespan.trainer.pretrained.PretrainedTagger;

/**
 * What a tagger learns of a new corpus without losing types that the corpus is not annotated with
 * (Li and Hoiem 2016, Learning without Forgetting). Such types are open at every token outside of
 * the annotated entities; which of them a token has, the tagger tells itself: the marginals that it
 * had at first, under the condition that the tokens of annotated entities are in none of its own,
 * are soft targets beside the annotation. What it gives to types that the corpus is annotated with
 * goes to {@code O}.
 */
final class KeptTypes {

  /** Shares below this are left out. */
  private static final float SMALLEST = 0.002f;

  /** Of the loss of the soft targets, where that of the annotation weighs 1. */
  private static final float WEIGHT = 2;

  private final GrownTagger grown;
  private final PretrainedTagger from;
  private final TagSet own;
  private final int outside;
  private final ForwardBackward paths;

  KeptTypes(GrownTagger grown) {
    this.grown = grown;
    from = grown.from();
    own = from.metadata().tagSet();
    outside = own.id(Tag.OUTSIDE);
    paths = new ForwardBackward(own, from.metadata().transitions());
  }

  /**
   * The targets of each sentence.
   *
   * @param corpus as it is shown, with the types open that it is not annotated with
   */
  List<LabelTargets> targets(Corpus corpus) {
    TrainedTagger tagger = new TrainedTagger(from.network(), from.weights(), from.metadata());
    SentenceEncoder encoder = tagger.sentenceEncoder();
    List<EncodedSentence> encoded = corpus.tokens().stream().map(encoder::encode).toList();
    TagTargets annotated = new TagTargets(grown.tagSet());
    List<LabelTargets> targets = new ArrayList<>(encoded.size());
    try (EngineTagger engine = new EngineTagger(tagger, Device.cpu())) {
      List<float[]> emissions = engine.emissionsOf(encoded);
      for (int i = 0; i < encoded.size(); i++) {
        Sentence sentence = corpus.sentences().get(i);
        targets.add(annotated.of(sentence).guidedBy(guide(sentence, emissions.get(i)), WEIGHT));
      }
    }
    return targets;
  }

  private LabelTargets guide(Sentence sentence, float[] emissions) {
    List<Tag> gold = sentence.tags(own.scheme());
    int time = gold.size();
    boolean[] allowed = new boolean[time * own.size()];
    for (int t = 0; t < time; t++) {
      int from = t * own.size();
      Arrays.fill(allowed, from, from + own.size(), gold.get(t).equals(Tag.OUTSIDE));
      allowed[from + outside] = true;
    }
    float[] marginals = paths.run(emissions, time, allowed).marginals();
    int[][] labels = new int[time][];
    float[][] weights = new float[time][];
    int[] ids = new int[own.size()];
    float[] shares = new float[own.size()];
    for (int t = 0; t < time; t++) {
      Set<String> open = sentence.openTypes(t);
      float rest = 1;
      int count = 0;
      for (int y = 0; y < own.size() && gold.get(t).equals(Tag.OUTSIDE); y++) {
        float share = marginals[t * own.size() + y];
        if (y != outside && share > SMALLEST && open.contains(own.tags().get(y).type())) {
          ids[count] = grown.tagSet().id(own.tags().get(y));
          shares[count++] = share;
          rest -= share;
        }
      }
      if (rest > SMALLEST) {
        ids[count] = grown.tagSet().id(gold.get(t));
        shares[count++] = rest;
      }
      labels[t] = Arrays.copyOf(ids, count);
      weights[t] = Arrays.copyOf(shares, count);
    }
    return LabelTargets.soft(labels, weights);
  }
}
