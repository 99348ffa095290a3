package org.namespan.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Finds spans in the emissions of one sentence: the page's part "From scores to entities". */
final class PlainDecoder {

  /** The tokens of an entity, from the first to before the end. */
  record Span(String type, int start, int end, double score) {}

  private static final Map<String, String> STEPS =
      Map.of(
          "IO", "^O ^I OO OI IO II+ II! O$ I$",
          "IOB1", "^O ^I OO OI IO II+ II! IB= BO BI+ BI! BB= O$ I$ B$",
          "BIO", "^O ^B OO OB BO BB BI+ IO IB II+ O$ B$ I$",
          "BILOU", "^O ^B ^U OO OB OU BI+ BL+ II+ IL+ LO LB LU UO UB UU O$ L$ U$");

  private static final double NEVER = Double.NEGATIVE_INFINITY;

  private final List<String> labels;
  private final double minScore;

  /**
   * Scores of steps; the row after the labels is the start of a sentence, the column after them its
   * end. Steps that are not legal have {@link #NEVER}.
   */
  private final double[][] steps;

  /** Whether the step stays in one span. */
  private final boolean[][] stays;

  PlainDecoder(PlainMetadata metadata) {
    labels = metadata.texts("labels");
    minScore = metadata.has("min.score") ? Double.parseDouble(metadata.word("min.score")) : 0;
    int count = labels.size();
    double[] start = metadata.numbers("transitions.start", count);
    double[] end = metadata.numbers("transitions.end", count);
    double[] transitions = metadata.numbers("transitions", count * count);
    steps = new double[count + 1][count + 1];
    stays = new boolean[count + 1][count + 1];
    for (double[] row : steps) {
      Arrays.fill(row, NEVER);
    }
    for (String step : STEPS.get(metadata.word("scheme")).split(" ")) {
      for (int from = 0; from <= count; from++) {
        for (int to = 0; to <= count; to++) {
          if (fits(step, from, to)) {
            steps[from][to] =
                from == count
                    ? start[to]
                    : to == count ? end[from] : transitions[from * count + to];
            stays[from][to] = step.endsWith("+");
          }
        }
      }
    }
  }

  private boolean fits(String step, int from, int to) {
    if (prefix(from, '^') != step.charAt(0) || prefix(to, '$') != step.charAt(1)) {
      return false;
    }
    return step.length() == 2 || step.endsWith("!") != type(from).equals(type(to));
  }

  private char prefix(int label, char none) {
    return label == labels.size() ? none : labels.get(label).charAt(0);
  }

  private String type(int label) {
    return labels.get(label).substring(2);
  }

  /** The spans in these emissions, in their order. */
  List<Span> spans(float[][] emissions) {
    double[][] scores = new double[emissions.length][labels.size()];
    for (int t = 0; t < scores.length; t++) {
      for (int label = 0; label < labels.size(); label++) {
        scores[t][label] = finite(emissions[t][label]);
      }
    }
    List<Span> all = allSpans(scores);
    return minScore > 0 ? bestSet(all, scores.length) : ofPath(bestPath(scores), all);
  }

  private static float finite(float emission) {
    return Float.isNaN(emission)
        ? -Float.MAX_VALUE
        : Math.max(-Float.MAX_VALUE, Math.min(Float.MAX_VALUE, emission));
  }

  /** All spans that a legal path may hold, with their probabilities. */
  private List<Span> allSpans(double[][] scores) {
    int time = scores.length;
    int count = labels.size();
    double[][] forward = new double[time][count];
    double[][] backward = new double[time][count];
    for (int t = 0; t < time; t++) {
      for (int to = 0; to < count; to++) {
        double sum = t == 0 ? steps[count][to] : NEVER;
        for (int from = 0; t > 0 && from < count; from++) {
          sum = logAdd(sum, forward[t - 1][from] + steps[from][to]);
        }
        forward[t][to] = sum + scores[t][to];
      }
    }
    for (int t = time - 1; t >= 0; t--) {
      for (int from = 0; from < count; from++) {
        double sum = t == time - 1 ? steps[from][count] : NEVER;
        for (int to = 0; t < time - 1 && to < count; to++) {
          sum = logAdd(sum, steps[from][to] + scores[t + 1][to] + backward[t + 1][to]);
        }
        backward[t][from] = sum;
      }
    }
    double total = NEVER;
    for (int label = 0; label < count; label++) {
      total = logAdd(total, forward[time - 1][label] + steps[label][count]);
    }
    List<Span> spans = new ArrayList<>();
    for (String type : types()) {
      for (int start = 0; start < time; start++) {
        addSpans(type, start, scores, forward, backward, total, spans);
      }
    }
    return spans;
  }

