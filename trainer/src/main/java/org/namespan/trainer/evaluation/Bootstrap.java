package org.namespan.trainer.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * The percentile bootstrap over sentences: B. Efron, Bootstrap methods: another look at the
 * jackknife, Annals of Statistics 7 (1979).
 *
 * <p>A test set of n sentences is drawn again 1,000 times, each time n sentences with replacement;
 * the counts of the drawn sentences are added up and scored. The interval reaches from the lowest
 * to the highest score once the 25 lowest and the 25 highest are left out. The seed is fixed: the
 * same counts give the same interval.
 *
 * <p>Sentences are taken for independent of each other. Those of one document are less so, and the
 * interval says nothing of another training run or of other text.
 */
public final class Bootstrap {

  private static final int RESAMPLES = 1000;
  private static final int LEFT_OUT_AT_EACH_END = 25;
  private static final long SEED = 1;

  private Bootstrap() {}

  /** The 95 % interval of F1; from 0 to 0 without sentences. */
  public static Interval f1(List<Scores> bySentence) {
    Counts counts = new Counts(bySentence);
    return interval(bySentence.size(), counts::f1);
  }

  /**
   * The 95 % interval of the F1 of one tagger less the F1 of another on the same sentences. Each
   * draw is scored for both, so what makes a sentence hard for both does not widen the interval.
   *
   * @param one the counts of the one tagger
   * @param other those of the other one, sentence by sentence
   * @throws IllegalArgumentException if the numbers of sentences differ
   */
  static Interval f1Difference(List<Scores> one, List<Scores> other) {
    if (one.size() != other.size()) {
      throw new IllegalArgumentException(
          "found " + one.size() + " and " + other.size() + " sentences: expected the same ones");
    }
    Counts minuend = new Counts(one);
    Counts subtrahend = new Counts(other);
    return interval(one.size(), drawn -> minuend.f1(drawn) - subtrahend.f1(drawn));
  }

  /**
   * The 95 % interval of the mean of some values, the shares of right answers for example; from 0
   * to 0 without any.
   */
  public static Interval mean(double[] values) {
    return values.length == 0
        ? new Interval(0, 0)
        : interval(
            values.length,
            drawn -> Arrays.stream(drawn).mapToDouble(i -> values[i]).average().orElse(0));
  }

  private static Interval interval(int sentences, ToDoubleFunction<int[]> statistic) {
    Random random = new Random(SEED);
    int[] drawn = new int[sentences];
    double[] values = new double[RESAMPLES];
    for (int r = 0; r < RESAMPLES; r++) {
      for (int i = 0; i < sentences; i++) {
        drawn[i] = random.nextInt(sentences);
      }
      values[r] = statistic.applyAsDouble(drawn);
    }
    Arrays.sort(values);
    return new Interval(values[LEFT_OUT_AT_EACH_END], values[RESAMPLES - 1 - LEFT_OUT_AT_EACH_END]);
  }

  /** The counts of F1 in arrays: a thousand walks over lists of records would be slow. */
  private static final class Counts {
    private final long[] right;
    private final long[] all;

    Counts(List<Scores> bySentence) {
      right = bySentence.stream().mapToLong(s -> 2 * s.truePositives()).toArray();
      all = bySentence.stream().mapToLong(s -> s.predicted() + s.support()).toArray();
    }

    double f1(int[] drawn) {
      long rightSum = 0;
      long allSum = 0;
      for (int sentence : drawn) {
        rightSum += right[sentence];
        allSum += all[sentence];
      }
      return Scores.ratio(rightSum, allSum);
    }
  }
}
