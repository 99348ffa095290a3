package org.namespan.trainer.evaluation;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * From which min score on a model has a precision that is wished, written for a reader or for a
 * program, the same in every locale.
 *
 * @param wished the precision, from 0 to 1
 * @param reached what is reached at the lowest min score with at least this precision; empty if no
 *     min score up to 0.99 has it
 */
public record PrecisionTarget(double wished, Optional<PrecisionRecallCurve.Point> reached) {

  /**
   * Looks for the min score, by bisection as {@link PrecisionRecallCurve#minScoreFor} does.
   *
   * @param wished the precision, from 0 to 1
   * @throws IOException if the model cannot be loaded, or cannot be scored on the corpus
   */
  public static PrecisionTarget of(
      double wished, PrecisionRecallCurve.ModelLoader model, GoldCorpus gold) throws IOException {
    return new PrecisionTarget(wished, PrecisionRecallCurve.pointFor(wished, model, gold));
  }

  /**
   * One line: {@code precision of 0.9 from min score 0.37 on: precision 0.9021, recall 0.6543, f1
   * 0.7585}.
   */
  public String toText() {
    if (reached.isEmpty()) {
      return "precision of " + wished + ": at no min score up to 0.99\n";
    }
    Scores scores = reached.get().scores();
    return String.format(
        Locale.ROOT,
        "precision of %s from min score %.2f on: precision %.4f, recall %.4f, f1 %.4f\n",
        wished,
        reached.get().minScore(),
        scores.precision(),
        scores.recall(),
        scores.f1());
  }

  /**
   * The same as JSON, unrounded. Members: {@code wished}; and, where it is reached, {@code
   * minScore}, {@code precision}, {@code recall} and {@code f1}.
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("wished", wished);
    reached.ifPresent(
        point -> {
          json.addProperty("minScore", point.minScore());
          json.addProperty("precision", point.scores().precision());
          json.addProperty("recall", point.scores().recall());
          json.addProperty("f1", point.scores().f1());
        });
    return json;
  }
}
