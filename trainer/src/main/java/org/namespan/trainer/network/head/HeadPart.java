package org.namespan.trainer.network.head;

import java.util.Map;
import org.namespan.model.ModelMetadata;
import org.namespan.model.decode.TransitionScores;
import org.namespan.model.tag.TagSet;
import org.namespan.trainer.network.encoder.EncoderOutput;
import org.namespan.trainer.network.part.NetworkGraph;
import org.namespan.trainer.network.part.Part;
import org.namespan.trainer.network.part.WeightReader;

/**
 * The part on top of the encoder. Its block takes {@code [batch, time, width]} and gives emissions
 * {@code [batch, time, labels]}.
 */
public interface HeadPart extends Part {

  /** Outputs per token. */
  int labels();

  /** Adds its nodes to a graph, and declares its output. */
  void write(NetworkGraph network, EncoderOutput encoded, Map<String, float[]> weights);

  /**
   * Puts the values that its weights have in the graph of a model file into a map by name, but for
   * those of its decoder.
   *
   * @throws IllegalArgumentException if the graph has no such part
   */
  void read(WeightReader file, Map<String, float[]> weights);

  /**
   * Gives weights other labels, whose scores begin with those of labels before.
   *
   * @param origins for each label of this head the id before of the one whose scores it begins with
   * @param handicaps for each label by how much its emissions are less than those
   * @param weights by name, of a head with the labels before; those of this head are put in
   */
  void grow(int[] origins, float[] handicaps, Map<String, float[]> weights);

  /** What it learns of a corpus. */
  default TagTargets targets(TagSet tagSet) {
    return new TagTargets(tagSet);
  }

  /**
   * The loss that it learns by.
   *
   * @param tagSet the labels
   * @param arrays those of its weights that live in Java, by name, read anew for each batch
   * @param labelSmoothing share of a gold label's weight that is spread over all labels
   */
  ScoreLoss loss(TagSet tagSet, Map<String, float[]> arrays, double labelSmoothing);

  /** What its decoder adds to emissions under some weights. */
  TransitionScores transitionScores(Map<String, float[]> weights);

  /** The metadata of a model with what its decoder needs under some weights. */
  default ModelMetadata withDecoder(ModelMetadata metadata, Map<String, float[]> weights) {
    return metadata.withTransitions(transitionScores(weights));
  }

  /** Puts those of its weights into a map by name that a model file has in its metadata. */
  default void readDecoder(ModelMetadata metadata, Map<String, float[]> weights) {}
}
