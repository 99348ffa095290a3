package org.namespan.trainer.evaluation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Locale;

/**
 * What the scores of a model are worth on a corpus, written for a reader or for a program, the same
 * in every locale.
 *
 * @param error how far the scores of reported spans are from probabilities
 * @param curve what is reached at several min scores
 */
public record ScoreReport(CalibrationError error, PrecisionRecallCurve curve) {

  /**
   * The error, a table of its bins, and one of the min scores.
   *
   * <pre>
   * expected calibration error 0.2500 of 4 reported spans
   *
   *   mean score   precision       spans
   *       0.1000      0.0000           2
   *       0.9000      0.5000           2
   *
   *    min score   precision      recall          f1
   *         0.10      0.5000      1.0000      0.6667
   * </pre>
   *
   * @return lines that each end in {@code \n}
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "expected calibration error %.4f of %d reported spans\n\n",
            error.expected(),
            error.predictions()));
    row(text, "mean score", "precision", "spans");
    for (CalibrationError.Bin bin : error.bins()) {
      row(text, share(bin.meanScore()), share(bin.precision()), Long.toString(bin.count()));
    }
    text.append('\n');
    row(text, "min score", "precision", "recall", "f1");
    for (PrecisionRecallCurve.Point point : curve.points()) {
      Scores scores = point.scores();
      row(
          text,
          String.format(Locale.ROOT, "%.2f", point.minScore()),
          share(scores.precision()),
          share(scores.recall()),
          share(scores.f1()));
    }
    return text.toString();
  }

  private static void row(StringBuilder text, String... cells) {
    for (String cell : cells) {
      text.append(String.format(Locale.ROOT, "%12s", cell));
    }
    text.append('\n');
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.4f", share);
  }

  /**
   * The same as JSON, unrounded.
   *
   * <p>Members: {@code expectedCalibrationError}; {@code bins}, an array of objects with {@code
   * meanScore}, {@code precision} and {@code spans}; {@code minScores}, an array of objects with
   * {@code minScore}, {@code precision}, {@code recall} and {@code f1}.
   */
  public JsonObject toJson() {
    JsonObject json = new JsonObject();
    json.addProperty("expectedCalibrationError", error.expected());
    JsonArray bins = new JsonArray();
    for (CalibrationError.Bin bin : error.bins()) {
      JsonObject one = new JsonObject();
      one.addProperty("meanScore", bin.meanScore());
      one.addProperty("precision", bin.precision());
      one.addProperty("spans", bin.count());
      bins.add(one);
    }
    json.add("bins", bins);
    JsonArray minScores = new JsonArray();
    for (PrecisionRecallCurve.Point point : curve.points()) {
      JsonObject one = new JsonObject();
      one.addProperty("minScore", point.minScore());
      one.addProperty("precision", point.scores().precision());
      one.addProperty("recall", point.scores().recall());
      one.addProperty("f1", point.scores().f1());
      minScores.add(one);
    }
    json.add("minScores", minScores);
    return json;
  }
}
