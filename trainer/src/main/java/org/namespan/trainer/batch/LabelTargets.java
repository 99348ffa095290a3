package org.namespan.trainer.batch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the tokens of a sentence are to be labelled. Immutable.
 *
 * <ul>
 *   <li>{@link #gold}: one label per token.
 *   <li>{@link #open}: for each token the labels it may have, where an annotation leaves some open.
 *   <li>{@link #soft}: for each token a distribution over labels, as a teacher gave it (Hinton et
 *       al. 2015).
 * </ul>
 */
public final class LabelTargets {

  /** How sure the labels are. */
  public enum Kind {
    /** One label per token. */
    GOLD,
    /** Any of some labels per token. */
    OPEN,
    /** A distribution per token. */
    SOFT
  }

  /** Labels of no token, for a sentence that nothing is learned from. */
  public static final LabelTargets NONE = gold(new int[0]);

  private final Kind kind;
  private final int[] starts;
  private final short[] labels;
  private final float[] weights;
  private final @Nullable LabelTargets guide;
  private final float guideWeight;

  private LabelTargets(
      Kind kind,
      int[] starts,
      short[] labels,
      float[] weights,
      @Nullable LabelTargets guide,
      float guideWeight) {
    this.kind = kind;
    this.starts = starts;
    this.labels = labels;
    this.weights = weights;
    this.guide = guide;
    this.guideWeight = guideWeight;
  }

  /**
   * One label per token.
   *
   * @param labels label ids {@code [time]}
   */
  public static LabelTargets gold(int[] labels) {
    int[] starts = new int[labels.length + 1];
    Arrays.setAll(starts, t -> t);
    return new LabelTargets(Kind.GOLD, starts, shorts(labels), new float[0], null, 0);
  }

  /**
   * Some labels per token.
   *
   * @param allowed for each token the ids of the labels it may have, at least one
   */
  public static LabelTargets open(int[][] allowed) {
    return new LabelTargets(
        Kind.OPEN, starts(allowed), shorts(flat(allowed)), new float[0], null, 0);
  }

  /**
   * A distribution per token; weights are scaled to sum to 1.
   *
   * @param labels for each token the ids of the labels that have a weight, at least one
   * @param weights the weight of each of them, above 0
   * @throws IllegalArgumentException if a token has no label, or not one such weight for each
   */
  public static LabelTargets soft(int[][] labels, float[][] weights) {
    int[] starts = starts(labels);
    float[] scaled = new float[starts[labels.length]];
    for (int t = 0; t < labels.length; t++) {
      if (weights[t].length != labels[t].length) {
        throw new IllegalArgumentException(
            "token "
                + t
                + " has "
                + weights[t].length
                + " weights, expected one for each of its "
                + labels[t].length
                + " labels");
      }
      double sum = 0;
      for (float weight : weights[t]) {
        if (!(weight > 0 && weight <= Float.MAX_VALUE)) {
          throw new IllegalArgumentException(
              "token " + t + " has the weight " + weight + ", expected a finite one above 0");
        }
        sum += weight;
      }
      for (int i = 0; i < weights[t].length; i++) {
        scaled[starts[t] + i] = (float) (weights[t][i] / sum);
      }
    }
    return new LabelTargets(Kind.SOFT, starts, shorts(flat(labels)), scaled, null, 0);
  }

  /**
   * The same labels, with what another model thinks of the sentence beside them: a weight times the
   * loss of that is added.
   *
   * @param soft distributions over labels that these targets allow
   * @param weight of them
   * @throws IllegalArgumentException if {@code soft} are other targets or of another sentence
   */
  public LabelTargets guidedBy(LabelTargets soft, float weight) {
    if (soft.kind != Kind.SOFT || soft.length() != length()) {
      throw new IllegalArgumentException(
          "found "
              + soft.kind
              + " targets of "
              + soft.length()
              + " tokens, expected SOFT ones of "
              + length());
    }
    return new LabelTargets(kind, starts, labels, weights, soft, weight);
  }

  /** What another model thinks of the sentence; null if nothing is known of that. */
  public @Nullable LabelTargets guide() {
    return guide;
  }

  /** How much the loss of the guide weighs; 0 if there is none. */
  public float guideWeight() {
    return guideWeight;
  }

  private static int[] starts(int[][] labels) {
    int[] starts = new int[labels.length + 1];
    for (int t = 0; t < labels.length; t++) {
      if (labels[t].length == 0) {
        throw new IllegalArgumentException("token " + t + " has no label, expected at least one");
      }
      starts[t + 1] = starts[t] + labels[t].length;
    }
    return starts;
  }

  private static int[] flat(int[][] labels) {
    return Arrays.stream(labels).flatMapToInt(Arrays::stream).toArray();
  }

  private static short[] shorts(int[] values) {
    short[] shorts = new short[values.length];
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0 || values[i] > Short.MAX_VALUE) {
        throw new IllegalArgumentException("label id " + values[i] + ", expected 0 to 32767");
      }
      shorts[i] = (short) values[i];
    }
    return shorts;
  }

  /** Tokens of the sentence. */
  public int length() {
    return starts.length - 1;
  }

  /** How sure the labels are. */
  public Kind kind() {
    return kind;
  }

  /** How many labels token {@code t} may have. */
  public int count(int t) {
    return starts[t + 1] - starts[t];
  }

  /** The id of the {@code i}th label, from 0, that token {@code t} may have. */
  public int label(int t, int i) {
    return labels[starts[t] + i];
  }

  /** The share of the {@code i}th label of token {@code t}; only of {@link Kind#SOFT} targets. */
  public float weight(int t, int i) {
    return weights[starts[t] + i];
  }
}
