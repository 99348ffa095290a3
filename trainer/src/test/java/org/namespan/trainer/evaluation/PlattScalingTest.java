package org.namespan.trainer.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.namespan.model.decode.ScoreCalibration;

class PlattScalingTest {

  private static double sigmoid(double logOdds) {
    return 1 / (1 + Math.exp(-logOdds));
  }

  /** Predictions that are right as often as slope and offset say. */
  private static List<ScoredPrediction> drawn(
      int count, double slope, double offset, double spread, Random random) {
    List<ScoredPrediction> predictions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double logOdds = spread * random.nextGaussian();
      boolean right = random.nextDouble() < sigmoid(slope * logOdds + offset);
      predictions.add(new ScoredPrediction(sigmoid(logOdds), right));
    }
    return predictions;
  }

  private static List<ScoredPrediction> counted(double score, int right, int wrong) {
    List<ScoredPrediction> predictions = new ArrayList<>();
    predictions.addAll(Collections.nCopies(right, new ScoredPrediction(score, true)));
    predictions.addAll(Collections.nCopies(wrong, new ScoredPrediction(score, false)));
    return predictions;
  }

  @Property(seed = "41", tries = 30)
  void findsTheSlopeAndOffsetThatPredictionsWereDrawnWith(
      @ForAll @DoubleRange(min = 0.3, max = 2) double slope,
      @ForAll @DoubleRange(min = -1, max = 1) double offset,
      @ForAll long seed)
      throws CalibrationException {
    Random random = new Random(seed);
    List<List<ScoredPrediction>> corpora =
        List.of(drawn(20000, slope, offset, 2, random), drawn(5000, slope, offset, 2, random));
    ScoreCalibration found = PlattScaling.fit(corpora);
    assertEquals(slope, found.slope(), 0.15);
    assertEquals(offset, found.offset(), 0.15);
    assertEquals(found, PlattScaling.fit(corpora));
  }

  /**
   * Two scores tell slope and offset exactly: right in 80 of 100 and 20 of 100, log-odds log 4 and
   * -log 4, of probabilities with log-odds 2 log 4 and -2 log 4. So many that the prior is nothing.
   */
  @Test
  void fitsTwoScoresByHand() throws CalibrationException {
    List<ScoredPrediction> predictions = counted(16.0 / 17, 80000, 20000);
    predictions.addAll(counted(1.0 / 17, 20000, 80000));
    ScoreCalibration found = PlattScaling.fit(List.of(predictions));
    assertEquals(0.5, found.slope(), 1e-4);
    assertEquals(0, found.offset(), 1e-4);
  }

  /** Where all have even odds, predictions tell nothing of the slope, and the offset little. */
  @Test
  void thePriorHoldsWhatPredictionsDoNotTell() throws CalibrationException {
    ScoreCalibration found = PlattScaling.fit(List.of(counted(0.5, 4, 0)));
    assertEquals(1, found.slope());
    // The gradient: 4 (s - 1) + offset = 0.
    assertEquals(4 * (1 - sigmoid(found.offset())), found.offset(), 1e-6);
    assertEquals(ScoreCalibration.NONE, PlattScaling.fit(List.of(counted(0.5, 7, 7))));
  }

  /** Right in 9 of 10 and in 1 of 10: with equal weight in half of all. */
  @Test
  void eachCorpusWeighsTheSame() throws CalibrationException {
    List<ScoredPrediction> large = counted(0.5, 90000, 10000);
    List<ScoredPrediction> small = counted(0.5, 10, 90);
    assertEquals(0, PlattScaling.fit(List.of(large, small)).offset(), 1e-6);
    assertEquals(0, PlattScaling.fit(List.of(large, List.of(), small)).offset(), 1e-6);
    assertEquals(Math.log(9), PlattScaling.fit(List.of(large)).offset(), 1e-3);
  }

  @Test
  void scoresOfNearlyNothingAndAllAreTaken() throws CalibrationException {
    List<ScoredPrediction> predictions = counted(1, 500, 1);
    predictions.addAll(counted(0, 1, 500));
    predictions.addAll(counted(1e-300, 1, 500));
    ScoreCalibration found = PlattScaling.fit(List.of(predictions));
    assertTrue(found.slope() > 0.1 && found.slope() < 0.3, found.toString());
  }

  /** No small change of what was found makes the predictions likelier. */
  @Property(seed = "42", tries = 50)
  void nothingNearIsLikelier(
      @ForAll @DoubleRange(min = 0.3, max = 2) double slope,
      @ForAll @DoubleRange(min = -2, max = 2) double offset,
      @ForAll long seed)
      throws CalibrationException {
    Random random = new Random(seed);
    List<List<ScoredPrediction>> corpora =
        List.of(drawn(300, slope, offset, 3, random), drawn(40, slope, offset, 3, random));
    ScoreCalibration found = PlattScaling.fit(corpora);
    double loss = loss(corpora, found.slope(), found.offset());
    for (double step : new double[] {-1e-3, 1e-3}) {
      assertTrue(loss < loss(corpora, found.slope() + step, found.offset()));
      assertTrue(loss < loss(corpora, found.slope(), found.offset() + step));
    }
  }

  /** As the documentation has it. */
  private static double loss(List<List<ScoredPrediction>> corpora, double slope, double offset) {
    double all = corpora.stream().mapToInt(List::size).sum();
    double loss = (Math.pow(slope - 1, 2) + Math.pow(offset, 2)) / 2;
    for (List<ScoredPrediction> corpus : corpora) {
      for (ScoredPrediction prediction : corpus) {
        double odds = prediction.score() / (1 - prediction.score());
        double score = sigmoid(slope * Math.log(odds) + offset);
        loss -=
            all / corpora.size() / corpus.size() * Math.log(prediction.right() ? score : 1 - score);
      }
    }
    return loss;
  }

  @Test
  void refusesWhatNoSlopeFits() {
    List<ScoredPrediction> reversed = counted(0.9, 100, 900);
    reversed.addAll(counted(0.1, 900, 100));
    String message =
        assertThrows(CalibrationException.class, () -> PlattScaling.fit(List.of(reversed)))
            .getMessage();
    assertTrue(message.startsWith("found a slope of -"), message);
    String nothing =
        assertThrows(CalibrationException.class, () -> PlattScaling.fit(List.of(List.of())))
            .getMessage();
    assertTrue(nothing.startsWith("found no entity"), nothing);
  }
}
