package org.namespan.trainer.learningcurve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.namespan.trainer.evaluation.Bootstrap;
import org.namespan.trainer.evaluation.Interval;
import org.namespan.trainer.evaluation.Scores;
import org.namespan.trainer.evaluation.Statistics;

/**
 * What taggers score that learned from growing parts of the sentences. Immutable.
 *
 * @param steps the parts, the smallest first
 */
public record LearningCurve(List<Step> steps) {

  /** How many times the sentences of the largest part F1 is predicted for. */
  private static final double[] AHEAD = {1.5, 2};

  /**
   * The runs over one part of the sentences.
   *
   * @param points one for each seed, at least one
   */
  public record Step(List<CurvePoint> points) {

    /** Copies the list. */
    public Step {
      points = List.copyOf(points);
    }

    /** How much of the sentences it is. */
    public int percent() {
      return points.get(0).percent();
    }

    /** Sentences that each run learned from. */
    public int sentences() {
      return points.get(0).sentences();
    }

    /** A number of the runs, averaged. */
    public double mean(ToDoubleFunction<CurvePoint> number) {
      return Statistics.mean(points.stream().mapToDouble(number).toArray());
    }

    /** The mean F1. */
    public double f1() {
      return mean(point -> point.result().overall().f1());
    }

    /** The mean F1 of a type; 0 in a run that neither found nor had one to find. */
    public double f1(String type) {
      return mean(
          point -> {
            Scores scores = point.result().perType().get(type);
            return scores == null ? 0 : scores.f1();
          });
    }

    /** The sample standard deviation of F1 from seed to seed; empty with one seed. */
    public Optional<Double> deviation() {
      double[] f1 = points.stream().mapToDouble(p -> p.result().overall().f1()).toArray();
      return f1.length < 2 ? Optional.empty() : Optional.of(Statistics.standardDeviation(f1));
    }

    /**
     * The 95 % interval of F1 by the bootstrap over the sentences that are scored, the counts of
     * all runs added up sentence by sentence.
     */
    public Interval interval() {
      List<Scores> sums = new ArrayList<>();
      for (int i = 0; i < points.get(0).result().bySentence().size(); i++) {
        long right = 0;
        long predicted = 0;
        long support = 0;
        for (CurvePoint point : points) {
          Scores scores = point.result().bySentence().get(i);
          right += scores.truePositives();
          predicted += scores.predicted();
          support += scores.support();
        }
        sums.add(new Scores(right, predicted, support));
      }
      return Bootstrap.f1(sums);
    }
  }

  /** Copies the list. */
  public LearningCurve {
    steps = List.copyOf(steps);
  }

  /**
   * The curve of points, whatever their order.
   *
   * @param points at least one, of the same seeds for each part
   */
  public static LearningCurve of(List<CurvePoint> points) {
    return new LearningCurve(
        points.stream()
            .map(CurvePoint::percent)
            .distinct()
            .sorted()
            .map(percent -> new Step(points.stream().filter(p -> p.percent() == percent).toList()))
            .toList());
  }

  /** The types that were scored, in alphabetical order. */
  public SortedSet<String> types() {
    SortedSet<String> types = new TreeSet<>();
    for (Step step : steps) {
      step.points().forEach(point -> types.addAll(point.result().perType().keySet()));
    }
    return types;
  }

  /** The last step. */
  public Step last() {
    return steps.get(steps.size() - 1);
  }

  /**
   * What the mean F1 rose by from the step before the last one to the last; empty with one step.
   */
  public Optional<Double> lastChange() {
    return steps.size() < 2
        ? Optional.empty()
        : Optional.of(last().f1() - steps.get(steps.size() - 2).f1());
  }

  /**
   * What the curve predicts for 1.5 times and twice the sentences of the last step.
   *
   * @return empty if its points are too few for a {@link PowerLaw}
   */
  public List<PowerLaw.Prediction> predictions() {
    List<PowerLaw.Point> points = new ArrayList<>();
    for (Step step : steps) {
      for (CurvePoint point : step.points()) {
        points.add(new PowerLaw.Point(point.sentences(), point.result().overall().f1()));
      }
    }
    List<PowerLaw.Prediction> predictions = new ArrayList<>();
    PowerLaw.through(points)
        .ifPresent(
            law -> {
              for (double times : AHEAD) {
                predictions.add(law.predict((int) Math.round(times * last().sentences())));
              }
            });
    return predictions;
  }
}
