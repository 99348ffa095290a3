package org.namespan.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds spans in the emissions of one sentence: the page's part "From scores to entities". */
final class PlainDecoder {

  /** The tokens of an entity, from the first to before the end, and its probability or score. */
  record Span(String type, int start, int end, double score) {}

  private final PlainTransitions transitions;
  private final double minScore;

  /** Empty, or slope and offset. */
  private final double[] calibration;

  PlainDecoder(PlainMetadata metadata) {
    transitions = new PlainTransitions(metadata);
    minScore = metadata.has("min.score") ? Double.parseDouble(metadata.word("min.score")) : 0;
    calibration = metadata.numbers("calibration", 0);
  }

  /**
   * The spans of a sentence, in their order.
   *
   * @param emissions {@code [time, labels]}, of at least one token
   */
  List<Span> spans(float[][] emissions) {
    double[][] finite = new double[emissions.length][transitions.labels()];
    for (int t = 0; t < finite.length; t++) {
      for (int label = 0; label < transitions.labels(); label++) {
        finite[t][label] = finite(emissions[t][label]);
      }
    }
    List<Span> all = new PlainLattice(transitions, finite).spans();
    List<Span> spans = minScore > 0 ? bestSet(all, finite.length) : ofPath(bestPath(finite), all);
    return calibration.length == 0 ? spans : spans.stream().map(this::calibrated).toList();
  }

  private Span calibrated(Span span) {
    double odds = span.score() / (1 - span.score());
    double scaled = Math.pow(odds, calibration[0]) * Math.exp(calibration[1]);
    return new Span(
        span.type(),
        span.start(),
        span.end(),
        scaled == Double.POSITIVE_INFINITY ? 1 : scaled / (1 + scaled));
  }

  private static float finite(float emission) {
    return Float.isNaN(emission)
        ? -Float.MAX_VALUE
        : Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, emission));
  }

  /** The Viterbi algorithm. */
  private int[] bestPath(double[][] emissions) {
    int time = emissions.length;
    int labels = transitions.labels();
    double[][] best = new double[time][labels];
    int[][] before = new int[time][labels];
    for (int t = 0; t < time; t++) {
      for (int to = 0; to < labels; to++) {
        best[t][to] = t == 0 ? transitions.start(to) : PlainTransitions.NEVER;
        for (int from = 0; t > 0 && from < labels; from++) {
          double score = best[t - 1][from] + transitions.score(from, to);
          if (score > best[t][to]) {
            best[t][to] = score;
            before[t][to] = from;
          }
        }
        best[t][to] += emissions[t][to];
      }
    }
    int[] path = new int[time];
    for (int label = 1; label < labels; label++) {
      int last = path[time - 1];
      if (best[time - 1][label] + transitions.end(label)
          > best[time - 1][last] + transitions.end(last)) {
        path[time - 1] = label;
      }
    }
    for (int t = time - 1; t > 0; t--) {
      path[t - 1] = before[t][path[t]];
    }
    return path;
  }

  private List<Span> ofPath(int[] path, List<Span> all) {
    List<Span> spans = new ArrayList<>();
    int start = 0;
    for (int end = 1; end <= path.length; end++) {
      if (end < path.length && transitions.stays(path[end - 1], path[end])) {
        continue;
      }
      String type = transitions.type(path[start]);
      if (!type.isEmpty()) {
        spans.add(new Span(type, start, end, probability(type, start, end, all)));
      }
      start = end;
    }
    return spans;
  }

  private static double probability(String type, int start, int end, List<Span> all) {
    for (Span span : all) {
      if (span.type().equals(type) && span.start() == start && span.end() == end) {
        return span.score();
      }
    }
    return 0;
  }

  /** The set of spans without overlap that has the largest sum of scores above the smallest. */
  private List<Span> bestSet(List<Span> all, int time) {
    double[] best = new double[time + 1];
    Span[] last = new Span[time + 1];
    for (int end = 1; end <= time; end++) {
      best[end] = best[end - 1];
      for (Span span : all) {
        double sum = best[span.start()] + span.score() - minScore;
        if (span.end() == end && span.score() > minScore && sum > best[end]) {
          best[end] = sum;
          last[end] = span;
        }
      }
    }
    List<Span> spans = new ArrayList<>();
    for (int end = time; end > 0; ) {
      Span span = last[end];
      if (span != null) {
        spans.add(span);
      }
      end = span == null ? end - 1 : span.start();
    }
    Collections.reverse(spans);
    return spans;
  }
}
