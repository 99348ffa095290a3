package org.namespan.trainer.pretrained;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.namespan.model.feature.TokenFeatures;
import org.namespan.model.tag.Tag;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.config.NetworkConfig;
import org.namespan.trainer.corpus.Corpus;
import org.namespan.trainer.network.NetworkSpec;
import org.namespan.trainer.network.head.HeadPart;

/**
 * A pretrained tagger with the labels and words of a new corpus beside its own. A new label begins
 * with the scores of {@code O}, less {@link #HANDICAP}, so that the best path of a sentence stays
 * what it was. Immutable.
 *
 * @param from what it has grown from
 * @param tagSet the labels, those of {@code from} first
 * @param vocabulary the words, those of {@code from} first
 */
public record GrownTagger(PretrainedTagger from, TagSet tagSet, List<String> vocabulary) {

  /** How much less likely than {@code O} a new label is at first, as a difference of logits. */
  static final float HANDICAP = 5;

  /** Copies the list. */
  public GrownTagger {
    vocabulary = List.copyOf(vocabulary);
  }

  /**
   * Grows a tagger.
   *
   * @param types entity types of the corpus
   * @param dropTypes whether the tagger's own types go that the corpus lacks
   * @param counts by word form how often the corpus has it
   * @param minCount how often a word must occur to be added
   */
  public static GrownTagger of(
      PretrainedTagger from,
      Set<String> types,
      boolean dropTypes,
      Map<String, Integer> counts,
      int minCount) {
    TagSet own = from.metadata().tagSet();
    List<Tag> tags = new ArrayList<>();
    for (Tag tag : own.tags()) {
      if (!dropTypes || tag.equals(Tag.OUTSIDE) || types.contains(tag.type())) {
        tags.add(tag);
      }
    }
    Set<String> added = new TreeSet<>(types);
    added.removeAll(own.types());
    for (Tag tag : TagSet.over(own.scheme(), added).tags()) {
      if (!tag.equals(Tag.OUTSIDE)) {
        tags.add(tag);
      }
    }
    return new GrownTagger(
        from,
        new TagSet(own.scheme(), tags),
        GrownVocabulary.of(from.metadata(), counts, minCount));
  }

  /** The network with the rows of new words and labels. */
  public NetworkConfig network() {
    return from.network().withRows(TokenFeatures.FIRST_WORD + vocabulary.size(), tagSet.size());
  }

  /** The weights that training begins with, by name. */
  public Map<String, float[]> weights() {
    Map<String, float[]> weights = new LinkedHashMap<>(from.weights());
    NetworkSpec spec = network().spec();
    GrownVocabulary.growRows(from.metadata(), vocabulary, spec.words().table(), weights);
    growHead(spec.head(), weights);
    return weights;
  }

  private void growHead(HeadPart head, Map<String, float[]> weights) {
    List<Tag> own = from.metadata().tagSet().tags();
    int[] origins = new int[tagSet.size()];
    float[] handicaps = new float[origins.length];
    for (int label = 0; label < origins.length; label++) {
      Tag tag = tagSet.tags().get(label);
      boolean added = !own.contains(tag);
      origins[label] = own.indexOf(added ? Tag.OUTSIDE : tag);
      handicaps[label] = added ? HANDICAP : 0;
    }
    head.grow(origins, handicaps, weights);
  }

  /** Names of the weights of its recurrent layers. */
  public Set<String> recurrentWeights() {
    return network().spec().encoder().weightNames();
  }

  /** The entity types, in alphabetical order. */
  public Set<String> types() {
    return tagSet.types();
  }

  /**
   * A corpus with those types open that it is not annotated with: the ones kept that it lacks.
   *
   * @param annotated types that are known to be annotated
   */
  public Corpus withOpenTypes(Corpus corpus, Set<String> annotated) {
    Set<String> open = types();
    open.removeAll(annotated);
    open.removeAll(corpus.types());
    return corpus.withOpenTypes(open);
  }
}
