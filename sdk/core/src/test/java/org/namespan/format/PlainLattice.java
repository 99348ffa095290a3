package org.namespan.format;

import static org.namespan.format.PlainTransitions.NEVER;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Forward-backward over one sentence, in log space: the probabilities of its spans. */
final class PlainLattice {

  /** A span that is less likely need not be found. */
  private static final double NEGLIGIBLE = Math.log(1e-9);

  private final PlainTransitions transitions;
  private final int labels;
  private final int time;

  /** {@code [time, labels]}. */
  private final double[][] emissions;

  /** {@code [time, labels]}: the sum over all paths to a label, its own emission included. */
  private final double[][] forward;

  /** {@code [time, labels]}: the sum over all paths from a label on, without its own emission. */
  private final double[][] backward;

  /** The sum over all paths. */
  private double total = NEVER;

  PlainLattice(PlainTransitions transitions, double[][] emissions) {
    this.transitions = transitions;
    this.labels = transitions.labels();
    this.time = emissions.length;
    this.emissions = emissions;
    forward = new double[time][labels];
    backward = new double[time][labels];
    for (int t = 0; t < time; t++) {
      for (int to = 0; to < labels; to++) {
        double sum = t == 0 ? transitions.start(to) : NEVER;
        for (int from = 0; t > 0 && from < labels; from++) {
          sum = add(sum, forward[t - 1][from] + transitions.score(from, to));
        }
        forward[t][to] = sum + emissions[t][to];
      }
    }
    for (int t = time - 1; t >= 0; t--) {
      for (int from = 0; from < labels; from++) {
        double sum = t == time - 1 ? transitions.end(from) : NEVER;
        for (int to = 0; t < time - 1 && to < labels; to++) {
          sum = add(sum, onward(from, t + 1, to));
        }
        backward[t][from] = sum;
      }
    }
    for (int label = 0; label < labels; label++) {
      total = add(total, forward[time - 1][label] + transitions.end(label));
    }
  }

  /** The sum over all paths from one label to another at token {@code t} and on. */
  private double onward(int from, int t, int to) {
    return transitions.score(from, to) + emissions[t][to] + backward[t][to];
  }

  /** All spans that legal paths hold, but the least likely, by their starts. */
  List<PlainDecoder.Span> spans() {
    List<PlainDecoder.Span> spans = new ArrayList<>();
    for (int start = 0; start < time; start++) {
      for (String type : transitions.types()) {
        addSpans(type, start, spans);
      }
    }
    return spans;
  }

  private void addSpans(String type, int start, List<PlainDecoder.Span> spans) {
    double[] open = begin(type, start);
    for (int end = start + 1; ; end++) {
      double ended = NEVER;
      double longer = NEVER;
      for (int from = 0; from < labels; from++) {
        if (end == time) {
          ended = add(ended, open[from] + transitions.end(from));
          continue;
        }
        for (int to = 0; to < labels; to++) {
          double sum = open[from] + onward(from, end, to);
          if (transitions.stays(from, to)) {
            longer = add(longer, sum);
          } else {
            ended = add(ended, sum);
          }
        }
      }
      if (ended - total >= NEGLIGIBLE) {
        spans.add(new PlainDecoder.Span(type, start, end, Math.exp(ended - total)));
      }
      if (longer - total < NEGLIGIBLE) {
        return;
      }
      open = extend(open, end);
    }
  }

  /** By label, the sum over all paths that begin a span of this type with it. */
  private double[] begin(String type, int start) {
    double[] open = new double[labels];
    Arrays.fill(open, NEVER);
    for (int label = 0; label < labels; label++) {
      if (transitions.type(label).equals(type)) {
        double sum = start == 0 ? transitions.start(label) : NEVER;
        for (int from = 0; start > 0 && from < labels; from++) {
          if (!transitions.stays(from, label)) {
            sum = add(sum, forward[start - 1][from] + transitions.score(from, label));
          }
        }
        open[label] = sum + emissions[start][label];
      }
    }
    return open;
  }

  /** By label, the sum over all paths that go on with the open span. */
  private double[] extend(double[] open, int t) {
    double[] next = new double[labels];
    Arrays.fill(next, NEVER);
    for (int from = 0; from < labels; from++) {
      for (int to = 0; to < labels; to++) {
        if (transitions.stays(from, to)) {
          next[to] = add(next[to], open[from] + transitions.score(from, to) + emissions[t][to]);
        }
      }
    }
    return next;
  }

  /** The logarithm of {@code exp(a) + exp(b)}. */
  private static double add(double a, double b) {
    double max = Math.max(a, b);
    return max == NEVER ? NEVER : max + Math.log1p(Math.exp(Math.min(a, b) - max));
  }
}
