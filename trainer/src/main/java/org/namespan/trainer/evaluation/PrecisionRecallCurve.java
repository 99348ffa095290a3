package org.namespan.trainer.evaluation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.namespan.EntityTagger;

/**
 * What a model reaches at several min scores, from which one is chosen by the precision that is
 * wished. At each of them the corpus is tagged anew, for which spans compete goes by it.
 *
 * @param points by rising min score
 */
public record PrecisionRecallCurve(List<Point> points) {

  private static final List<Double> MIN_SCORES =
      List.of(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99);

  /** Min scores of {@link #minScoreFor} are so many and lie one part of this apart. */
  private static final int STEPS = 100;

  /**
   * What is reached at one min score.
   *
   * @param minScore the score above which entities are reported
   * @param scores {@code conlleval}-style, of all spans
   */
  public record Point(double minScore, Scores scores) {}

  /** Loads one model. */
  @FunctionalInterface
  public interface ModelLoader {
    /** The model as it runs with a min score; closed by the caller. */
    EntityTagger load(double minScore) throws IOException;
  }

  /** Copies the list. */
  public PrecisionRecallCurve {
    points = List.copyOf(points);
  }

  /**
   * The curve of a model on a corpus, at eleven min scores from 0.1 to 0.99.
   *
   * @throws IOException if the model cannot be loaded, or cannot be scored on the corpus
   */
  public static PrecisionRecallCurve of(ModelLoader model, GoldCorpus gold) throws IOException {
    List<Point> points = new ArrayList<>();
    for (double minScore : MIN_SCORES) {
      points.add(new Point(minScore, scores(model, minScore, gold)));
    }
    return new PrecisionRecallCurve(points);
  }

  /**
   * The lowest min score, of 0.01, 0.02 and so on to 0.99, at which the mean of a model's precision
   * on corpora is at least {@code precision}. It is found by bisection, which takes for granted
   * that precision rises with the min score: at what is returned it is reached, at 0.01 less it is
   * not.
   *
   * @param precision from 0 to 1
   * @throws CalibrationException if it is not reached
   * @throws IOException if the model cannot be loaded, or cannot be scored on a corpus
   */
  public static double minScoreFor(double precision, ModelLoader model, List<GoldCorpus> corpora)
      throws IOException {
    OptionalDouble minScore = lowestMinScore(precision, model, corpora);
    return minScore.orElseThrow(
        () ->
            new CalibrationException(
                "found no min score up to 0.99 with a precision of "
                    + precision
                    + " on the corpora: expected one; ask for less"));
  }

  /**
   * What a model reaches at the lowest min score at which its precision on a corpus is at least
   * {@code precision}, as {@link #minScoreFor} finds it; empty if it is not reached.
   *
   * @param precision from 0 to 1
   * @throws IOException if the model cannot be loaded, or cannot be scored on the corpus
   */
  public static Optional<Point> pointFor(double precision, ModelLoader model, GoldCorpus gold)
      throws IOException {
    OptionalDouble minScore = lowestMinScore(precision, model, List.of(gold));
    return minScore.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Point(minScore.getAsDouble(), scores(model, minScore.getAsDouble(), gold)));
  }

  private static OptionalDouble lowestMinScore(
      double precision, ModelLoader model, List<GoldCorpus> corpora) throws IOException {
    int below = 0;
    int reached = STEPS;
    while (reached - below > 1) {
      int middle = (below + reached) / 2;
      if (meanPrecision(model, (double) middle / STEPS, corpora) >= precision) {
        reached = middle;
      } else {
        below = middle;
      }
    }
    return reached == STEPS ? OptionalDouble.empty() : OptionalDouble.of((double) reached / STEPS);
  }

  /** Over the corpora in which anything is reported; 0 if that is none. */
  private static double meanPrecision(ModelLoader model, double minScore, List<GoldCorpus> corpora)
      throws IOException {
    double sum = 0;
    int reporting = 0;
    for (GoldCorpus gold : corpora) {
      Scores scores = scores(model, minScore, gold);
      sum += scores.precision();
      reporting += scores.predicted() > 0 ? 1 : 0;
    }
    return reporting == 0 ? 0 : sum / reporting;
  }

  private static Scores scores(ModelLoader model, double minScore, GoldCorpus gold)
      throws IOException {
    try (EntityTagger tagger = model.load(minScore)) {
      return ModelEvaluation.spanScores(CorpusTagger.of(tagger), tagger.info().types(), gold);
    }
  }
}
