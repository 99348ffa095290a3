package org.namespan.examples.benchmarks.speed;

import java.util.List;
import java.util.OptionalDouble;
import org.namespan.examples.benchmarks.OpenNlpTagger;
import org.namespan.examples.benchmarks.speed.Measured.Kind;

/**
 * One figure of a model by another one, of the same model, of OpenNLP's perceptron or of a second
 * model.
 *
 * @param title what is divided by what
 */
record Ratio(String title, Kind kind, Figure figure, Kind byKind, Figure byFigure) {

  /** Those that every report has, in its order. Of times, the last four, less is better. */
  static final List<Ratio> ALL =
      List.of(
          new Ratio(
              "raw text, batches / OpenNLP perceptron on ready tokens",
              Kind.NAMESPAN,
              Figure.RAW_BATCHES,
              Kind.OPENNLP,
              Figure.TOKEN_SINGLE),
          new Ratio(
              "ready tokens, batches / OpenNLP perceptron",
              Kind.NAMESPAN,
              Figure.TOKEN_BATCHES,
              Kind.OPENNLP,
              Figure.TOKEN_SINGLE),
          new Ratio(
              "ready tokens, one by one / OpenNLP perceptron",
              Kind.NAMESPAN,
              Figure.TOKEN_SINGLE,
              Kind.OPENNLP,
              Figure.TOKEN_SINGLE),
          new Ratio(
              "raw text, batches / bare session",
              Kind.NAMESPAN,
              Figure.RAW_BATCHES,
              Kind.BARE_SESSION,
              Figure.TOKEN_BATCHES),
          new Ratio(
              "ready tokens, batches / bare session",
              Kind.NAMESPAN,
              Figure.TOKEN_BATCHES,
              Kind.BARE_SESSION,
              Figure.TOKEN_BATCHES),
          new Ratio(
              "raw text, one by one / bare session",
              Kind.NAMESPAN,
              Figure.RAW_SINGLE,
              Kind.BARE_SESSION,
              Figure.TOKEN_SINGLE),
          new Ratio(
              "ready tokens, one by one / bare session",
              Kind.NAMESPAN,
              Figure.TOKEN_SINGLE,
              Kind.BARE_SESSION,
              Figure.TOKEN_SINGLE),
          new Ratio(
              "bare session, batches / matrix product",
              Kind.BARE_SESSION,
              Figure.TOKEN_BATCHES,
              Kind.MATRIX_PRODUCT,
              Figure.TOKEN_BATCHES),
          new Ratio(
              "raw text, batches: two threads / one",
              Kind.NAMESPAN,
              Figure.RAW_BATCHES_OF_TWO,
              Kind.NAMESPAN,
              Figure.RAW_BATCHES),
          new Ratio(
              "bare session, batches: two threads / one",
              Kind.BARE_SESSION,
              Figure.TOKEN_BATCHES_OF_TWO,
              Kind.BARE_SESSION,
              Figure.TOKEN_BATCHES),
          new Ratio(
              "p50 of a sentence, raw text / bare session",
              Kind.NAMESPAN,
              Figure.RAW_P50,
              Kind.BARE_SESSION,
              Figure.TOKEN_P50),
          new Ratio(
              "load from a path / bare session",
              Kind.NAMESPAN,
              Figure.LOAD,
              Kind.BARE_SESSION,
              Figure.LOAD),
          new Ratio(
              "load from a stream / bare session",
              Kind.NAMESPAN,
              Figure.STREAM_LOAD,
              Kind.BARE_SESSION,
              Figure.LOAD),
          new Ratio(
              "load out of the jar / bare session",
              Kind.NAMESPAN,
              Figure.BUNDLED_LOAD,
              Kind.BARE_SESSION,
              Figure.LOAD));

  /** Those of a model by a second one, whose name the report adds to the title. */
  static final List<Ratio> OF_MODELS =
      List.of(
          new Ratio(
              "raw text, batches",
              Kind.NAMESPAN,
              Figure.RAW_BATCHES,
              Kind.NAMESPAN,
              Figure.RAW_BATCHES),
          new Ratio(
              "bare session, batches",
              Kind.BARE_SESSION,
              Figure.TOKEN_BATCHES,
              Kind.BARE_SESSION,
              Figure.TOKEN_BATCHES),
          new Ratio("file", Kind.NAMESPAN, Figure.FILE, Kind.NAMESPAN, Figure.FILE));

  /** The ratio for a model; empty if one of the two was not measured. */
  OptionalDouble of(SpeedResults results, String model) {
    return of(results, model, model);
  }

  /** The ratio of a model by a second one; empty if one of the two was not measured. */
  OptionalDouble of(SpeedResults results, String model, String byModel) {
    return results.ratio(row(kind, model), figure, row(byKind, byModel), byFigure);
  }

  private static Measured row(Kind kind, String model) {
    return kind == Kind.OPENNLP
        ? new Measured(kind, OpenNlpModels.name(OpenNlpTagger.Algorithm.PERCEPTRON))
        : new Measured(kind, model);
  }
}
