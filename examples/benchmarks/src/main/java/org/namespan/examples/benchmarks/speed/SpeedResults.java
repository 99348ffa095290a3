package org.namespan.examples.benchmarks.speed;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import org.namespan.examples.benchmarks.Median;

/** The figures of one run, each measured once or several times. Not thread-safe. */
final class SpeedResults {

  private final Map<Measured, Map<Figure, List<Double>>> values = new LinkedHashMap<>();

  /**
   * Results without figures yet.
   *
   * @param rows everything that will have figures, in the order of the tables
   */
  SpeedResults(Collection<Measured> rows) {
    rows.forEach(row -> values.put(row, new EnumMap<>(Figure.class)));
  }

  /**
   * Adds one measurement of a figure.
   *
   * @param row one of those that this was made with
   */
  void add(Measured row, Figure figure, double value) {
    Map<Figure, List<Double>> figures = Objects.requireNonNull(values.get(row));
    figures.computeIfAbsent(figure, unseen -> new ArrayList<>()).add(value);
  }

  /** Everything measured, in the order given. */
  Set<Measured> rows() {
    return values.keySet();
  }

  /** The median of a figure's measurements; empty if there are none. */
  OptionalDouble median(Measured row, Figure figure) {
    return Median.of(measurements(row, figure));
  }

  /**
   * One figure by another: the median over the quotients of those measured in the same round, for
   * these were taken close to each other. Empty if either was not measured.
   */
  OptionalDouble ratio(Measured row, Figure figure, Measured other, Figure otherFigure) {
    return Median.ofQuotients(measurements(row, figure), measurements(other, otherFigure));
  }

  /**
   * How far apart the measurements of one tokens-per-second figure are at most: the largest less
   * the smallest, by the median. 0 if none was measured twice.
   */
  double largestSpread(Collection<Figure> figures) {
    double largest = 0;
    for (Measured row : rows()) {
      for (Figure figure : figures) {
        List<Double> measured = measurements(row, figure);
        if (!measured.isEmpty()) {
          double range = Collections.max(measured) - Collections.min(measured);
          largest = Math.max(largest, range / median(row, figure).orElseThrow());
        }
      }
    }
    return largest;
  }

  private List<Double> measurements(Measured row, Figure figure) {
    return values.getOrDefault(row, Map.of()).getOrDefault(figure, List.of());
  }
}