  private List<String> types() {
    return labels.stream()
        .filter(label -> label.length() > 2)
        .map(l -> l.substring(2))
        .distinct()
        .toList();
  }

  private void addSpans(
      String type,
      int start,
      double[][] scores,
      double[][] forward,
      double[][] backward,
      double total,
      List<Span> spans) {
    int time = scores.length;
    int count = labels.size();
    double[] inside = new double[count];
    Arrays.fill(inside, NEVER);
    for (int label = 0; label < count; label++) {
      if (labels.get(label).endsWith("-" + type)) {
        double sum = start == 0 ? steps[count][label] : NEVER;
        for (int from = 0; start > 0 && from < count; from++) {
          if (!stays[from][label]) {
            sum = logAdd(sum, forward[start - 1][from] + steps[from][label]);
          }
        }
        inside[label] = sum + scores[start][label];
      }
    }
    for (int end = start + 1; end <= time; end++) {
      double span = NEVER;
      double longer = NEVER;
      double[] next = new double[count];
      Arrays.fill(next, NEVER);
      for (int from = 0; from < count; from++) {
        if (inside[from] == NEVER) {
          continue;
        }
        if (end == time) {
          span = logAdd(span, inside[from] + steps[from][count]);
          continue;
        }
        for (int to = 0; to < count; to++) {
          double score = inside[from] + steps[from][to] + scores[end][to];
          if (stays[from][to]) {
            next[to] = logAdd(next[to], score);
            longer = logAdd(longer, score + backward[end][to]);
          } else {
            span = logAdd(span, score + backward[end][to]);
          }
        }
      }
      if (span > NEVER) {
        spans.add(new Span(type, start, end, Math.exp(span - total)));
      }
      if (longer - total < Math.log(1e-9)) {
        // No longer span can have a probability that counts.
        return;
      }
      inside = next;
    }
  }

  private static double logAdd(double a, double b) {
    double max = Math.max(a, b);
    return max == NEVER ? NEVER : max + Math.log1p(Math.exp(Math.min(a, b) - max));
  }

  private int[] bestPath(double[][] scores) {
    int time = scores.length;
    int count = labels.size();
    double[][] best = new double[time][count];
    int[][] before = new int[time][count];
    for (int t = 0; t < time; t++) {
      for (int to = 0; to < count; to++) {
        best[t][to] = t == 0 ? steps[count][to] : NEVER;
        for (int from = 0; t > 0 && from < count; from++) {
          double score = best[t - 1][from] + steps[from][to];
          if (score > best[t][to]) {
            best[t][to] = score;
            before[t][to] = from;
          }
        }
        best[t][to] += scores[t][to];
      }
    }
    int[] path = new int[time];
    int last = 0;
    for (int label = 0; label < count; label++) {
      if (best[time - 1][label] + steps[label][count] > best[time - 1][last] + steps[last][count]) {
        last = label;
      }
    }
    for (int t = time - 1; t >= 0; t--) {
      path[t] = last;
      last = before[t][last];
    }
    return path;
  }

  private List<Span> ofPath(int[] path, List<Span> all) {
    List<Span> spans = new ArrayList<>();
    for (int start = 0; start < path.length; start++) {
      if (labels.get(path[start]).equals("O") || start > 0 && stays[path[start - 1]][path[start]]) {
        continue;
      }
      int end = start + 1;
      while (end < path.length && stays[path[end - 1]][path[end]]) {
        end++;
      }
      spans.add(
          new Span(type(path[start]), start, end, probability(all, type(path[start]), start, end)));
    }
    return spans;
  }

  private static double probability(List<Span> all, String type, int start, int end) {
    for (Span span : all) {
      if (span.type().equals(type) && span.start() == start && span.end() == end) {
        return span.score();
      }
    }
    return 0;
  }

  private List<Span> bestSet(List<Span> all, int time) {
    double[] best = new double[time + 1];
    Span[] last = new Span[time + 1];
    List<Span> candidates = new ArrayList<>(all);
    candidates.removeIf(span -> span.score() <= minScore);
    candidates.sort((a, b) -> Integer.compare(a.start(), b.start()));
    for (int end = 1; end <= time; end++) {
      best[end] = best[end - 1];
      for (Span span : candidates) {
        double sum = best[span.start()] + span.score() - minScore;
        if (span.end() == end && sum > best[end]) {
          best[end] = sum;
          last[end] = span;
        }
      }
    }
    List<Span> spans = new ArrayList<>();
    for (int end = time; end > 0; ) {
      Span span = last[end];
      if (span == null) {
        end--;
      } else {
        spans.add(span);
        end = span.start();
      }
    }
    Collections.reverse(spans);
    return spans;
  }
}
