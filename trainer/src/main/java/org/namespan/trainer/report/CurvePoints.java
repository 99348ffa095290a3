package org.namespan.trainer.report;

import com.google.gson.JsonArray;

/**
 * The points of a curve in the unit square, of which those are left out that lie nearer to the last
 * one than a chart can show. Not thread-safe.
 */
final class CurvePoints {

  /** Of the sum of both distances; a curve that rises to a corner has some 200 points at most. */
  private static final double NEAREST = 0.01;

  private static final double DIGITS = 1e4;

  private final JsonArray points = new JsonArray();
  private double keptX = Double.NEGATIVE_INFINITY;
  private double keptY = Double.NEGATIVE_INFINITY;
  private double lastX;
  private double lastY;

  /** Adds the next point. */
  void add(double x, double y) {
    lastX = x;
    lastY = y;
    if (Math.abs(x - keptX) + Math.abs(y - keptY) >= NEAREST) {
      keep();
    }
  }

  private void keep() {
    keptX = lastX;
    keptY = lastY;
    JsonArray point = new JsonArray();
    point.add(Math.round(lastX * DIGITS) / DIGITS);
    point.add(Math.round(lastY * DIGITS) / DIGITS);
    points.add(point);
  }

  /** An array of pairs, the first and the last point among them. */
  JsonArray toJson() {
    if (lastX != keptX || lastY != keptY) {
      keep();
    }
    return points;
  }
}
